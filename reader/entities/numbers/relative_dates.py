"""Days and periods told from the day of writing: أمس, العام الماضي, اليومين الماضيين, هذا الشهر.

The value is a signed ISO 8601 duration from that day: -P1D yesterday, P0Y this year, P1M next
month; PXM is an unknown number of months.
"""

from decimal import Decimal

from reader.entities.model import Label
from reader.entities.numbers.cardinals import number_at
from reader.entities.numbers.durations import DUALS, PLURALS, UNITS, length
from reader.entities.numbers.lexicon import Lexicon
from reader.entities.numbers.match import Match
from reader.entities.numbers.view import View, fold

_BACK = "ماضي فائت منصرم منقضي سابق أخير"
_ON = "مقبل قادم تالي آتي لاحق"
_NOW = "جاري حالي"


def _adjectives(stems: str) -> set[str]:
    """Return every form of an adjective with article: gender, dual, plural."""
    endings = ("", "ة", "ين", "ان", "تين", "تان")
    return {fold("ال" + stem + end) for stem in stems.split() for end in endings}


_SIGN = {
    **dict.fromkeys(_adjectives(_BACK), -1),
    **dict.fromkeys(_adjectives(_ON), 1),
    **dict.fromkeys(_adjectives(_NOW), 0),
}
_DAYS = Lexicon({"أمس": "-P1D", "غدا": "P1D", "البارحة": "-P1D", "الغد": "P1D", "بارحة": "-P1D"})
_YESTERDAY = {"امس"}
_SEASONS = Lexicon({"صيف": "SU", "شتاء": "WI", "ربيع": "SP", "خريف": "FA"})
_THIS = {"هذا", "هذه", "لهذا", "بهذا", "وهذا", "لهذه", "وهذه", "ذلك"}
_TODAY_NOT_BEFORE = {"الوطني", "الدراسي", "العالمي", "الاول", "الثاني", "الثالث", "الاخير", "ذاته",
                     "نفسه", "الدولي", "الواحد", "التالي", "الذي", "السابق", "الموالي"}  # fmt: skip


def match_relative(view: View, at: int) -> Match | None:
    """Return the date told from the day of writing at a token, or None."""
    if at >= len(view.tokens):
        return None
    return _named_day(view, at) or _period(view, at) or _this(view, at)


def _named_day(view: View, at: int) -> Match | None:
    word = view.word(at)
    token = view.tokens[at]
    if word in ("اول", "الاول", "اولي"):
        last = at + 2 if view.word(at + 1) == "من" else at + 1
        if view.word(last) in _YESTERDAY:
            return Match(Label.DATE, at, last + 1, token.start, view.tokens[last].end, "-P2D")
        return None
    if word == "بعد" and view.word(at + 1) in ("غد", "غدا", "الغد"):
        return Match(Label.DATE, at, at + 2, token.start, view.tokens[at + 1].end, "P2D")
    reading = _DAYS.find(word)
    if reading is not None and not (word == "الامس" or reading.preposition == "ك"):
        end, value = at + 1, reading.value
        if word.endswith("امس") and view.word(at + 1) == "الاول":
            end, value = at + 2, "-P2D"
        start = token.start + reading.skip
        return Match(Label.DATE, at, end, start, view.tokens[end - 1].end, value)
    today = UNITS.find(word)
    if today is not None and today.article and today.value == "%sD" and word.endswith("اليوم"):
        if view.word(at + 1) in _SIGN or view.word(at + 1) in _TODAY_NOT_BEFORE:
            return None
        if view.word(at - 1) in ("هذا", "ذلك", "في", "نفس", "ذات") or view.kind(at + 1) == "num":
            return None
        return Match(Label.DATE, at, at + 1, token.start + today.skip, token.end, "P0D")
    return None


def _period(view: View, at: int) -> Match | None:
    """Read a period with article and adjective, a number between them or not."""
    word = view.word(at)
    token = view.tokens[at]
    season = _SEASONS.find(word)
    if season is not None and season.article and view.word(at + 1) in _SIGN:
        sign = _SIGN[view.word(at + 1)]
        value = {-1: "-P1Y", 0: "P0Y", 1: "P1Y"}[sign] + season.value
        start = token.start + season.skip
        return Match(Label.DATE, at, at + 2, start, view.tokens[at + 1].end, value)
    dual, plural, single = DUALS.find(word), PLURALS.find(word), UNITS.find(word)
    reading = dual or plural or single
    if reading is None or not (reading.article or _article_lost(word)):
        return _count_first(view, at)
    end = at + 1
    count = Decimal(2) if dual is not None else Decimal(1) if plural is None else None
    if plural is not None:
        number = number_at(view, end)
        if number is not None and not number.conjunction:
            count, end = number.value, number.end
        if view.word(end) == "القليله":
            end += 1
    adjective = view.word(end)
    if adjective not in _SIGN:
        return None
    sign = _SIGN[adjective]
    stop = view.tokens[end].end
    start = token.start + reading.skip
    return Match(Label.DATE, at, end + 1, start, stop, _value(reading.value, count, sign))


def _count_first(view: View, at: int) -> Match | None:
    """Read a counted period after the number: الـ24 ساعة الماضية, الثلاثة أشهر المقبلة."""
    number = number_at(view, at)
    if number is None or not number.article:
        return None
    unit = UNITS.find(view.word(number.end))
    adjective = view.word(number.end + 1)
    if unit is None or adjective not in _SIGN:
        return None
    value = _value(unit.value, number.value, _SIGN[adjective])
    end = number.end + 2
    return Match(Label.DATE, at, end, number.start, view.tokens[end - 1].end, value)


def _this(view: View, at: int) -> Match | None:
    """Read هذا العام, هذه السنة, هذا الصيف."""
    word = view.word(at)
    if word not in _THIS or word == "ذلك":
        return None
    unit, season = UNITS.find(view.word(at + 1)), _SEASONS.find(view.word(at + 1))
    several = PLURALS.find(view.word(at + 1)) is not None
    if unit is not None and unit.article and not several and unit.value[0] != "T":
        value = length(unit.value, Decimal(0))
        if unit.value in ("%s0Y", "%s00Y"):
            value = "P0Y"
    elif season is not None and season.article:
        value = "P0Y" + season.value
    else:
        return None
    core = 3 if word.endswith(("ذه", "ذا")) else len(word)
    start = view.tokens[at].end - core
    return Match(Label.DATE, at, at + 2, start, view.tokens[at + 1].end, value)


def _article_lost(word: str) -> bool:
    """Tell whether لل hides the article (للأشهر)."""
    return word.startswith("لل")


def _value(unit: str, count: Decimal | None, sign: int) -> str:
    text = length(unit, count if count is None or sign else Decimal(0))
    return "-" + text if sign < 0 else text
