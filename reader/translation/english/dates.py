"""Dates in English: October 10, 2021; the 7th of October; 10/10/2021; in 2018; the 1990s."""

from reader.entities.model import Label
from reader.translation.english.cardinals import ordinal_at
from reader.translation.english.found import Found
from reader.translation.english.tokens import Tokens
from reader.translation.english.words import (
    AMBIGUOUS_MONTHS,
    CURRENCIES,
    DASHES,
    DECADES,
    MONTHS,
    SHORT_MONTHS,
    UNITS,
    WEEKDAYS,
)

_YEAR = range(1000, 2200)
_MODERN = range(1800, 2101)
_YEAR_LEADS = set(
    "in since of year until from by to between and for during late early mid before after end"
    " (".split()
)
_COUNTED = {"people", "soldiers", "troops"}
_MONTH_LEADS = set("in since last next early late until by mid this of during".split())


def date_at(tokens: Tokens, at: int) -> Found | None:
    """Return the date that starts at a token."""
    weekday = WEEKDAYS.get(tokens.text(at)) if tokens.is_capital(at) else None
    if weekday is None:
        return _calendar(tokens, at) or numeric_at(tokens, at) or _year(tokens, at)
    after = at + 2 if tokens.text(at + 1) == "," else at + 1
    return _calendar(tokens, after) or Found(at + 1, Label.DATE, f"XXXX-WXX-{weekday}")


def numeric_at(tokens: Tokens, at: int) -> Found | None:
    """Read 2021-10-10, 10/10/2021 and 10.10.2021, the day first where both orders are possible."""
    parts = [tokens.text(at + n) for n in range(5)]
    if not all(part.isdecimal() and len(part) <= 4 for part in parts[::2]):
        return None
    if parts[1] != parts[3] or parts[1] not in ("/", "-", "."):
        return None
    if parts[1] == "." and not (tokens.touches(at + 1) and tokens.touches(at + 3)):
        return None
    first, month, third = (int(part) for part in parts[::2])
    if len(parts[0]) <= 2 and len(parts[4]) == 2 and tokens.touches(at + 4):
        third += 2000 if third < 70 else 1900
    year, day = (first, third) if len(parts[0]) == 4 else (third, first)
    if month > 12 and day <= 12:
        month, day = day, month
    if not (year in _YEAR and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Found(at + 5, Label.DATE, f"{year:04d}-{month:02d}-{day:02d}")


def _calendar(tokens: Tokens, at: int) -> Found | None:
    """Read October 10, 2021; 10 October 2021; the 7th of October; October 2021; October."""
    month = _month(tokens, at)
    if month is not None:
        end, number = month
        day = _day(tokens, end)
        if day is not None and not _is_year(tokens, end):
            return _with_year(tokens, day[0], number, day[1])
        return _with_year(tokens, end, number, None)
    day = _day(tokens, at)
    if day is None:
        return None
    days, joint = [day[1]], tokens.text(day[0])
    if joint in {"and", "to"} | DASHES:
        skip = day[0] + (2 if tokens.text(day[0] + 1) == "the" else 1)
        other = _day(tokens, skip)
        if other is not None and other[1] > day[1]:
            day = other
            days.append(other[1])
    month = _month(tokens, day[0] + 1 if tokens.text(day[0]) == "of" else day[0])
    if month is None:
        return None
    found = [_with_year(tokens, month[0], month[1], number) for number in days]
    values = [one.value for one in found]
    listed = joint == "and" and tokens.text(at - 1) != "between"
    value = "{" + ",".join(values) + "}" if listed and len(days) > 1 else "/".join(values)
    return Found(found[0].end, Label.DATE, value)


def _with_year(tokens: Tokens, at: int, month: int, day: int | None) -> Found:
    year_at = at + 1 if tokens.text(at) == "," else at
    known = _is_year(tokens, year_at)
    head, end = (tokens.text(year_at), year_at + 1) if known else ("XXXX", at)
    tail = f"-{day:02d}" if day is not None else ""
    return Found(end, Label.DATE, f"{head}-{month:02d}{tail}")


def _month(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return the token behind a month's name, and the month."""
    word = tokens.text(at)
    if not tokens.is_capital(at):
        return None
    if word in SHORT_MONTHS:
        end = at + 2 if tokens.text(at + 1) == "." and tokens.touches(at + 1) else at + 1
        beside = tokens.is_digits(end) or tokens.is_digits(at - 1)
        return (end, SHORT_MONTHS[word]) if beside else None
    if word not in MONTHS:
        return None
    beside = tokens.is_digits(at + 1) or tokens.is_digits(at - 1)
    if word in AMBIGUOUS_MONTHS and not beside and tokens.text(at - 1) not in _MONTH_LEADS:
        return None
    return at + 1, MONTHS[word]


def _day(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return the token behind a day of the month, and the day."""
    word = tokens.text(at)
    found = ordinal_at(tokens, at)
    if found is not None and found.value in range(1, 32):
        return found.end, int(found.value)
    if tokens.is_digits(at) and word.isdecimal() and 1 <= int(word[:9]) <= 31:
        return at + 1, int(word)
    return None


def _is_year(tokens: Tokens, at: int) -> bool:
    word = tokens.text(at)
    return tokens.is_digits(at) and len(word) == 4 and word.isdecimal() and int(word) in _YEAR


def _year(tokens: Tokens, at: int) -> Found | None:
    if tokens.text(at) in DECADES and tokens.text(at - 1) == "the":
        return Found(at + 1, Label.DATE, f"19{DECADES[tokens.text(at)] // 10}X")
    lead = tokens.text(at) == "year" and _is_year(tokens, at + 1)
    start = at + 1 if lead else at
    if not _is_year(tokens, start):
        return None
    year, end = tokens.text(start), start + 1
    plural = decade_end(tokens, start)
    if plural is not None:
        return Found(plural, Label.DATE, year[:3] + "X")
    modern = int(year) in _MODERN
    if modern and tokens.text(end) in DASHES and _is_year(tokens, end + 1):
        return Found(end + 2, Label.DATE, f"{year}/{tokens.text(end + 1)}")
    before, after = tokens.text(at - 1), tokens.text(end)
    told = lead or (modern and (before in _YEAR_LEADS or before in MONTHS))
    if not told or after in UNITS or after in CURRENCIES or after in _COUNTED:
        return None
    return Found(end, Label.DATE, year)


def decade_end(tokens: Tokens, at: int) -> int | None:
    """Return the token behind the plural of digits: 1990s, 90's."""
    end = at + 2 if tokens.text(at + 1) in ("'", "’") and tokens.touches(at + 1) else at + 1
    return end + 1 if tokens.text(end) == "s" and tokens.touches(end) else None
