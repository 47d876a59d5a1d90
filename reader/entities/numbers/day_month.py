"""Days and months, with or without a year: 10 أكتوبر 2021, الرابع والخامس من ديسمبر."""

from dataclasses import dataclass, replace

from reader.entities.model import Label
from reader.entities.numbers.cardinals import number_at
from reader.entities.numbers.hijri import gregorian
from reader.entities.numbers.match import Match
from reader.entities.numbers.months import Month, MonthMatch, month_at
from reader.entities.numbers.ordinals import ordinal_at
from reader.entities.numbers.view import DASHES, View, fold
from reader.entities.numbers.years import YEAR_WORDS, Year, year_at

_MONTH_LEADS = {
    fold(word)
    for word in "في منذ خلال بحلول منتصف مطلع أوائل أواخر نهاية بداية حتى إلى ومنذ وفي لشهر شهر"
    " بشهر وشهر شهري الشهر آخر غرة".split()
}
_ONLY_AFTER_MONTH_WORD = {"صفر", "محرم", "جوان", "رجب", "شعبان"}
_MONTH_WORDS = {"شهر", "لشهر", "بشهر", "وشهر", "غره"}
_RELATIVE = {
    fold(word) for word in "الماضي المقبل القادم الجاري الحالي المنصرم الفائت السابق التالي".split()
}
_MOST_DAYS = 4


@dataclass(frozen=True, slots=True)
class Days:
    """Day numbers before a month: a list, or the two ends of a range."""

    end: int
    start: int
    days: tuple[int, ...]
    ranged: bool


def match_day_month(view: View, at: int) -> Match | None:
    """Return the date with a month name that starts at a token, or None."""
    return _with_days(view, at) or _month_first(view, at)


def _with_days(view: View, at: int) -> Match | None:
    days = _days(view, at)
    if days is None:
        return None
    month_token = days.end
    if view.word(month_token) == "من":
        month_token += 1
    if view.word(month_token) in ("شهر", "الشهر"):
        month_token += 1
    glue = view.word(month_token)
    if glue in ("/", "-") and month_token == days.end:  # 5-يناير-2020
        month_token += 1
    month = month_at(view, month_token)
    if month is None or month.conjunction:
        return None
    if view.word(month_token) == "صفر" and (glue == "-" or _year_after(view, month) is None):
        return None  # «3 - صفر» is the score of a game
    year = _year_after(view, month)
    end, stop = (year.end, year.stop) if year is not None else (month.end, month.stop)
    ends = _across_months(view, days, month, year) if year is None else None
    if ends is not None:
        return Match(Label.DATE, at, ends[0], days.start, ends[1], ends[2])
    values = [_value(year, month.month, day) for day in days.days]
    if len(values) == 1:
        value = values[0]
    elif days.ranged:
        value = f"{values[0]}/{values[-1]}"
    else:
        value = "{" + ",".join(values) + "}"
    return Match(Label.DATE, at, end, days.start, stop, value)


def _across_months(
    view: View, days: Days, month: MonthMatch, year: Year | None
) -> tuple[int, int, str] | None:
    """Read «28 فبراير إلى 3 مارس 2022» as one period: (end, stop, value)."""
    joins = view.word(month.end) in ("الي", "حتي") or view.word(month.end) in DASHES
    if not joins or len(days.days) != 1:
        return None
    second = _days(view, month.end + 1)
    if second is None or len(second.days) != 1:
        return None
    token = second.end + (1 if view.word(second.end) == "من" else 0)
    last = month_at(view, token)
    if last is None or last.month.calendar != month.month.calendar:
        return None
    last_year = _year_after(view, last)
    end, stop = (last_year.end, last_year.stop) if last_year else (last.end, last.stop)
    first_value = _value(year or last_year, month.month, days.days[0])
    return end, stop, f"{first_value}/{_value(last_year, last.month, second.days[0])}"


def _month_first(view: View, at: int) -> Match | None:
    """Read a month without a day: يناير 2020, شهر مارس, في آب, and «أكتوبر 7»."""
    first = at
    named = view.word(at) in _MONTH_WORDS or view.word(at) == "شهري"
    month = month_at(view, at + 1 if named else at)
    if month is None or (named and month.conjunction):
        return None
    start = month.start
    if named:
        start = view.tokens[at].end - (4 if view.word(at) == "شهري" else 3)
    year = _year_after(view, month)
    relative = view.word(month.end) in _RELATIVE
    if not (named or year or month.month.sure or relative or _in_context(view, at)):
        return None
    if year is not None:
        return Match(Label.DATE, first, year.end, start, year.stop, _value(year, month.month))
    end, stop, value = month.end, month.stop, _value(None, month.month)
    other = month_at(view, month.end) if view.word(at) == "شهري" else None
    if other is not None and other.conjunction == "و":
        later = _year_after(view, other)
        end, stop = (later.end, later.stop) if later else (other.end, other.stop)
        pair = _value(later, month.month), _value(later, other.month)
        value = "{" + ",".join(pair) + "}"
    elif relative:
        end, stop = month.end + 1, view.tokens[month.end].end
    return Match(Label.DATE, first, end, start, stop, value)


def _in_context(view: View, at: int) -> bool:
    before = view.word(at - 1)
    if view.word(at) in _ONLY_AFTER_MONTH_WORD:
        return before in _MONTH_WORDS
    return before in _MONTH_LEADS


def _year_after(view: View, month: MonthMatch) -> Year | None:
    """Read the year after a month: 2021, عام 2021, من العام 2021, ، 2021, 1444 هـ."""
    at = month.end
    if view.word(at) == "من":
        at += 1
    reading = YEAR_WORDS.find(view.word(at))
    if reading is not None and not reading.conjunction:
        return year_at(view, at + 1, words=True, calendar=month.month.calendar)
    if at != month.end:
        return None
    if view.word(at) == "(" and view.word(at + 2) == ")":
        year = year_at(view, at + 1, calendar=month.month.calendar)
        return None if year is None else replace(year, end=at + 3, stop=view.tokens[at + 2].end)
    if view.word(at) in ("،", ",", "/", "-", ".") and view.kind(at + 1) == "num":
        year = year_at(view, at + 1, calendar=month.month.calendar)
        plausible = year is not None and (year.signed or 1300 <= year.number <= 2100)
        return year if plausible and view.word(at) != "." else None
    if view.kind(at) != "num":
        return None
    year = year_at(view, at, calendar=month.month.calendar)
    if year is None or not (year.signed or 1300 <= year.number <= 2100):
        return None
    return year


def _days(view: View, at: int) -> Days | None:
    first = _day(view, at)
    if first is None:
        return None
    end, start, day = first
    days, ranged = [day], False
    before = view.word(at - 1)
    while len(days) < _MOST_DAYS:
        mark = view.word(end)
        if (mark in DASHES or mark in ("الي", "حتي")) and len(days) == 1:
            other = _day(view, end + 1)
            ranged = other is not None
        elif mark == "/" and len(days) == 1 and view.kind(end + 1) == "num":
            other = _day(view, end + 1)
        else:
            other = _day(view, end, joined=True)
            if other is not None and before in ("بين", "وبين"):
                ranged = True
        if other is None or other[2] <= days[-1]:
            break
        end = other[0]
        days.append(other[2])
    if len(days) == 1:
        ranged = False
    return Days(end, start, tuple(days), ranged)


def _day(view: View, at: int, *, joined: bool = False) -> tuple[int, int, int] | None:
    """Return (token after it, folded start, day) of a day of the month; `joined` wants a و."""
    ordinal = ordinal_at(view, at)
    dated = ordinal is not None and (ordinal.article or ordinal.value == 1)  # أول يونيو
    if ordinal is not None and dated and ordinal.value <= 31:
        if joined != (ordinal.conjunction == "و"):
            return None if joined else (ordinal.end, ordinal.start, ordinal.value)
        return ordinal.end, ordinal.start, ordinal.value
    number = number_at(view, at)
    if number is None or number.value != int(number.value) or not 1 <= number.value <= 31:
        return None
    if joined and number.conjunction != "و":
        return None
    return number.end, number.start, int(number.value)


def _value(year: Year | None, month: Month, day: int | None = None) -> str:
    if month.calendar == "hijri":
        return gregorian(year.number if year else None, month.number, day)
    head = f"{year.number:04d}" if year is not None else "XXXX"
    return f"{head}-{month.number:02d}" + (f"-{day:02d}" if day is not None else "")
