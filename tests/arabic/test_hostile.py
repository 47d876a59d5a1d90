"""Text that attacks the terminal, the layout or the reader (test groups C 14 to 17, 19)."""

import unicodedata
from itertools import pairwise

import pytest
from rich.cells import cell_len

from reader.arabic.layout import iter_lines, lay_out, visual_line
from reader.arabic.pieces import LONGEST_PIECE, pieces
from reader.arabic.sanitise import safe, sanitise
from reader.arabic.sentences import segments, sentences
from reader.arabic.width import drawn
from reader.arabic.words import words

ATTACKS = [
    "\x1b]0;title\x07",
    "\x1b[2J",
    "\x1bP+q\x1b\\",
    "\x1b]52;c;aGk=\x07",
    "\x9b2J",
    "\x90x\x9c",
    "\x9d0;t\x9c",
    "a\x00b\x08\x7f",
    "one\rtwo\x0bthree\x0cfour\x85five\u2028six\u2029seven\nnine",
    "\ud800\udfff",
    "[bold red]سلام[/] [link=file:///etc/passwd]x[/link]",
]


def is_harmless(text: str) -> bool:
    return not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in text)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("render", ["app", "terminal", "off"])
def test_nothing_that_acts_on_a_terminal_is_drawn(attack: str, render: str) -> None:
    text = f"سلام {attack} abc"
    lines = lay_out(text, 20, render=render)
    assert all(is_harmless(line.text) for line in lines)
    assert is_harmless(safe(text))
    assert is_harmless(visual_line(text, 30, render=render))
    assert len(sanitise(text)) == len(text)


def test_stand_ins_show_what_was_there() -> None:
    assert sanitise("\x00\x1b\x7f\x9b\ud800") == "␀␛␡\ufffd\ufffd"
    assert sanitise("a\nb\u2029c") == "a b c"
    assert sanitise("a\tb\u200dc\u202e") == "a\tb\u200dc\u202e"
    assert safe("a\tb\u200dc\u202e") == "a bc⟨RLO⟩"


def test_markup_is_literal() -> None:
    assert lay_out("[bold]x[/]", 40)[0].text == "[bold]x[/]"
    assert safe("[link=x]") == "[link=x]"


def test_safe_keeps_persian_spelling_and_cuts_with_an_ellipsis() -> None:
    assert safe("می\u200cخواهم\u200c ") == "می\u200cخواهم"
    assert safe("abcdef", 4) == "abc…"
    assert safe("abcd", 4) == "abcd"
    assert safe("abc def", 5) == "abc…"
    assert safe("abcdef", 0) == ""
    assert safe("  a \n b  ") == "a b"


@pytest.mark.parametrize(
    ("text", "badge"),
    [
        ("ab\u202ecd", "⟨RLO⟩"),
        ("ab\u202dcd", "⟨LRO⟩"),
        ("ab\u2067cd", "⟨RLI⟩"),
        ("ab" + "\u202b" * 125, "⟨RLEx125⟩"),
        ("ab\u202c\u2069", "⟨bidi x2⟩"),
    ],
)
def test_bidi_controls_show_as_badges(text: str, badge: str) -> None:
    (line,) = lay_out(text, 40)
    assert badge in line.text
    assert any(cell.glyph == badge and cell.width == len(badge) for cell in line.cells)


def test_an_override_ends_with_its_paragraph() -> None:
    plain = lay_out("abc", 40)
    lay_out("x\u202e\u2067\u202b", 40)
    assert lay_out("abc", 40) == plain


def test_trojan_source_is_visible() -> None:
    # the comment of CVE-2021-42574: the closing bracket seems to be code
    text = "/*\u202e } \u2066if (admin)\u2069 \u2066 begin */"
    (line,) = lay_out(text, 80)
    assert line.text.count("⟨") == 4
    assert "".join(text[c.start : c.end] for c in sorted(line.cells, key=lambda c: c.start)) == text


@pytest.mark.parametrize(
    "text",
    ["\u2068" * 8_000, "(" * 20_000, "\u2067" * 20_000, "\u064e" * 20_000],
    ids=["isolates", "brackets", "open isolates", "marks"],
)
def test_nothing_is_quadratic(text: str) -> None:
    # a quadratic step would take minutes here, and the test's time limit would end it
    lines = lay_out(text, 80)
    assert lines[-1].end == len(text)


@pytest.mark.parametrize(
    "text",
    ["." * 200_000 + "x", " " * 200_000, "a. " * 70_000, "a.a" * 70_000, "a" * 200_000 + "@"],
    ids=["stops", "spaces", "initials", "dotted", "address"],
)
def test_rules_of_words_and_sentences_are_linear(text: str) -> None:
    assert sentences(text)[-1][1] == len(text)
    assert segments(text)[-1][1] == len(text)
    assert all(w.end <= len(text) for w in words(text))


def test_the_first_lines_of_a_megabyte_need_only_the_first_piece() -> None:
    text = "كلمة " * 200_000
    lines = iter_lines(text, 80)
    first = next(lines)
    assert first.start == 0
    assert first.width <= 80
    spans = list(pieces(text))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(a[1] == b[0] for a, b in pairwise(spans))
    assert max(b - a for a, b in spans) <= LONGEST_PIECE


def test_long_paragraphs_are_cut_after_sentences_else_spaces_else_between_clusters() -> None:
    sentence = "هذه جملة. "
    text = sentence * 4_000
    assert all(text[:end].endswith(". ") for _, end in pieces(text))
    assert next(pieces(text)) == (0, LONGEST_PIECE // len(sentence) * len(sentence))
    text = "كلمة " * 8_000
    assert all(text[:end].endswith(" ") for _, end in pieces(text))
    assert next(pieces(text)) == (0, LONGEST_PIECE // 5 * 5)
    text = "ب\u064e" * 20_000
    for before in ("", "ب"):
        uneven = before + text
        assert all(end == len(uneven) or uneven[end] == "ب" for _, end in pieces(uneven))
        assert next(pieces(uneven)) == (0, LONGEST_PIECE - len(before))
    assert list(pieces("ب" * LONGEST_PIECE)) == [(0, LONGEST_PIECE)]
    assert [end for _, end in pieces("")] == [0]


@pytest.mark.parametrize(
    ("character", "glyph"),
    [
        ("\u06dd", "\u06de"),
        ("\u0600", "\u06de"),
        ("\ufdfd", "\ufdfd"),
        ("漢", "漢"),
        ("\ue000", "\ue000"),
        ("\u0378", "\ufffd"),
        ("☺\ufe0f", "☺"),
        ("👍🏽", "👍"),
        ("\u3000", "  "),
        ("\u00a0", " "),
    ],
)
def test_widths_agree_with_the_screen(character: str, glyph: str) -> None:
    (line,) = lay_out(f"a{character}b", 20, 0)
    assert line.text == f"a{glyph}b"
    assert line.width == cell_len(line.text)


def test_soft_hyphen_and_byte_order_mark_are_not_drawn() -> None:
    (line,) = lay_out("\ufeffab\u00adc", 20)
    assert line.text == "abc"
    assert [c.start for c in line.cells] == [0, 1, 2, 4]


def test_every_assigned_character_has_the_width_rich_gives_its_glyph() -> None:
    wrong = []
    for code_point in range(0x20, 0x110000):
        character = chr(code_point)
        if unicodedata.category(character) in ("Cn", "Co", "Cs"):
            continue
        kind, glyph, width = drawn(character)
        if (
            width != cell_len(glyph)
            or not is_harmless(glyph)
            or (kind == "mark") != (not width and bool(glyph))
        ):
            wrong.append(hex(code_point))
    assert wrong == []
