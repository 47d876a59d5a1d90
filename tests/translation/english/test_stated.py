"""All that an English text says in numbers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.translation.english.expressions import english_numbers
from reader.translation.english.stated import stated


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("5,200 soldiers", ["5200"]),
        ("twenty-three of them", ["23"]),
        ("one hundred and five", ["105"]),
        ("two thousand and nineteen", ["2019"]),
        ("seven hundred thousand", ["700000"]),
        ("three hundred twenty-one thousand four hundred", ["321400"]),
        ("2.5 million dollars", ["2.5", "2500000"]),
        ("$3bn", ["3", "3000000000"]),
        ("an eightfold rise", ["8"]),
        ("the 19th, the twenty-first", ["19", "21"]),
        ("five and six", ["5", "6"]),
        ("5 to 7 thousand", ["5", "7", "5000", "7000"]),
        ("between $20 and $45 million", ["20", "45", "20000000", "45000000"]),
        ("20-45 million", ["20", "45", "20000000", "45000000"]),
        ("20 and 45 million", ["20", "45", "45000000"]),
        ("50 to 2 thousand", ["50", "2", "50000", "2000"]),
        ("two million and 80,000", ["2000000", "80000", "2080000"]),
        ("$2 million and $80,000", ["2", "2000000", "80000", "2080000"]),
        ("2 million dollars and 80,000", ["2", "2000000", "80000", "2080000"]),
        ("between 2 million and 80,000", ["2", "2000000", "80000"]),
        ("2 million and 3 billion", ["2", "2000000", "3", "3000000000"]),
        ("a 40-million-euro fund", ["40", "40000000"]),
        ("three-fifths, a tenth", ["0.6", "3", "0.1", "10"]),
        ("half a century", ["0.5", "50", "100"]),
        ("a quarter of a century", ["0.25", "4", "25", "100"]),
        ("a decade and a half", ["10", "15", "0.5"]),
        ("two-thirds", ["0.333333", "0.666667", "2"]),
        ("a dozen, twice", ["2", "12"]),
        ("one million two hundred thousand", ["1200000"]),
        ("a thousand billion", ["1000000000000"]),
        ("half a million", ["0.5", "500000"]),
        ("two and a half million", ["0.5", "2500000"]),
        ("between one hundred and two hundred", ["100", "200"]),
        ("twenty, three", ["20", "3"]),
        ("(16) thousand soldiers in F16 jets", ["16", "16000"]),
        ("the nineteenth century", ["19", "100"]),
        ("for two decades", ["2", "10", "20"]),
        ("10.5.2020", ["10", "5", "2020"]),
        ("no numbers", []),
    ],
)
def test_numbers(text, numbers):
    assert stated(text).all == {Decimal(n) for n in numbers}


def test_months_weekdays_and_decades():
    found = stated("On Tuesday, March 3rd, or Sept. 5; in the 1970s and the eighties")
    assert found.months == {3, 9}
    assert found.weekdays == {2}
    assert found.decades == {1970, 80}


def test_verbs_are_no_months_and_weekdays():
    found = stated("they may march, and sat in the sun; Sat, Mar 7")
    assert (found.months, found.weekdays) == ({3}, {6})


def test_dates_in_digits():
    found = stated("2020-01-05")
    assert {Decimal(2020), Decimal(1), Decimal(5)} <= found.all
    assert found.months == {1, 5}


@given(st.integers(0, 10**9))
def test_digits_with_and_without_separators(n):
    assert Decimal(n) in stated(f"about {n} people").all
    assert Decimal(n) in stated(f"about {n:,} people").all


@given(st.text(max_size=200))
def test_any_text_is_survived(text):
    stated(text)


@pytest.mark.parametrize(
    "text", ["million " * 500, "seven hundred and " * 500, "9" * 6000 + "s", "half a " * 500]
)
def test_floods_are_survived(text):
    stated(text)
    english_numbers(text)
