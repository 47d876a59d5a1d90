"""Cells of one character."""

import unicodedata

import pytest
from wcwidth import wcwidth

from reader.arabic.width import Drawn, drawn


@pytest.mark.parametrize(
    "block",
    [(0x21, 0x370), (0x590, 0x780), (0x2010, 0x2070), (0x3000, 0x3100), (0xFB50, 0xFF00)],
    ids=["Latin and marks", "Hebrew and Arabic", "punctuation", "kana", "presentation forms"],
)
def test_what_an_article_holds_is_as_wide_as_the_table_of_terminals_says(
    block: tuple[int, int],
) -> None:
    characters = [c for c in map(chr, range(*block)) if drawn(c).glyph == c]
    assert len(characters) > 50
    for character in characters:
        width = max(wcwidth(character), 0)
        assert drawn(character) == Drawn("base" if width else "mark", character, width)


@pytest.mark.parametrize(
    "character",
    ["\ufe00", "\ufe0f", "\U000e0100", "\U000e01ef", "\u200e", "\u034f", "\u20dd", "🏻", "🏿"],
)
def test_what_only_changes_its_neighbours_is_not_drawn(character: str) -> None:
    assert drawn(character) == Drawn("hidden", "", 0)


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        (" ", Drawn("space", " ", 1)),
        ("\u3000", Drawn("space", "  ", 2)),
        ("\u00a0", Drawn("space", " ", 1)),
        ("\t", Drawn("tab", "    ", 4)),
        ("\u2028", Drawn("space", " ", 1)),
        ("\u2029", Drawn("space", " ", 1)),
        ("\u06dd", Drawn("base", "\u06de", 1)),
        ("\x07", Drawn("base", "\ufffd", 1)),
        ("\ud800", Drawn("base", "\ufffd", 1)),
        ("\u0378", Drawn("base", "\ufffd", 1)),
        ("🇦", Drawn("base", "A", 1)),
        ("🇿", Drawn("base", "Z", 1)),
        ("~", Drawn("base", "~", 1)),
    ],
)
def test_stand_ins_have_a_width_all_terminals_agree_on(character: str, expected: Drawn) -> None:
    assert drawn(character) == expected


def test_variation_selectors_end_where_their_block_ends() -> None:
    assert unicodedata.name("\ufe10").startswith("PRESENTATION FORM")
    assert drawn("\ufe10") == Drawn("base", "\ufe10", 2)
