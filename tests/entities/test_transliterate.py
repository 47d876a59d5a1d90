"""Latin spellings of Arabic names."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.entities.transliterate import (
    arabic_key,
    english_name,
    latin_key,
    similarity,
)


@pytest.mark.parametrize(
    ("arabic", "news"),
    [
        ("محمد بن سلمان", "Mohamed bin Salman"),
        ("مصطفى الكاظمي", "Mustafa al-Kadhimi"),
        ("أبو بكر", "Abu Bakr"),
        ("صلاح الدين", "Salah al-Din"),
        ("مُحمّد", "Mohamed"),
    ],
)
def test_news_style(arabic, news):
    assert english_name(arabic) == news


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("ستولتنبرغ", "Stoltenberg"),
        ("ترامب", "Trump"),
        ("هاتشيسون", "Hutchison"),
        ("غوتيريش", "Guterres"),
        ("زيلينسكي", "Zelensky"),
        ("الأعرجي", "al-Araji"),
        ("الكاظمي", "Kadhimi"),
        ("واشنطن", "Washington"),
    ],
)
def test_both_spellings_of_a_name_sound_alike(arabic, latin):
    assert similarity(arabic, latin) >= 0.75


@pytest.mark.parametrize(
    ("arabic", "latin"), [("برلين", "Trump"), ("العراق", "Iran"), ("بوتين", "Biden"), ("", "Iran")]
)
def test_other_names_do_not(arabic, latin):
    assert similarity(arabic, latin) < 0.75


@settings(deadline=None)  # tables load on first use
@given(st.text(max_size=40))
@example("𝖠")  # a capital that has no small letter
def test_any_text_has_a_key_and_a_spelling(text):
    assert isinstance(english_name(text), str)
    assert set(arabic_key(text) + latin_key(text)) <= set("BTGHKDRSFLMN ")
