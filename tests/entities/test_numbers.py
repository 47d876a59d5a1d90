"""The number rules against sentences with exact spans, labels and values."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.entities.numbers import find_numbers

_LINES = (Path(__file__).parent / "data" / "numbers.tsv").read_text(encoding="utf-8").splitlines()
GOLD = [line.split("\t") for line in _LINES]


def expected(columns):
    """Return (text, start, label, value) of each expression of a line, in order."""
    sentence, at, found = columns[1], 0, []
    for text, label, value in zip(columns[2::3], columns[3::3], columns[4::3], strict=True):
        at = sentence.index(text, at)
        found.append((text, at, label, value))
        at += len(text)
    return found


def test_gold_file_is_big_enough():
    assert sum(len(expected(columns)) for columns in GOLD) >= 300


@pytest.mark.parametrize("columns", GOLD, ids=[f"{c[0]}-{n}" for n, c in enumerate(GOLD, 1)])
def test_expression(columns):
    found = find_numbers(columns[1])
    assert [(e.text, e.start, str(e.label), e.value) for e in found] == expected(columns)


@pytest.mark.parametrize(
    "unit",
    ["1/", "1-", "1.1", "ألف ", "و1 ", "نحو ", "2010 و", "بين 20 و30 ألفا ", "الأول والثاني ", "َ",
     "يوم الأحد والاثنين ", "١٬", "%", "من ", "(", "-", "$1 "],
)  # fmt: skip
def test_hostile_repetition_costs_the_same_for_each_token(unit):
    """Rules look a bounded way ahead: twice the text is about twice the look-ups."""
    assert _steps(unit * 400) <= 2.2 * _steps(unit * 200) + 200


def _steps(text):
    """Count the tokens that the rules look at."""
    from reader.entities.numbers import view

    counted = 0

    class Counting(view.View):
        def word(self, token):
            nonlocal counted
            counted += 1
            return super().word(token)

    from reader.entities.numbers import merge

    original = merge.View
    merge.View = Counting
    try:
        find_numbers(text)
    finally:
        merge.View = original
    return counted


def test_a_run_of_lone_conjunctions_is_no_number():
    assert find_numbers("و " * 1000) == []


def test_an_endless_run_of_digits_is_no_number():
    assert find_numbers("1" * 200_000) == []


_WORDS = (
    "10 2021 ٣٫٥ ألف مليون أكتوبر رمضان هـ عام في من إلى بين و ب الـ % ٪ دولار $ الساعة 10:30 صباحا"
    " الثاني عشر ونصف نحو بضع عشرات الثلاثاء الماضي قبل شهرين - / ( ) ، . قرن القرن العشرين أمس كم"
)
_ODD = [" ", "\u200f", "\u064e", "\u0640", "\u2067", "\ufefb", "أَ", "\u0000", "A", "🙂"]
_PIECES = st.sampled_from([*_WORDS.split(), *_ODD])


@settings(deadline=None)  # tables load on first use
@given(st.lists(_PIECES, max_size=14), st.sampled_from(["", " "]))
def test_spans_are_exact_sorted_and_apart(pieces, joint):
    text = joint.join(pieces)
    end = 0
    for entity in find_numbers(text):
        assert end <= entity.start < entity.end <= len(text)
        assert entity.text == text[entity.start : entity.end]
        assert entity.value
        end = entity.end


@settings(deadline=None)  # tables load on first use
@given(st.text(max_size=60))
def test_any_text_at_all(text):
    assert all(entity.label.is_number for entity in find_numbers(text))


def test_marks_inside_do_not_matter():
    plain = "في 10 أكتوبر 2021 قُتل خمسة وعشرون جنديا بكلفة 3.5 مليون دولار"
    marked = (
        "في \u200f10\u200f أكتـوبر 2021 قُتل خَمْسَةٌ وعِشرونَ جنديا بكلفة \u20663.5\u2069 مليون دولار"
    )
    assert [e.value for e in find_numbers(plain)] == [e.value for e in find_numbers(marked)]
