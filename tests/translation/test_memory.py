"""Keys and fuzzy matches of the translation memory."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from reader.translation.memory import FuzzyIndex, memory_key


def test_spelling_and_typing_do_not_matter():
    assert memory_key("أعلنَ  «ترامب» ٢٠٢٤ ") == memory_key("اعلن «ترامب» 2024")
    assert memory_key("وصل الوزير") != memory_key("وصل الرئيس")


@pytest.mark.parametrize(("one", "other"), [
    ("رأيت صديقة أحمد في المطار.", "رأيت صديقه أحمد في المطار."),
    ("إلى علي الكبير", "إلى على الكبير"),
])  # fmt: skip
def test_letters_that_make_other_words_make_other_keys(one, other):
    assert memory_key(one) != memory_key(other)


def test_best_match_first_with_its_percent():
    index = FuzzyIndex(["وصل الوزير الي بغداد", "وصل الوزير الي باريس", "غادر الرئيس"])
    found = index.find("وصل الوزير الي بغداد")
    assert found[0] == ("وصل الوزير الي بغداد", 100)
    assert found[1][0] == "وصل الوزير الي باريس"
    assert 75 <= found[1][1] < 100
    assert len(found) == 2


def test_nearly_equal_is_never_hundred_percent():
    key = "ا" * 400
    assert FuzzyIndex([key]).find(key + "ب") == [(key, 99)]


@given(st.lists(st.text("ابت ", max_size=20), max_size=20), st.text("ابت ", max_size=20))
def test_length_filter_loses_no_match(keys, key):
    expected = {k for k in keys if fuzz.ratio(k, key) >= 75}
    assert {k for k, _ in FuzzyIndex(keys).find(key, limit=100)} == expected
