"""The search form."""

from collections.abc import Callable

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
        ("10ـ15", "10-15"),
        ("١٩٩٠ــ٢٠٠٠", "1990-2000"),
        ("20ـ11ـ2023", "20-11-2023"),
        ("5% ـ 10%", "5% - 10%"),
        ("10\u200fـ\u200f15", "10-15"),
        ("الـ27 عام 1436هـ 3ـ", "ال27 عام 1436ه 3"),
        ("", ""),
    ],
)
def test_search_form(text: str, form: str) -> None:
    assert normalise(text) == form


def mapped_form(text: str, **steps: bool) -> str:
    return normalise_with_map(text, **steps)[0]


@pytest.mark.parametrize("normalise", [normalise, mapped_form])
def test_each_step_can_be_left_out(normalise: Callable[..., str]) -> None:
    text = "الأُمّة ىـ ٣"
    assert normalise(text) == "الامه ي 3"
    assert normalise(text, harakat=False) == "الاُمّه ي 3"
    assert normalise(text, tatweel=False) == "الامه يـ 3"
    assert normalise("1ـ2", tatweel=False) == "1ـ2"
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
        ("عام 1990ــ2000", "-2000", "ــ2000"),
    ],
)
def test_a_match_maps_back_to_the_text(text: str, needle: str, found: str) -> None:
    form, sources = normalise_with_map(text)
    at = form.index(needle)
    matched = text[sources[at] : sources[at + len(needle)]]
    assert matched.strip() == found.strip()


@pytest.mark.parametrize(
    ("text", "form", "sources"),
    [
        ("x\u1100\u1161", "x가", [0, 1, 3]),
        ("ab\u1100\u1161c\u1100\u1161\u11a8", "ab가c각", [0, 1, 2, 4, 5, 8]),
        ("q\u0307\u0323r", "q\u0323\u0307r", [0, 0, 0, 3, 4]),  # marks out of order
        ("x\u0301\u0323 yz", "x\u0323\u0301 yz", [0, 0, 0, 3, 4, 5, 6]),
        ("é\u0323z", "ẹ\u0301z", [0, 0, 2, 3]),
        ("xe\u0323\u0302y", "xệy", [0, 1, 4, 5]),
        ("\u0301x\u0654y", "\u0301xy", [0, 1, 3, 4]),  # marks without a letter to sit on
    ],
)
def test_each_character_of_the_form_knows_where_it_comes_from(
    text: str, form: str, sources: list[int]
) -> None:
    assert normalise_with_map(text) == (form, sources)
