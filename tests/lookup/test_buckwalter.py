"""Buckwalter transliteration goes both ways."""

from hypothesis import given
from hypothesis import strategies as st

from reader.lookup.buckwalter import from_buckwalter, to_buckwalter


def test_known_words():
    assert to_buckwalter("والعراق") == "wAlErAq"
    assert from_buckwalter("muHam~ad") == "م\u064fح\u064eم\u0651\u064eد"


def test_alternative_letters_are_read():
    assert from_buckwalter("OWI") == "أؤإ"


@given(st.text(alphabet="ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي\u064b\u064e\u0651\u0652\u0670ٱ"))
def test_round_trip_on_arabic_letters(text):
    assert from_buckwalter(to_buckwalter(text)) == text
