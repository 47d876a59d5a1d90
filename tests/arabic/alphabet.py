"""Random hostile text: everything that has ever broken a layout, in one alphabet."""

import random

from hypothesis import strategies as st

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئٱ"
PERSIAN_TO_UYGHUR = "پچژگکیٹڈڑںھہےۀۓښړډځڅټڼږۍێڵەڕڤۆۇۈېڭ"
MARKS = "\u064b\u064e\u0651\u0653\u0654\u0655\u0670\u06d6\u06e5\u0301\u0610\u08f0\u20e3"
JOINERS = "\u200c\u200d\u0640"
CONTROLS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = "\u00ad\u034f\u200b\u2060\ufe0f\ufeff\U000e0041\U000e0100"
HOSTILE = "\x00\x07\x08\t\n\r\x0b\x0c\x1b\x1c\x7f\x85\x90\x9b\x9d\u2028\u2029\ud800\udc00"
OTHERS = (
    "abcXYZ 0123456789٠١٢٣٤٥۰۱۲ .,:;!?-–/\\()[]{}<>«»“”\"'،؛؟٪٫٬…%$#@_"
    "אבגשׁ漢字かナ한ᄀ\u1161क\u0903\u093e\u0600\u06dd\u070f\u08e2\ufdfd\ufdfa\ufdf2\ufc5e\ufe7d\ufefb\ufee3"
    "👨👩👧🏽🇸🇦☺\u00a0\u3000\u2003\U0010ffff\ue000\u0378⟨⟩"
)
EVERYTHING = ARABIC + PERSIAN_TO_UYGHUR + MARKS + JOINERS + CONTROLS + INVISIBLE + HOSTILE + OTHERS

texts = st.text(
    st.one_of(
        st.sampled_from(ARABIC + " "),
        st.sampled_from(EVERYTHING),
        st.sampled_from(JOINERS + MARKS + CONTROLS + "لا "),
        st.characters(),
    ),
    max_size=80,
)

_CLASSES = (ARABIC + "  ", ARABIC + "لالا", OTHERS, MARKS + JOINERS, CONTROLS, EVERYTHING)


def random_text(source: random.Random, longest: int = 60) -> str:
    """Return a random text in stretches, each of one class of characters."""
    text = ""
    size = source.randrange(longest)
    while len(text) < size:
        text += "".join(source.choices(source.choice(_CLASSES), k=source.randrange(1, 8)))
    return text
