"""All dates: picks the longest, and joins weekday, part of the day and part of the period."""

from dataclasses import replace

from reader.entities.model import Label
from reader.entities.numbers.day_month import match_day_month
from reader.entities.numbers.durations import match_duration
from reader.entities.numbers.lexicon import Lexicon
from reader.entities.numbers.match import Match
from reader.entities.numbers.numeric_dates import match_numeric_date
from reader.entities.numbers.periods import match_period
from reader.entities.numbers.relative_dates import match_relative
from reader.entities.numbers.view import View
from reader.entities.numbers.weekdays import match_weekday
from reader.entities.numbers.years import match_year

_PARTS = Lexicon(
    dict.fromkeys("نهاية بداية مطلع أوائل أواخر منتصف أواسط بدايات نهايات ختام مستهل".split(), True)
)
# TIMEX3 codes for the parts of a day
_DAYPARTS = Lexicon(
    {
        "صباح": "MO", "فجر": "MO", "ظهر": "MI", "ظهيرة": "MI", "عصر": "AF", "مساء": "EV",
        "ليل": "NI", "ليلة": "NI", "عشية": "EV",
    }
)  # fmt: skip
_BETWEEN = {"،", ",", "(", "الموافق", "الموافقه", "ـ", "-"}


def match_date(view: View, at: int) -> Match | None:
    """Return the longest date at a token, or None."""
    return _part_of_period(view, at) or _part_of_day(view, at) or _dated(view, at)


def _dated(view: View, at: int) -> Match | None:
    weekday = match_weekday(view, at)
    if weekday is not None:
        return _weekday_and_date(view, weekday)
    found = [
        match
        for match in (
            match_numeric_date(view, at),
            match_day_month(view, at),
            match_year(view, at),
            match_period(view, at),
            match_relative(view, at),
            match_duration(view, at),
        )
        if match is not None
    ]
    best = max(found, key=lambda match: match.end, default=None)
    if best is not None and best.value in ("P0D", "-P1D", "P1D"):  # «اليوم الأربعاء»
        weekday = match_weekday(view, best.end)
        if weekday is not None:
            return replace(best, end=weekday.end, stop=weekday.stop)
    return best


def _weekday_and_date(view: View, weekday: Match) -> Match:
    """Join the date after a weekday: الثلاثاء 19 فبراير, الثلاثاء الموافق (10/10/2021)."""
    at = weekday.end
    bracket = False
    for _ in range(2):
        if view.word(at) in _BETWEEN:
            bracket = bracket or view.word(at) == "("
            at += 1
    date = match_day_month(view, at) or match_numeric_date(view, at)
    if date is None or date.value.startswith("{") or "/" in date.value:
        return weekday
    end, stop = date.end, date.stop
    if bracket:
        if view.word(end) != ")":
            return weekday
        end, stop = end + 1, view.tokens[end].end
    if date.value.count("-") < 2:
        return weekday  # a month alone is no day
    return replace(weekday, end=end, stop=stop, value=date.value)


def _part_of_period(view: View, at: int) -> Match | None:
    """Join «نهاية», «أوائل» and the like with the period after them; the value stays its own."""
    reading = _PARTS.find(view.word(at))
    if reading is None or reading.article or view.word(at) == "منتصفه":
        return None
    inner = _dated(view, at + 1)
    if inner is None or inner.label is not Label.DATE:
        return None
    if inner.value.startswith(("XXXX-WXX", "P1D", "-P1D", "P0D", "~", ">", "<")):
        return None
    return replace(inner, first=at, start=view.tokens[at].start + reading.skip)


def _part_of_day(view: View, at: int) -> Match | None:
    """Join «مساء», «فجر» and the like with the day after them: مساء الثلاثاء -> ...TEV."""
    reading = _DAYPARTS.find(view.word(at))
    if reading is None or reading.article:
        return None
    end = at + 2 if view.word(at + 1) == "يوم" else at + 1
    inner = match_weekday(view, at + 1) or (
        match_relative(view, at + 1) or match_day_month(view, end) or match_numeric_date(view, end)
    )
    if inner is None or inner.label is not Label.DATE:
        return None
    if inner.value.startswith("XXXX-WXX"):
        inner = _weekday_and_date(view, inner)
    if not inner.value.startswith(("XXXX-WXX", "-P1D", "P1D", "P0D", "-P2D", "P2D")) and (
        inner.value.count("-") < 2 or "/" in inner.value
    ):
        return None
    start = view.tokens[at].start + reading.skip
    return replace(inner, first=at, start=start, value=f"{inner.value}T{reading.value}")
