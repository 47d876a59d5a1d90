"""The search form."""

import pytest

from reader.arabic.normalise import normalise, normalise_with_map


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("مُحَمَّدٌ", "محمد"),
        ("مـــرحبا", "مرحبا"),
        ("أحمد إلى آدم ٱلله", "احمد الي ادم الله"),
        ("مدينة", "مدينه"),
        ("۱۲٫۵ و١٬٠٠٠", "12.5 و1,000"),
        ("ﻣﺮﺣﺒﺎ ﻻ", "مرحبا لا"),
        ("ا\u0653دم", "ادم"),
        ("ا\u064e\u0654", "ا"),
        ("مسؤول رئيس", "مسؤول رئيس"),
        ("مسو\u0654ول", "مسؤول"),
        ("cafe\u0301", "café"),
        ("می\u200cخواهم کتاب", "ميخواهم كتاب"),
        ("\u202eabc\u202c\u200f\ufeff\u00ad", "abc"),
        ("هٰذا", "هذا"),
        ("\u1100\u1161\u11a8", "각"),
        ("U.S.", "U.S."),
        ("", ""),
    ],
)
def test_search_form(text: str, form: str) -> None:
    assert normalise(text) == form


def test_each_step_can_be_left_out() -> None:
    text = "الأُمّة ىـ ٣"
    assert normalise(text, harakat=False) == "الاُمّه ي 3"
    assert normalise(text, tatweel=False) == "الامه يـ 3"
    assert normalise(text, alef=False) == "الأمه ي 3"
    assert normalise(text, yeh=False) == "الامه ى 3"
    assert normalise(text, teh_marbuta=False) == "الامة ي 3"
    assert normalise(text, digits=False) == "الامه ي ٣"
    assert normalise("BBC Straße", casefold=True) == "bbc strasse"


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("قال مُحَمَّدٌ نعم", "محمد", "مُحَمَّدٌ "),
        ("في المـدينة الكبيرة", "مدينه", "مـدينة"),
        ("xا\u0653دم", "ادم", "ا\u0653دم"),
        ("عام ٢٠٢٤", "2024", "٢٠٢٤"),
        ("\ufefbت", "لات", "\ufefbت"),
    ],
)
def test_a_match_maps_back_to_the_text(text: str, needle: str, found: str) -> None:
    form, sources = normalise_with_map(text)
    at = form.index(needle)
    matched = text[sources[at] : sources[at + len(needle)]]
    assert matched.strip() == found.strip()
