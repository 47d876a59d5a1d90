"""Decades, centuries, quarters, halves and seasons of a year (EDTF values).

"199X" is the nineties, "19XX" the twentieth century, "2023-33" the first quarter (33-36),
"2023-40" the first half (40, 41), "2015-22" the summer (21 spring to 24 winter) of a year.
"""

from reader.entities.model import Label
from reader.entities.numbers.cardinals import number_at
from reader.entities.numbers.lexicon import Lexicon
from reader.entities.numbers.match import Match
from reader.entities.numbers.number_words import NUMBER_WORDS
from reader.entities.numbers.ordinals import ordinal_at
from reader.entities.numbers.view import View, fold
from reader.entities.numbers.years import YEAR_WORDS, year_at

_DECADES = Lexicon(
    {
        stem + end: decade
        for decade, stem in {
            10: "عشري", 20: "عشرين", 30: "ثلاثين", 40: "أربعين", 50: "خمسين", 60: "ستين",
            70: "سبعين", 80: "ثمانين", 90: "تسعين",
        }.items()
        for end in ("يات", "ات")
        if decade != 10
    }
)  # fmt: skip
_LAST = {fold(word) for word in "الماضي المنصرم الفائت السابق".split()}
_NOW = {fold(word) for word in "الحالي الجاري".split()}
_PARTS = Lexicon({"ربع": "quarter", "نصف": "half", "فصل": "quarter", "ثلث": "third"})
_SEASONS = Lexicon({"ربيع": 21, "صيف": 22, "خريف": 23, "شتاء": 24})
_THIS_YEAR = {
    **dict.fromkeys(("الجاري", "الحالي", "الجاريه", "الحاليه"), "P0Y"),
    **dict.fromkeys(("الماضي", "الماضيه", "المنصرم", "الفائت"), "-P1Y"),
    **dict.fromkeys(("المقبل", "المقبله", "القادم", "القادمه"), "P1Y"),
}
_HIJRI_CENTURY = {fold(word) for word in "الهجري هجري هـ للهجرة الهجريين".split()}
_AGES = {fold(word) for word in "عمره عمرها العمر عمري أعمارهم عمرهم".split()}


def match_period(view: View, at: int) -> Match | None:
    """Return the decade, century, part or season of a year at a token, or None."""
    return _decade(view, at) or _centuries(view, at) or _part(view, at) or _season(view, at)


def _decade(view: View, at: int) -> Match | None:
    reading = _DECADES.find(view.word(at))
    if reading is None:
        return None
    end = at + 1
    if view.word(end) == "من" and view.word(end + 1) in _AGES:
        return None  # «في الأربعينيات من عمره» is an age
    century = 19
    after = end + 1 if view.word(end) == "من" else end
    found = _century(view, after)
    if found is not None:
        end, _, century, _ = found
    elif not reading.article:
        return None
    start = view.tokens[at].start + reading.skip
    value = f"{century}{reading.value // 10}X"
    return Match(Label.DATE, at, end, start, view.tokens[end - 1].end, value)


def _century(view: View, at: int) -> tuple[int, int, int, bool] | None:
    """Return (token after it, folded start, first two digits of its years, BC) of a century."""
    word = view.word(at)
    if not word.endswith("القرن") and word != "للقرن":
        return None
    start = view.tokens[at].end - (5 if word.endswith("القرن") else 3)
    end = at + 1
    if view.word(end) in _LAST:
        return end + 1, start, 19, False
    if view.word(end) in _NOW:
        return end + 1, start, 20, False
    number = century_number(view, end)
    if number is None:
        return None
    end, value = number
    if view.word(end) == "قبل" and view.word(end + 1) == "الميلاد":
        return end + 2, start, value - 1, True
    if view.word(end) in ("الميلادي", "ميلادي", "للميلاد"):
        end += 1
    elif _is_hijri(view, end):
        return None
    return end, start, value - 1, False


def _is_hijri(view: View, at: int) -> bool:
    """Tell whether a Hijri sign stands behind a century: its years are none of ours."""
    sign = view.word(at)
    return sign in _HIJRI_CENTURY or (sign == "قبل" and view.word(at + 1) == "الهجره")


def century_number(view: View, at: int) -> tuple[int, int] | None:
    """Return (token after it, number) of an ordinal or number that orders a century."""
    ordinal = ordinal_at(view, at)
    if ordinal is not None and ordinal.article:
        return ordinal.end, ordinal.value
    tens = NUMBER_WORDS.find(view.word(at))
    if tens is not None and tens.article and tens.value.kind == "ten":
        return at + 1, int(tens.value.value)
    number = number_at(view, at)
    if number is not None and number.digits and 1 <= number.value <= 30:
        return number.end, int(number.value)
    return None


def _centuries(view: View, at: int) -> Match | None:
    if view.word(at).endswith("القرنين"):  # القرنين التاسع عشر والعشرين
        first = century_number(view, at + 1)
        second = century_number(view, first[0]) if first is not None else None
        if first is None or second is None or _is_hijri(view, second[0]):
            return None
        start, stop = view.tokens[at].end - 7, view.tokens[second[0] - 1].end
        value = f"{{{first[1] - 1:02d}XX,{second[1] - 1:02d}XX}}"
        return Match(Label.DATE, at, second[0], start, stop, value)
    found = _century(view, at)
    if found is None:
        return None
    end, start, century, before_christ = found
    value = f"-{century:02d}XX" if before_christ else f"{century:02d}XX"
    return Match(Label.DATE, at, end, start, view.tokens[end - 1].end, value)


def _part(view: View, at: int) -> Match | None:
    """Read a quarter or half of a year: الربع الأول من عام 2023, النصف الثاني من العام الماضي."""
    reading = _PARTS.find(view.word(at))
    if reading is None or not reading.article:
        return None
    ordinal = ordinal_at(view, at + 1)
    value = ordinal.value if ordinal is not None else 0
    end = at + 2
    if view.word(at + 1) in ("الاخير", "الرابع"):
        value = 4 if reading.value == "quarter" else 2
    if not 1 <= value <= (4 if reading.value == "quarter" else 2):
        return None
    code = (32 if reading.value == "quarter" else 39) + value
    start = view.tokens[at].start + reading.skip
    if view.word(end) == "من":
        end += 1
    year_word = YEAR_WORDS.find(view.word(end))
    if year_word is not None and view.word(end + 1) in _THIS_YEAR:
        stop = view.tokens[end + 1].end
        relative = _THIS_YEAR[view.word(end + 1)]
        return Match(Label.DATE, at, end + 2, start, stop, f"{relative}-{code}")
    year = year_at(view, end + 1 if year_word is not None else end)
    if year is None or year.calendar != "gregorian":
        return None
    return Match(Label.DATE, at, year.end, start, year.stop, f"{year.number:04d}-{code}")


def _season(view: View, at: int) -> Match | None:
    reading = _SEASONS.find(view.word(at))
    if reading is None or reading.article:
        return None
    year_word = YEAR_WORDS.find(view.word(at + 1))
    year = year_at(view, at + 2 if year_word is not None else at + 1)
    if year is None or year.calendar != "gregorian":
        return None
    start = view.tokens[at].start + reading.skip
    return Match(Label.DATE, at, year.end, start, year.stop, f"{year.number:04d}-{reading.value}")
