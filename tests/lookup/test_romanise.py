"""ALA-LC romanisation follows its rules."""

import pytest

from reader.lookup.romanise import romanise


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("مُحَمَّد", "muḥammad"),
        ("مُحَمّـَد", "muḥammad"),
        ("الرَئِيس", "al-raʼīs"),
        ("وَبِالعِراق", "wa-bi-al-ʻirāq"),
        ("لِلناتُو", "lil-nātū"),
        ("الجُمْهُورِيَّة العِراقِيَّة", "al-jumhūrīyah al-ʻirāqīyah"),
        ("عَدُوّ", "ʻadūw"),
        ("كِتابًا", "kitāban"),
        ("مُوسى", "mūsā"),
        ("قُرْآن", "qurʼān"),
        ("أَوْباما", "awbāmā"),
        ("اللّٰه", "Allāh"),
        ("بَيْت", "bayt"),
        ("NATO 2026", "NATO 2026"),
        ("", ""),
    ],
)
def test_rule(arabic, latin):
    assert romanise(arabic) == latin


@pytest.mark.parametrize(("arabic", "latin"), [
    ("الَّذِي", "alladhī"),
    ("الَّذِينَ", "alladhīna"),
    ("وَالَّتِي", "wa-allatī"),
    ("اللَّذانِ", "alladhāni"),
    ("اللّاتِي", "allātī"),
    ("اللَّواتِي", "allawātī"),
    ("الذي", "alladhī"),
    ("التى", "allatī"),
    ("اللَّيْل", "al-layl"),
    ("لِلشَّمْس", "lil-shams"),
])  # fmt: skip
def test_relatives_have_no_article(arabic, latin):
    assert romanise(arabic) == latin


@pytest.mark.parametrize(("arabic", "prefixes", "latin"), [
    ("وَقالَ", ("و and",), "wa-qāla"),
    ("بِمِصْر", ("ب in, with, by",), "bi-miṣr"),
    ("وَلِمِصْر", ("و and", "ل to, for"), "wa-li-miṣr"),
    ("وَسَيَقُول", ("و and", "س will"), "wa-sa-yaqūl"),
    ("وَأَعْلَنَ", ("و and",), "wa-aʻlana"),
    ("بِٱِسْتِخْدام", ("ب in, with, by",), "bi-istikhdām"),
    ("وَلِلعِراق", ("و and", "ل to, for", "ال the"), "wa-lil-ʻirāq"),
    ("وَالعِراق", ("و and", "ال the"), "wa-al-ʻirāq"),
    ("وَلِلّٰهِ", ("و and",), "wa-lillāh"),
    ("بِاللّٰهِ", ("ب in, with, by",), "billāh"),
    ("وَلَد", (), "walad"),
    ("وَلَد", ("ف and so",), "walad"),
    ("وَ", ("و and",), "wa"),
])  # fmt: skip
def test_a_hyphen_follows_a_prefix(arabic, prefixes, latin):
    assert romanise(arabic, prefixes) == latin
