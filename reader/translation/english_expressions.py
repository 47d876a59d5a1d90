"""Numbers, dates, money and measures in English text, with the values the Arabic rules give."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from reader.entities.model import Entity, Label
from reader.entities.numbers.digits import plain
from reader.translation.english_words import (
    APPROXIMATORS,
    CURRENCIES,
    CURRENCY_SIGNS,
    MAGNITUDES,
    MONTHS,
    ORDINALS,
    PERIODS,
    RELATIVE_DAYS,
    SMALL,
    TENS,
    UNITS,
    VAGUE,
    WEEKDAYS,
)

_TOKEN = re.compile(
    r"(?P<num>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)|(?P<sym>[^\s])"
)
_LONGEST_NUMBER = 30
_YEAR = range(1000, 2200)
_YEAR_LEADS = {"in", "since", "of", "year", "until", "from", "by", "to", "between", "and", "for",
               "during", "late", "early", "mid", "before", "after", "end"}  # fmt: skip
_DASHES = {"-", "–", "—"}
_AMBIGUOUS_MONTHS = {"may", "march"}
_MONTH_LEADS = {"in", "since", "last", "next", "early", "late", "until", "by", "mid", "this", "of",
                "during"}  # fmt: skip
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str  # lower case
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class _Found:
    end: int  # token after it
    label: Label
    value: str
    amount: Decimal | None = None
    scaled: bool = False


def english_numbers(text: str) -> list[Entity]:
    """Return the number expressions of an English text, sorted and apart.

    Values are written as `reader.entities.numbers` writes them, so that both sides compare.
    """
    tokens = [
        _Token(m.lastgroup or "", m.group().lower(), m.start(), m.end(), m.group()[0].isupper())
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


class _Scanner:
    """Rules over the tokens of one text."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens

    def best(self, at: int) -> _Found | None:
        """Return the longest expression at a token."""
        rules = (self._date, self._relative, self._time, self._measured, self._ordinal)
        hits = [hit for rule in rules if (hit := rule(at)) is not None]
        return max(hits, key=lambda hit: hit.end, default=None)

    def _word(self, at: int) -> str:
        return self._tokens[at].text if 0 <= at < len(self._tokens) else ""

    def _kind(self, at: int) -> str:
        return self._tokens[at].kind if 0 <= at < len(self._tokens) else ""

    def _touches(self, at: int) -> bool:
        return 0 < at < len(self._tokens) and self._tokens[at].start == self._tokens[at - 1].end

    # numbers

    def _digits(self, at: int) -> Decimal | None:
        if self._kind(at) != "num" or len(self._word(at)) > _LONGEST_NUMBER:
            return None
        if self._touches(at) and self._kind(at - 1) == "word":
            return None  # F16
        try:
            return Decimal(self._word(at).replace(",", ""))
        except InvalidOperation:
            return None

    def _words(self, at: int) -> tuple[int, Decimal] | None:
        """Read number words below a thousand: twenty-eight, three hundred and five."""
        total, end, seen = Decimal(0), at, False
        for _ in range(_MOST_WORDS):
            word = self._word(end)
            if word == "and" and seen and self._word(end - 1) == "hundred":
                if self._word(end + 1) not in SMALL and self._word(end + 1) not in TENS:
                    break
                end += 1
                continue
            if (
                word == "-"
                and seen
                and self._word(end + 1) in SMALL
                and self._word(end - 1) in TENS
            ):
                end += 1
                continue
            if word in TENS and total % 100 == 0:
                total += TENS[word]
            elif word in SMALL and (total % 10 == 0 and (total % 100 >= 20 or total % 100 == 0)):
                total += SMALL[word]
            elif word == "hundred" and 0 < total < 10:
                total *= 100
            elif word in ("hundred", "a") and not seen:
                if word == "a" and self._word(end + 1) not in ("hundred", "thousand", *MAGNITUDES):
                    return None
                total += 100 if word == "hundred" else 1
                if word == "a" and self._word(end + 1) == "hundred":
                    total, end = Decimal(100), end + 1
            else:
                break
            seen = True
            end += 1
        return (end, total) if seen else None

    def _number(self, at: int) -> _Found | None:
        """Read one number: digits or words, with its magnitude."""
        value = self._digits(at)
        end = at + 1
        if value is None:
            spelled = self._words(at)
            if spelled is None:
                if self._word(at) not in MAGNITUDES:
                    return None
                spelled = at, Decimal(1)
            end, value = spelled
        scaled = False
        while self._word(end) in MAGNITUDES and end <= at + _MOST_WORDS:
            value, end, scaled = value * MAGNITUDES[self._word(end)], end + 1, True
        if scaled and self._kind(at) == "word":
            rest = self._words(end + 1 if self._word(end) == "and" else end)
            if rest is not None and rest[1] < 1000:
                end, value = rest[0], value + rest[1]
        return _Found(end, Label.CARDINAL, plain(value), value, scaled)

    def _amount(self, at: int) -> _Found | None:
        """Read an approximator and a number, a range or a vague amount."""
        for words, relation in APPROXIMATORS:
            if all(self._word(at + n) == word for n, word in enumerate(words)):
                end = at + len(words)
                period = self._word(end + 1)
                if self._word(end) in ("a", "an", "one") and period in PERIODS:
                    return _Found(end + 1, Label.CARDINAL, relation + "1", Decimal(1))
                body = self._amount_body(end)
                if body is not None:
                    return _Found(body.end, body.label, relation + body.value, body.amount)
        return self._amount_body(at)

    def _amount_body(self, at: int) -> _Found | None:
        vague = VAGUE.get(self._word(at))
        if vague is not None:
            end = at + 1
            value = vague
            if self._word(end) == "of" and self._word(end + 1) in VAGUE:
                value, end = value * VAGUE[self._word(end + 1)], end + 2
            if self._word(at) in ("few", "several"):
                return self._few(at)
            return _Found(end, Label.CARDINAL, plain(value) + "s")
        low = self._number(at)
        if low is None or low.amount is None:
            return None
        joint = self._word(low.end)
        if joint in _DASHES | {"to", "or"} or (joint == "and" and self._word(at - 1) == "between"):
            high = self._number(low.end + 1)
            if high is not None and high.amount is not None:
                first = low.amount
                power = high.amount / (self._coefficient(low.end + 1) or 1)
                if high.scaled and not low.scaled and first * power < high.amount:
                    first *= power
                if first < high.amount or (joint == "to" and self._word(at - 1) == "from"):
                    both = f"{plain(first)}..{plain(high.amount)}"
                    return _Found(high.end, Label.CARDINAL, both)
        return low

    def _coefficient(self, at: int) -> Decimal | None:
        value = self._digits(at)
        if value is not None:
            return value
        spelled = self._words(at)
        return spelled[1] if spelled is not None else None

    def _few(self, at: int) -> _Found | None:
        scale = {"hundred": 100, "thousand": 1000, "million": 10**6}.get(self._word(at + 1))
        if scale is None:
            return None
        return _Found(at + 2, Label.CARDINAL, f"{3 * scale}..{9 * scale}")

    # what is counted

    def _measured(self, at: int) -> _Found | None:
        sign = CURRENCY_SIGNS.get(self._word(at))
        if sign is not None:
            amount = self._amount(at + 1)
            return amount and _Found(amount.end, Label.MONEY, f"{amount.value} {sign}")
        amount = self._amount(at)
        if amount is None:
            return None
        end, word = amount.end, self._word(amount.end)
        if word in ("%", "percent"):
            return _Found(end + 1, Label.PERCENT, amount.value + "%")
        if word == "per" and self._word(end + 1) == "cent":
            return _Found(end + 2, Label.PERCENT, amount.value + "%")
        if word == "percentage" and self._word(end + 1).startswith("point"):
            return _Found(end + 2, Label.PERCENT, amount.value + "pp")
        currency = self._currency(end)
        if currency is not None:
            return _Found(currency[0], Label.MONEY, f"{amount.value} {currency[1]}")
        if word in PERIODS:
            return self._duration(end, amount)
        if word in ("times", "fold") or (word == "-" and self._word(end + 1) == "fold"):
            return _Found(end + (2 if word == "-" else 1), Label.CARDINAL, amount.value + "x")
        if word in UNITS:
            end += 1
            unit = UNITS[word]
            if self._word(end - 1) == "square" or self._word(end - 1) == "cubic":
                unit, end = UNITS.get(self._word(end), "") + unit, end + 1
            if unit == "degree" and self._word(end) in ("celsius", "fahrenheit"):
                unit, end = "°C" if self._word(end) == "celsius" else "°F", end + 1
            return _Found(end, Label.QUANTITY, f"{amount.value} {unit}")
        return amount if self._counts(at, amount) else None

    def _counts(self, at: int, amount: _Found) -> bool:
        if self._word(at) != "one" or amount.end != at + 1:
            return True
        return self._kind(at + 1) == "word" and self._word(at + 1) not in ("of", "another", "day")

    def _currency(self, at: int) -> tuple[int, str] | None:
        pair = f"{self._word(at)} {self._word(at + 1)}"
        if pair in CURRENCIES:
            return at + 2, CURRENCIES[pair]
        code = CURRENCIES.get(self._word(at))
        return (at + 1, code) if code is not None else None

    def _duration(self, at: int, amount: _Found) -> _Found | None:
        unit, factor = PERIODS[self._word(at)]
        label = Label.TIME if unit.startswith("T") else Label.DATE
        if amount.amount is None:
            return _Found(at + 1, label, amount.value + " " + unit)
        relation = amount.value[: len(amount.value) - len(plain(amount.amount))]
        length = f"P{unit}".replace("%s", plain(amount.amount * factor))
        if self._word(at + 1) == "ago":
            return _Found(at + 2, label, f"{relation}-{length}")
        return _Found(at + 1, label, relation + length)

    # dates and times

    def _date(self, at: int) -> _Found | None:
        end = at
        weekday = WEEKDAYS.get(self._word(at)) if self._capital(at) else None
        if weekday is not None:
            end = at + 1
            after = end + 1 if self._word(end) == "," else end
            day = self._calendar(after)
            if day is not None:
                return day
            return _Found(end, Label.DATE, f"XXXX-WXX-{weekday}")
        return self._calendar(at) or self._numeric(at) or self._year(at)

    def _calendar(self, at: int) -> _Found | None:
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
        if joint in ("and", "to") or joint in _DASHES:
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
        return _Found(found[0].end, Label.DATE, value)

    def _with_year(self, at: int, month: int, day: int | None) -> _Found:
        comma = self._word(at) == ","
        year_at = at + 1 if comma else at
        if self._is_year(year_at):
            head, end = self._word(year_at), year_at + 1
        else:
            head, end = "XXXX", at
        tail = f"-{day:02d}" if day is not None else ""
        return _Found(end, Label.DATE, f"{head}-{month:02d}{tail}")

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

    def _year(self, at: int) -> _Found | None:
        lead = self._word(at) == "year" and self._is_year(at + 1)
        token = at + 1 if lead else at
        if not self._is_year(token):
            return None
        if self._word(token + 1) == "s" and self._touches(token + 1):
            return _Found(token + 2, Label.DATE, self._word(token)[:3] + "X")
        modern = 1800 <= int(self._word(token)) <= 2100
        before = self._word(at - 1)
        told = lead or (modern and (before in _YEAR_LEADS or before in MONTHS or before == "("))
        value, end = self._word(token), token + 1
        if self._word(end) in _DASHES and self._is_year(end + 1) and modern:
            return _Found(end + 2, Label.DATE, f"{value}/{self._word(end + 1)}")
        if not told or self._word(end) in UNITS or self._word(end) in CURRENCIES:
            return None
        if self._kind(end) == "word" and self._word(end) in ("people", "soldiers", "troops"):
            return None
        return _Found(end, Label.DATE, value)

    def _numeric(self, at: int) -> _Found | None:
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
        return _Found(at + 5, Label.DATE, f"{year:04d}-{month:02d}-{day:02d}")

    def _relative(self, at: int) -> _Found | None:
        """Read yesterday, last year, next month, this week, the past two days."""
        word = self._word(at)
        if word in RELATIVE_DAYS:
            return _Found(at + 1, Label.DATE, RELATIVE_DAYS[word])
        sign = {"last": "-", "past": "-", "next": "", "coming": "", "this": "0"}.get(word)
        if sign is None:
            return None
        if self._word(at + 1) in WEEKDAYS:
            return _Found(at + 2, Label.DATE, f"XXXX-WXX-{WEEKDAYS[self._word(at + 1)]}")
        if self._word(at + 1) in ("summer", "winter", "spring", "fall", "autumn"):
            code = {"fall": "FA", "autumn": "FA"}.get(
                self._word(at + 1), self._word(at + 1)[:2].upper()
            )
            return _Found(at + 2, Label.DATE, {"-": "-P1Y", "": "P1Y", "0": "P0Y"}[sign] + code)
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
        return _Found(end + 1, label, ("-" if sign == "-" else "") + value)

    def _time(self, at: int) -> _Found | None:
        """Read 10:30, 10:30 a.m., 8 pm, midnight."""
        if self._word(at) == "midnight":
            return _Found(at + 1, Label.TIME, "T00:00")
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
        return _Found(end + len(zone), Label.TIME, f"T{hour % 24:02d}:{minute:02d}{zone}")

    def _half_of_day(self, at: int) -> tuple[str, int]:
        word = self._word(at)
        if word in ("am", "pm"):
            return word[0], at + 1
        if word in ("a", "p") and self._word(at + 1) == "." and self._word(at + 2) == "m":
            return word, at + (4 if self._word(at + 3) == "." else 3)
        return "", at

    def _ordinal(self, at: int) -> _Found | None:
        word = self._word(at)
        if word in ORDINALS:
            return _Found(at + 1, Label.ORDINAL, str(ORDINALS[word]))
        if word in TENS and self._word(at + 1) == "-" and self._word(at + 2) in ORDINALS:
            value = TENS[word] + ORDINALS[self._word(at + 2)]
            return _Found(at + 3, Label.ORDINAL, str(value))
        digits = self._digits(at)
        suffix = self._word(at + 1) in ("st", "nd", "rd", "th") and self._touches(at + 1)
        if digits is None or not suffix:
            return None
        return _Found(at + 2, Label.ORDINAL, plain(digits))

    def _capital(self, at: int) -> bool:
        return 0 <= at < len(self._tokens) and self._tokens[at].capital
