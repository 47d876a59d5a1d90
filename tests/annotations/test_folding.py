"""Spans between a text and its search form."""

import pytest

from reader.annotations.folding import Folded


@pytest.mark.parametrize(
    ("text", "quote", "form"),
    [
        ("قال الرَّئِيسُ نعم", "الرَّئِيسُ", "الرئيس"),
        ("مـــدينة", "مـــدينة", "مدينه"),
        ("ﻻ بد", "ﻻ", "لا"),
        ("ب\u0301ت", "ب\u0301", "ب\u0301"),
    ],
)
def test_spans_go_both_ways_with_their_marks(text: str, quote: str, form: str) -> None:
    folded = Folded(text)
    start = text.index(quote)
    narrow = folded.narrow(start, start + len(quote))
    assert folded.text[slice(*narrow)] == form
    assert folded.widen(*narrow) == (start, start + len(quote))
    assert folded.start_of(narrow[0]) == start


def test_a_mark_with_a_place_of_its_own_in_the_search_form_is_not_taken_along() -> None:
    assert Folded("ب\u0301ت").widen(0, 1) == (0, 1)
