"""Numbers, dates, money and measures in English text, with the values the Arabic rules give."""

import re
from decimal import Decimal

from reader.entities.model import Entity, Label
from reader.entities.numbers.digits import plain
from reader.translation.english_amounts import DASHES, Amounts, Found, Token
from reader.translation.english_words import (
    CURRENCIES,
    MONTHS,
    PERIODS,
    RELATIVE_DAYS,
    UNITS,
    WEEKDAYS,
)

_TOKEN = re.compile(
    r"(?P<num>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)|(?P<sym>[^\s])"
)
_YEAR = range(1000, 2200)
_YEAR_LEADS = {"in", "since", "of", "year", "until", "from", "by", "to", "between", "and", "for",
               "during", "late", "early", "mid", "before", "after", "end"}  # fmt: skip
_AMBIGUOUS_MONTHS = {"may", "march"}
_MONTH_LEADS = {"in", "since", "last", "next", "early", "late", "until", "by", "mid", "this", "of",
                "during"}  # fmt: skip


def english_numbers(text: str) -> list[Entity]:
    """Return the number expressions of an English text, sorted and apart.

    Values are written as `reader.entities.numbers` writes them, so that both sides compare.
    """
    tokens = [
        Token(m.lastgroup or "", m.group().lower(), m.start(), m.end(), m.group()[0].isupper())
        for m in _TOKEN.finditer(text)
    ]
    scanner = _Scanner(tokens)
    found = []
    at = 0
    while at < len(tokens):
        hit = scanner.best(at)
        if hit is None:
            at += 1
            continue
        start, end = tokens[at].start, tokens[hit.end - 1].end
        found.append(Entity(start, end, hit.label, text[start:end], value=hit.value))
        at = hit.end
    return found


class _Scanner(Amounts):
    """Adds the rules for dates and times."""

    def best(self, at: int) -> Found | None:
        """Return the longest expression at a token."""
        rules = (self._date, self._relative, self._time, self._measured, self._ordinal)
        hits = [hit for rule in rules if (hit := rule(at)) is not None]
        return max(hits, key=lambda hit: hit.end, default=None)

    def _date(self, at: int) -> Found | None:
        end = at
        weekday = WEEKDAYS.get(self._word(at)) if self._capital(at) else None
        if weekday is not None:
            end = at + 1
            after = end + 1 if self._word(end) == "," else end
            day = self._calendar(after)
            if day is not None:
                return day
            return Found(end, Label.DATE, f"XXXX-WXX-{weekday}")
        return self._calendar(at) or self._numeric(at) or self._year(at)

    def _calendar(self, at: int) -> Found | None:
        """Read October 10, 2021; 10 October 2021; the 7th of October; October 2021; October."""
        month = self._month(at)
        if month is not None:
            day = self._day(at + 1)
            if day is not None and not self._is_year(at + 1):
                return self._with_year(day[0], month, day[1])
            return self._with_year(at + 1, month, None)
        day = self._day(at)
        if day is None:
            return None
        days, joint = [day[1]], self._word(day[0])
        if joint in ("and", "to") or joint in DASHES:
            skip = day[0] + (2 if self._word(day[0] + 1) == "the" else 1)
            other = self._day(skip)
            if other is not None and other[1] > day[1]:
                day = other
                days.append(other[1])
        after = day[0] + 1 if self._word(day[0]) == "of" else day[0]
        month = self._month(after)
        if month is None:
            return None
        if len(days) == 1:
            return self._with_year(after + 1, month, day[1])
        found = [self._with_year(after + 1, month, number) for number in days]
        listed = joint == "and" and self._word(at - 1) != "between"
        value = (
            "{" + ",".join(one.value for one in found) + "}"
            if listed
            else "/".join(one.value for one in found)
        )
        return Found(found[0].end, Label.DATE, value)

    def _with_year(self, at: int, month: int, day: int | None) -> Found:
        comma = self._word(at) == ","
        year_at = at + 1 if comma else at
        if self._is_year(year_at):
            head, end = self._word(year_at), year_at + 1
        else:
            head, end = "XXXX", at
        tail = f"-{day:02d}" if day is not None else ""
        return Found(end, Label.DATE, f"{head}-{month:02d}{tail}")

    def _month(self, at: int) -> int | None:
        word = self._word(at)
        if not self._capital(at) or word not in MONTHS:
            return None
        if word in _AMBIGUOUS_MONTHS and not (
            self._kind(at + 1) == "num" or self._kind(at - 1) == "num"
            or self._word(at - 1) in _MONTH_LEADS
        ):  # fmt: skip
            return None
        return MONTHS[word]

    def _day(self, at: int) -> tuple[int, int] | None:
        word = self._word(at)
        if self._kind(at) == "num" and word.isdecimal() and 1 <= int(word[:9]) <= 31:
            suffix = self._word(at + 1) in ("st", "nd", "rd", "th") and self._touches(at + 1)
            return at + (2 if suffix else 1), int(word)
        found = self._ordinal(at)
        if found is not None and found.value.isdecimal() and int(found.value) <= 31:
            return found.end, int(found.value)
        return None

    def _is_year(self, at: int) -> bool:
        word = self._word(at)
        return (
            self._kind(at) == "num" and len(word) == 4 and word.isdecimal() and int(word) in _YEAR
        )

    def _year(self, at: int) -> Found | None:
        lead = self._word(at) == "year" and self._is_year(at + 1)
        token = at + 1 if lead else at
        if not self._is_year(token):
            return None
        if self._word(token + 1) == "s" and self._touches(token + 1):
            return Found(token + 2, Label.DATE, self._word(token)[:3] + "X")
        modern = 1800 <= int(self._word(token)) <= 2100
        before = self._word(at - 1)
        told = lead or (modern and (before in _YEAR_LEADS or before in MONTHS or before == "("))
        value, end = self._word(token), token + 1
        if self._word(end) in DASHES and self._is_year(end + 1) and modern:
            return Found(end + 2, Label.DATE, f"{value}/{self._word(end + 1)}")
        if not told or self._word(end) in UNITS or self._word(end) in CURRENCIES:
            return None
        if self._kind(end) == "word" and self._word(end) in ("people", "soldiers", "troops"):
            return None
        return Found(end, Label.DATE, value)

    def _numeric(self, at: int) -> Found | None:
        parts = [self._word(at + n) for n in range(5)]
        if not all(p.isdecimal() and len(p) <= 4 for p in parts[::2]):
            return None
        if parts[1] != parts[3] or parts[1] not in ("/", "-"):
            return None
        first, second, third = (int(part) for part in parts[::2])
        year, day = (first, third) if len(parts[0]) == 4 else (third, first)
        month = second
        if month > 12 and day <= 12:
            month, day = day, month
        if not (year in _YEAR and 1 <= month <= 12 and 1 <= day <= 31):
            return None
        return Found(at + 5, Label.DATE, f"{year:04d}-{month:02d}-{day:02d}")

    def _relative(self, at: int) -> Found | None:
        """Read yesterday, last year, next month, this week, the past two days."""
        word = self._word(at)
        if word in RELATIVE_DAYS:
            return Found(at + 1, Label.DATE, RELATIVE_DAYS[word])
        sign = {"last": "-", "past": "-", "next": "", "coming": "", "this": "0"}.get(word)
        if sign is None:
            return None
        if self._word(at + 1) in WEEKDAYS:
            return Found(at + 2, Label.DATE, f"XXXX-WXX-{WEEKDAYS[self._word(at + 1)]}")
        if self._word(at + 1) in ("summer", "winter", "spring", "fall", "autumn"):
            code = {"fall": "FA", "autumn": "FA"}.get(
                self._word(at + 1), self._word(at + 1)[:2].upper()
            )
            return Found(at + 2, Label.DATE, {"-": "-P1Y", "": "P1Y", "0": "P0Y"}[sign] + code)
        count, end = Decimal(1), at + 1
        number = self._number(end)
        if number is not None and number.amount is not None:
            count, end = number.amount, number.end
        if self._word(end) not in PERIODS:
            return None
        unit, factor = PERIODS[self._word(end)]
        plural = self._word(end).endswith("s") and number is None
        length = "X" if plural else plain(Decimal(0) if sign == "0" else count * factor)
        value = f"P{unit}".replace("%s", length)
        label = Label.TIME if unit.startswith("T") and number is None else Label.DATE
        return Found(end + 1, label, ("-" if sign == "-" else "") + value)

    def _time(self, at: int) -> Found | None:
        """Read 10:30, 10:30 a.m., 8 pm, midnight."""
        if self._word(at) == "midnight":
            return Found(at + 1, Label.TIME, "T00:00")
        if self._kind(at) != "num" or not self._word(at).isdecimal() or len(self._word(at)) > 2:
            return None
        hour, minute, end, told = int(self._word(at)), 0, at + 1, False
        if (
            self._word(end) == ":"
            and self._kind(end + 1) == "num"
            and len(self._word(end + 1)) == 2
        ):
            minute, end, told = int(self._word(end + 1)), end + 2, True
        half, after = self._half_of_day(end)
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
            end, told = after, True
        if not told or hour > 24 or minute > 59:
            return None
        zone = "Z" if self._word(end) in ("gmt", "utc") else ""
        return Found(end + len(zone), Label.TIME, f"T{hour % 24:02d}:{minute:02d}{zone}")

    def _half_of_day(self, at: int) -> tuple[str, int]:
        word = self._word(at)
        if word in ("am", "pm"):
            return word[0], at + 1
        if word in ("a", "p") and self._word(at + 1) == "." and self._word(at + 2) == "m":
            return word, at + (4 if self._word(at + 3) == "." else 3)
        return "", at
