"""What a vocabulary lacks is written otherwise, and every character knows where it comes from."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.arabic.presentation import FORM_OF
from reader.translation import tokenizers
from reader.translation.spelling import Spelling

ALPHABET = set("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى،؛؟٪چپگé²")


def written(text):
    return Spelling(ALPHABET.__contains__)(text)[0]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("المکتبة", "المكتبة"),
        ("ڤينيسيا", "فينيسيا"),
        ("خانۀ", "خانه"),
        ("\ufefb", "لا"),
        ("\ufe8d\ufef7\ufee3\ufec2\ufe8e\ufead", "الأمطار"),
        ("حدي\u00adقة", "حديقة"),
        ("في\u200bالحديقة", "في الحديقة"),
        ("قال\u200f:", "قال:"),
        ("☂ مطر ☔\ufe0f", "  مطر  "),
        ("‹قف›", '"قف"'),
        ("٣٫٧".translate({0x663: "3", 0x667: "7"}), "3.7"),
        ("37° اليوم", "37 درجة اليوم"),
        ("طول ¾ متر", "طول  3/4  متر"),
        ("Šárka", "Sarka"),
        ("café", "café"),
        ("№ 3", "No 3"),
        ("河", "河"),
    ],
)
def test_what_is_not_known_is_written_otherwise(text, read):
    assert written(text) == read


def test_places_lead_back():
    text = "\u200fقرأ \ufefbعب 20° ★"
    found, places = Spelling(ALPHABET.__contains__)(text)
    assert found == "قرأ لاعب 20 درجة  "
    assert len(places) == len(found) + 1
    assert [text[at] for at in places[:-1]] == list("قرأ \ufefb\ufefbعب 20°°°°° ★")


@given(st.text())
def test_places_never_go_back_and_end_with_the_text(text):
    found, places = Spelling(ALPHABET.__contains__)(text)
    assert len(places) == len(found) + 1
    assert places == sorted(places)
    assert places[-1] == len(text)


@pytest.fixture(scope="module")
def tokenizer(package):
    return tokenizers.load(package.path, package.from_code, package.to_code)


PLAIN = "أعلنت الحكومة إغلاق المدرسة الأولى"


def test_presentation_forms_give_the_pieces_of_plain_letters(tokenizer):
    forms = "".join(FORM_OF.get((letter, "isolated"), letter) for letter in PLAIN)
    assert forms != PLAIN
    assert tokenizer.encode(forms) == replace(tokenizer.encode(PLAIN), text=forms)


def test_persian_letters_give_the_pieces_of_arabic_ones(tokenizer):
    persian = PLAIN.replace("ك", "ک").replace("ي", "ی")
    assert tokenizer.encode(persian).pieces == tokenizer.encode(PLAIN).pieces


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "★", "📌", "❖"])
def test_no_sign_becomes_bytes(tokenizer, sign):
    found = tokenizer.encode(f"أعلنت{sign} الحكومة {sign} إغلاق المدرسة")
    assert not any(piece.startswith("<0x") for piece in found.pieces)


def test_offsets_count_in_the_text_as_it_is_written(tokenizer):
    text = "★ أعلنت\u200f الحکومة 20°"
    found = tokenizer.encode(text)
    at = {
        piece.lstrip("▁"): text[a:b].strip()
        for piece, (a, b) in zip(found.pieces, found.offsets, strict=True)
    }
    assert at["2"] == "2"
    assert at["درجه"] == "°"
    assert "".join(text[a:b] for a, b in found.offsets).split() == "أعلنت\u200f الحکومة 20°".split()
