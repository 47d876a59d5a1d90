"""Decimals that a right-to-left character turns round, in the order in which they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.arabic.turned import in_reading_order


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("سعره 85ر12 دولار", "سعره 12.85 دولار"),
        ("قرب 07ر30415 نقطة", "قرب 30415.07 نقطة"),
        ("نحو 125ر2", "نحو 2٫125"),
        ("بلغ ٥ر٧", "بلغ ٧.٥"),
        ("بلغ 5ر1,250", "بلغ 1,250.5"),
        ("من 5ر1 إلى 5ر2", "من 1.5 إلى 2.5"),
        ("بـ85.\u200f12", "بـ12.\u200e85"),
        ("بـ85\u061c,\u061c12", "بـ12,\u200e\u200e85"),
    ],
)
def test_the_second_run_is_the_whole_part(text, read):
    assert in_reading_order(text) == read
    assert len(read) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("12.85 و12,85 و12٫85", id="plain"),
        pytest.param("12.\u200e85", id="left-to-right mark"),
        pytest.param("12\u200f/5\u200f/2021", id="date"),
        pytest.param("12.\u200f5.\u200f2021", id="date with points"),
        pytest.param("12\u200f.5\u200f.2021", id="date with marks before its points"),
        pytest.param("عامي 2018,\u200f2019", id="years"),
        pytest.param("5رجال و5 ر 2", id="words"),
        pytest.param("5ر4ر3", id="no number"),
    ],
)
def test_others_stay(text):
    assert in_reading_order(text) == text


@given(st.text(st.sampled_from("0123٣٤.,٫ر\u200f\u061c ا")))
def test_length_stays_and_twice_is_once(text):
    once = in_reading_order(text)
    assert len(once) == len(text)
    assert in_reading_order(once) == once
