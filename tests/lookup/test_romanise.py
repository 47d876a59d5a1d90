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
