"""Units of measure and what they are written as in a value (SI symbols where there is one)."""

from reader.entities.numbers.lexicon import Lexicon
from reader.entities.numbers.view import View

_UNITS = {
    "km": "كيلومتر كيلومترا كيلومترات كم كلم كيلو km",
    "m": "متر مترا أمتار م m",
    "cm": "سنتيمتر سنتيمترا سنتيمترات سنتمتر سم cm",
    "mm": "مليمتر مليمترا مليمترات ميليمتر ملم مم mm",
    "mi": "ميل ميلا أميال",
    "ft": "قدم قدما أقدام",
    "in": "بوصة إنش",
    "nmi": "عقدة",
    "t": "طن طنا أطنان",
    "kg": "كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كيلوجرامات كغ كلغ كجم kg",
    "g": "غرام غراما غرامات جرام جراما جرامات غ",
    "lb": "رطل رطلا أرطال",
    "oz": "أوقية أونصة أونصات أوقيات",
    "ct": "قيراط قيراطا قراريط",
    "bbl": "برميل برميلا براميل",
    "L": "لتر لترا لترات ليتر ليترا ليترات",
    "gal": "غالون غالونا غالونات جالون جالونا",
    "ha": "هكتار هكتارا هكتارات",
    "feddan": "فدان فدانا أفدنة",
    "dunam": "دونم دونما دونمات",
    "W": "واط واطا وات W",
    "kW": "كيلوواط كيلووات kW",
    "MW": "ميغاواط ميجاواط ميغاوات ميجاوات MW",
    "GW": "غيغاواط جيجاواط غيغاوات جيجاوات GW",
    "V": "فولت فولتا",
    "B": "بايت",
    "MB": "ميغابايت ميجابايت MB",
    "GB": "غيغابايت جيجابايت GB",
    "TB": "تيرابايت TB",
    "Hz": "هرتز",
    "cal": "سعرة سعرات",
    "point": "نقطة نقاط",
    "degree": "درجة درجات",
}
LENGTHS = ("km", "m", "cm", "mm", "mi", "ft")
# a plain 2 or 3 is a token of its own, see `power_at`
UNIT_WORDS: Lexicon[str] = Lexicon(
    {word: unit for unit, words in _UNITS.items() for word in words.split()}
    | {
        word + sign: unit + power
        for unit in LENGTHS
        for word in _UNITS[unit].split()
        for sign, power in (("²", "2"), ("³", "3"))
    }
)
UNIT_DUALS: Lexicon[str] = Lexicon(
    {
        "كيلومتران": "km", "كيلومترين": "km", "متران": "m", "مترين": "m", "ميلان": "mi",
        "ميلين": "mi", "قدمين": "ft", "طنان": "t", "طنين": "t",
        "كيلوغرامين": "kg", "كيلوجرامين": "kg", "برميلين": "bbl", "برميلان": "bbl",
        "درجتين": "degree", "درجتان": "degree", "نقطتين": "point", "نقطتان": "point",
        "لترين": "L", "لتران": "L", "هكتارين": "ha", "هكتاران": "ha",
    }
)  # fmt: skip

# what may follow a unit: (unit, next word) -> unit
SQUARE = {"مربع": "2", "مربعا": "2", "مربعه": "2", "مكعب": "3", "مكعبا": "3", "مكعبه": "3"}
DEGREES = {
    "مئويه": "°C", "سلسيوس": "°C", "سيليزيوس": "°C", "فهرنهايت": "°F", "حراره": "°C",
}  # fmt: skip
RATES = {
    ("في", "الساعه"): "/h",
    ("في", "الثانيه"): "/s",
    ("في", "اليوم"): "/d",
    ("باليوم", ""): "/d",
    ("بالساعه", ""): "/h",
    ("يوميا", ""): "/d",
    ("سنويا", ""): "/a",
}


def power_at(view: View, at: int, unit: str) -> str:
    """Return the 2 or 3 at a token that is glued to a unit of length (م2, كم3), or ""."""
    power = view.word(at)
    return power if unit in LENGTHS and power in ("2", "3") and view.glued(at) else ""


def is_unit(word: str) -> bool:
    """Tell whether a folded word, as it stands, is a unit."""
    return UNIT_WORDS.bare(word) is not None
