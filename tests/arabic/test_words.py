"""Words and clitics."""

import pytest

from reader.arabic.clitics import Candidate, fold_word, strip_clitics
from reader.arabic.script import has_arabic
from reader.arabic.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الرئيس، إن", ["قال", "الرئيس", "إن"]),
        ("مُحَمَّدٌ وَآلِهِ", ["مُحَمَّدٌ", "وَآلِهِ"]),
        ("زار الـBBC أمس", ["زار", "الـ", "BBC", "أمس"]),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
        ("بلغ 12,500.75 أو ١٢٬٥٠٠٫٧٥", ["بلغ", "12,500.75", "أو", "١٢٬٥٠٠٫٧٥"]),
        ("في 2024/5/3 عند 10:30.", ["في", "2024/5/3", "عند", "10:30"]),
        ("3.5% و$5", ["3.5", "و", "5"]),
        ("don't Al-Qaeda COVID-19 5G U.S.", ["don't", "Al-Qaeda", "COVID-19", "5G", "U.S."]),
        ("كوفيد-19", ["كوفيد", "19"]),
        ("#العراق_ينتفض @user", ["#العراق_ينتفض", "@user"]),
        ("انظر https://a.b/c?d=1.", ["انظر", "https://a.b/c?d=1"]),
        ("(user@example.org)", ["user@example.org"]),
        ("«الناتو»", ["الناتو"]),
        ("cafe\u0301 naïve", ["cafe\u0301", "naïve"]),
        ("— … ، !", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [text[w.start : w.end] for w in words(text)] == expected


@pytest.mark.parametrize(
    ("word", "readings"),
    [
        ("كتاب", [("", "كتاب"), ("ك", "تاب")]),
        ("والعراق", [("", "والعراق"), ("و", "العراق"), ("وال", "عراق")]),
        ("للرئيس", [("", "للرئيس"), ("ل", "لرئيس"), ("لل", "رئيس")]),
        ("وبالناتو", [("", "وبالناتو"), ("و", "بالناتو"), ("وب", "الناتو"), ("وبال", "ناتو")]),
        ("ٱلله", [("", "ٱلله"), ("ال", "له")]),
        ("ود", [("", "ود")]),
        ("", [("", "")]),
        ("BBC", [("", "BBC")]),
    ],
)
def test_readings_of_a_word(word: str, readings: list[tuple[str, str]]) -> None:
    assert [(c.prefix, c.core) for c in strip_clitics(word)] == readings


def test_vowel_signs_before_the_core_belong_to_the_prefix() -> None:
    assert strip_clitics("وَلِلرَّئيس")[-1] == Candidate("ولل", 5, "رَّئيس")
    assert all(word[c.core_start :] == c.core for word in ("وَبِالله",) for c in strip_clitics(word))


def test_the_word_itself_is_the_first_reading() -> None:
    assert strip_clitics("كتاب")[0] == Candidate("", 0, "كتاب")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc 12 ٣ ،", False), ("abc ب", True), ("\ufefb", True), ("", False)],
)
def test_one_arabic_letter_makes_a_text_arabic(text: str, expected: bool) -> None:
    assert has_arabic(text) is expected


def test_folding_a_word() -> None:
    assert fold_word("الأُمّة") == "الامه"
    assert fold_word("NATO") == "nato"
