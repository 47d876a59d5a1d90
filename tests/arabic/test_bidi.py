"""The adapter to python-bidi's report, and the rules that belong to a line."""

import random

import pytest

from reader.arabic import bidi
from reader.arabic.bidi import (
    MAX_CHARACTERS,
    UnsupportedLibraryError,
    analyse,
    mirror,
    reorder,
    resolve_line,
    self_check,
)
from reader.arabic.tables.mirroring import MIRROR
from tests.arabic.alphabet import random_text


def test_levels_classes_and_base_of_mixed_text() -> None:
    base, levels, classes = analyse("سلا 12 ab")
    assert base == 1
    assert levels == [1, 1, 1, 1, 2, 2, 1, 2, 2]
    assert classes == ["AL", "AL", "AL", "WS", "EN", "EN", "WS", "L", "L"]


def test_empty_text_keeps_the_wanted_base() -> None:
    assert analyse("") == (0, [], [])
    assert analyse("", 1) == (1, [], [])


@pytest.mark.parametrize("separator", ["\n", "\r", "\x1c", "\x85", "\u2029"])
def test_paragraph_separators_inside_do_not_split(separator: str) -> None:
    base, levels, _ = analyse(f"ا{separator}ab")
    assert (base, len(levels)) == (1, 4)


@pytest.mark.parametrize("text", ["\ud800", "a\udc80ب", "\ud83d\udc68"])
def test_lone_surrogates_are_no_error(text: str) -> None:
    assert len(analyse(text).levels) == len(text)


@pytest.mark.parametrize("surrogate", [0xD800, 0xDFFF])
def test_a_lone_surrogate_counts_as_the_replacement_character(surrogate: int) -> None:
    text = "سلام {} é ab"
    assert analyse(text.format(chr(surrogate))) == analyse(text.format("\ufffd"))


FORGED = [
    "    levels: [\n        Level(\n            7,\n        ),\n    ],",
    "levels: [",
    '",\n    original_classes: [\n        L,\n    ],\n',
    "\\\n    paragraphs: [",
    "\u2028    levels: [\u2028",
    "\u0085    levels: [\x0b    ],",
]


@pytest.mark.parametrize("text", FORGED)
def test_text_that_looks_like_the_report_does_not_fool_the_parser(text: str) -> None:
    plain = "".join("x" if c.isalpha() else c for c in text)
    assert analyse(text, 1).levels == analyse(plain, 1).levels


def test_two_thousand_hostile_texts_give_a_level_for_each_character() -> None:
    source = random.Random(3)
    for _ in range(2_000):
        text = random_text(source) + source.choice(FORGED) + random_text(source)
        base, levels, classes = analyse(text)
        assert base in (0, 1)
        assert len(levels) == len(classes) == len(text)


def test_too_long_text_is_refused() -> None:
    with pytest.raises(ValueError, match="too many"):
        analyse("ا" * (MAX_CHARACTERS + 1))
    assert len(analyse("ا" * MAX_CHARACTERS).levels) == MAX_CHARACTERS


@pytest.mark.parametrize(
    "report",
    [
        "BidiInfo {}",
        "BidiInfo {\n    original_classes: [\n        L,\n    ],\n    levels: [\n    ],\n",
        'BidiInfo {\n    text: "a",\n    original_classes: [\n        L,\n        L,\n    ],\n    levels: [\n'
        "        Level(\n            0,\n        ),\n    ],\n    paragraphs: [\n        ParagraphInfo {\n"
        "            range: 0..1,\n            level: Level(\n                0,\n            ),\n        },\n    ],\n}",
    ],
)
def test_another_report_is_a_clear_error(report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bidi, "get_display", lambda *_, **__: report)
    with pytest.raises(UnsupportedLibraryError, match=r"python-bidi==0\.6\.12"):
        analyse("a")


def test_the_self_check_passes_here_and_fails_with_another_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    self_check()
    monkeypatch.setattr(bidi, "analyse", lambda _: bidi.Analysis(1, [], []))
    with pytest.raises(UnsupportedLibraryError):
        self_check()


def test_l1_resets_separators_and_trailing_space() -> None:
    classes = ["AL", "WS", "S", "AL", "WS", "RLI", "BN"]
    assert resolve_line([1, 1, 1, 1, 1, 1, 1], classes, 0) == [1, 0, 0, 1, 0, 0, 0]
    assert resolve_line([1, 1, 1, 1, 1, 1, 1], classes, 0, 3, 5) == [1, 0]


@pytest.mark.parametrize(
    ("levels", "order"),
    [
        ([], []),
        ([0, 0], [0, 1]),
        ([1, 1, 1], [2, 1, 0]),
        ([2, 2], [0, 1]),
        ([1, 2, 2, 1], [3, 1, 2, 0]),
        ([0, 1, 2, 2, 1, 0], [0, 4, 2, 3, 1, 5]),
    ],
)
def test_l2_reverses_runs(levels: list[int], order: list[int]) -> None:
    assert reorder(levels) == order


def test_mirroring_is_symmetric_but_for_best_fits() -> None:
    assert mirror("(") == ")"
    assert mirror("«") == "»"
    assert mirror("ا") == "ا"
    assert all(MIRROR[MIRROR[c]] == c for c in "()[]{}<>«»‹›≤≥")


def test_five_thousand_embeddings_are_no_error() -> None:
    assert len(analyse("\u202b" * 5_000 + "ا" + "\u202c" * 6_000).levels) == 11_001
