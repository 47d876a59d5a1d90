"""Buckwalter transliteration: one ASCII character for each Arabic letter and vowel mark.

The table is that of the Buckwalter Arabic Morphological Analyzer (2002), with its later
alternatives O W I for the letters that HTML cannot hold.
"""

_LETTERS = (
    "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670ٱ"
)
_ASCII = "'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYy_FNKaui~o`{"

_TO_ASCII = str.maketrans(_LETTERS, _ASCII)
_TO_ARABIC = str.maketrans(_ASCII, _LETTERS) | str.maketrans("OWI", "أؤإ")


def to_buckwalter(text: str) -> str:
    """Return the text with Arabic letters as Buckwalter's; everything else stays."""
    return text.translate(_TO_ASCII)


def from_buckwalter(text: str) -> str:
    """Return Buckwalter's ASCII as Arabic; the inverse of `to_buckwalter` on Arabic text."""
    return text.translate(_TO_ARABIC)
