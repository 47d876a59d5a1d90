"""Numbers below a thousand and magnitudes as Arabic words, in every gender and case."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reader.entities.numbers.lexicon import Lexicon

Class = Literal["unit", "ten", "hundred", "magnitude", "dual"]


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What a number word contributes: `dual` is two of a magnitude (ألفان, مليوني)."""

    kind: Class
    value: Decimal
    plural: bool = False  # آلاف, ملايين: a vague amount when no number stands before it


def _words(kind: Class, table: dict[int, str], *, plural: bool = False) -> dict[str, NumberWord]:
    return {
        word: NumberWord(kind, Decimal(value), plural)
        for value, words in table.items()
        for word in words.split()
    }


UNITS: dict[int, str] = {
    1: "واحد واحدة واحدا",
    2: "اثنان اثنين اثنتان اثنتين إثنان إثنين اثنا اثني اثنتا اثنتي إثنا إثني",
    3: "ثلاث ثلاثة",
    4: "أربع أربعة",
    5: "خمس خمسة",
    6: "ست ستة",
    7: "سبع سبعة",
    8: "ثمان ثماني ثمانية ثمانيا",
    9: "تسع تسعة",
    10: "عشر عشرة",
}
# only before عشر, the feminine also before وعشرون
TEEN_ONES = Lexicon({"أحد": 1, "إحدى": 1, "أحدى": 1})

_TENS = {
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
}
_HUNDRED_FORMS = "مئة مائة".split()
_HUNDRED_PREFIXES = {
    3: "ثلاث ثلاثة",
    4: "أربع أربعة",
    5: "خمس خمسة",
    6: "ست ستة",
    7: "سبع سبعة",
    8: "ثمان ثماني ثمانية",
    9: "تسع تسعة",
}
_HUNDREDS = {
    100: "مئة مائة",
    200: "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي",
    **{
        value * 100: " ".join(p + h for p in prefixes.split() for h in _HUNDRED_FORMS)
        for value, prefixes in _HUNDRED_PREFIXES.items()
    },
}
_MAGNITUDES = {
    10**3: "ألف ألفا",
    10**6: "مليون مليونا",
    10**9: "مليار مليارا بليون بليونا",
    10**12: "تريليون تريليونا ترليون ترليونا تريليار",
}
_PLURALS = {
    10**3: "آلاف ألوف",
    10**6: "ملايين",
    10**9: "مليارات ملايير بلايين",
    10**12: "تريليونات ترليونات",
}
_DUALS = {
    2 * 10**3: "ألفان ألفين ألفي",
    2 * 10**6: "مليونان مليونين مليوني",
    2 * 10**9: "ملياران مليارين ملياري بليونان بليونين بليوني",
    2 * 10**12: "تريليونان تريليونين تريليوني ترليونان ترليونين ترليوني",
}

NUMBER_WORDS = Lexicon(
    {
        **_words("unit", UNITS),
        **_words("ten", _TENS),
        **_words("hundred", _HUNDREDS),
        **_words("magnitude", _MAGNITUDES),
        **_words("magnitude", _PLURALS, plural=True),
        **_words("dual", _DUALS),
    }
)

# «مليون ونصف», «نصف مليون», «ثلاثة أرباع»
FRACTIONS: Lexicon[Decimal] = Lexicon(
    {
        "نصف": Decimal("0.5"),
        "ثلث": Decimal(1) / 3,
        "ثلثي": Decimal(2) / 3,
        "ثلثا": Decimal(2) / 3,
        "ثلثين": Decimal(2) / 3,
        "ثلثان": Decimal(2) / 3,
        "ربع": Decimal("0.25"),
    }
)
FRACTION_PLURALS: Lexicon[Decimal] = Lexicon(
    {
        "أرباع": Decimal("0.25"),
        "أخماس": Decimal("0.2"),
        "أسداس": Decimal(1) / 6,
        "أعشار": Decimal("0.1"),
        "أثمان": Decimal("0.125"),
    }
)
