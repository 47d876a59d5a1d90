"""Amounts in English text: digits and words, ranges, money, percent, measures, ordinals."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from reader.entities.model import Label
from reader.entities.numbers.digits import plain
from reader.translation.english_words import (
    APPROXIMATORS,
    CURRENCIES,
    CURRENCY_SIGNS,
    MAGNITUDES,
    ORDINALS,
    PERIODS,
    SMALL,
    TENS,
    UNITS,
    VAGUE,
)

DASHES = {"-", "–", "—"}
_LONGEST_NUMBER = 30
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Token:
    """A run of digits, a word or another character; `text` is in lower case."""

    kind: str
    text: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Found:
    """An expression up to token `end`; `amount` when it is one plain number."""

    end: int
    label: Label
    value: str
    amount: Decimal | None = None
    scaled: bool = False


class Amounts:
    """Rules for amounts over the tokens of one text."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens

    def _word(self, at: int) -> str:
        return self._tokens[at].text if 0 <= at < len(self._tokens) else ""

    def _kind(self, at: int) -> str:
        return self._tokens[at].kind if 0 <= at < len(self._tokens) else ""

    def _touches(self, at: int) -> bool:
        return 0 < at < len(self._tokens) and self._tokens[at].start == self._tokens[at - 1].end

    def _capital(self, at: int) -> bool:
        return 0 <= at < len(self._tokens) and self._tokens[at].capital

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

    def _number(self, at: int) -> Found | None:
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
        return Found(end, Label.CARDINAL, plain(value), value, scaled)

    def _amount(self, at: int) -> Found | None:
        """Read an approximator and a number, a range or a vague amount."""
        for words, relation in APPROXIMATORS:
            if all(self._word(at + n) == word for n, word in enumerate(words)):
                end = at + len(words)
                period = self._word(end + 1)
                if self._word(end) in ("a", "an", "one") and period in PERIODS:
                    return Found(end + 1, Label.CARDINAL, relation + "1", Decimal(1))
                body = self._amount_body(end)
                if body is not None:
                    return Found(body.end, body.label, relation + body.value, body.amount)
        return self._amount_body(at)

    def _amount_body(self, at: int) -> Found | None:
        vague = VAGUE.get(self._word(at))
        if vague is not None:
            end = at + 1
            value = vague
            if self._word(end) == "of" and self._word(end + 1) in VAGUE:
                value, end = value * VAGUE[self._word(end + 1)], end + 2
            if self._word(at) in ("few", "several"):
                return self._few(at)
            return Found(end, Label.CARDINAL, plain(value) + "s")
        low = self._number(at)
        if low is None or low.amount is None:
            return None
        joint = self._word(low.end)
        if joint in DASHES | {"to", "or"} or (joint == "and" and self._word(at - 1) == "between"):
            high = self._number(low.end + 1)
            if high is not None and high.amount is not None:
                first = low.amount
                power = high.amount / (self._coefficient(low.end + 1) or 1)
                if high.scaled and not low.scaled and first * power < high.amount:
                    first *= power
                if first < high.amount or (joint == "to" and self._word(at - 1) == "from"):
                    both = f"{plain(first)}..{plain(high.amount)}"
                    return Found(high.end, Label.CARDINAL, both)
        return low

    def _coefficient(self, at: int) -> Decimal | None:
        value = self._digits(at)
        if value is not None:
            return value
        spelled = self._words(at)
        return spelled[1] if spelled is not None else None

    def _few(self, at: int) -> Found | None:
        scale = {"hundred": 100, "thousand": 1000, "million": 10**6}.get(self._word(at + 1))
        if scale is None:
            return None
        return Found(at + 2, Label.CARDINAL, f"{3 * scale}..{9 * scale}")

    def _measured(self, at: int) -> Found | None:
        sign = CURRENCY_SIGNS.get(self._word(at))
        if sign is not None:
            amount = self._amount(at + 1)
            return amount and Found(amount.end, Label.MONEY, f"{amount.value} {sign}")
        amount = self._amount(at)
        if amount is None:
            return None
        end, word = amount.end, self._word(amount.end)
        if word in ("%", "percent"):
            return Found(end + 1, Label.PERCENT, amount.value + "%")
        if word == "per" and self._word(end + 1) == "cent":
            return Found(end + 2, Label.PERCENT, amount.value + "%")
        if word == "percentage" and self._word(end + 1).startswith("point"):
            return Found(end + 2, Label.PERCENT, amount.value + "pp")
        currency = self._currency(end)
        if currency is not None:
            return Found(currency[0], Label.MONEY, f"{amount.value} {currency[1]}")
        if word in PERIODS:
            return self._duration(end, amount)
        if word in ("times", "fold") or (word == "-" and self._word(end + 1) == "fold"):
            return Found(end + (2 if word == "-" else 1), Label.CARDINAL, amount.value + "x")
        if word in UNITS:
            end += 1
            unit = UNITS[word]
            if self._word(end - 1) == "square" or self._word(end - 1) == "cubic":
                unit, end = UNITS.get(self._word(end), "") + unit, end + 1
            if unit == "degree" and self._word(end) in ("celsius", "fahrenheit"):
                unit, end = "°C" if self._word(end) == "celsius" else "°F", end + 1
            return Found(end, Label.QUANTITY, f"{amount.value} {unit}")
        return amount if self._counts(at, amount) else None

    def _counts(self, at: int, amount: Found) -> bool:
        if self._word(at) != "one" or amount.end != at + 1:
            return True
        return self._kind(at + 1) == "word" and self._word(at + 1) not in ("of", "another", "day")

    def _currency(self, at: int) -> tuple[int, str] | None:
        pair = f"{self._word(at)} {self._word(at + 1)}"
        if pair in CURRENCIES:
            return at + 2, CURRENCIES[pair]
        code = CURRENCIES.get(self._word(at))
        return (at + 1, code) if code is not None else None

    def _duration(self, at: int, amount: Found) -> Found | None:
        unit, factor = PERIODS[self._word(at)]
        label = Label.TIME if unit.startswith("T") else Label.DATE
        if amount.amount is None:
            return Found(at + 1, label, amount.value + " " + unit)
        relation = amount.value[: len(amount.value) - len(plain(amount.amount))]
        length = f"P{unit}".replace("%s", plain(amount.amount * factor))
        if self._word(at + 1) == "ago":
            return Found(at + 2, label, f"{relation}-{length}")
        return Found(at + 1, label, relation + length)

    def _ordinal(self, at: int) -> Found | None:
        word = self._word(at)
        if word in ORDINALS:
            return Found(at + 1, Label.ORDINAL, str(ORDINALS[word]))
        if word in TENS and self._word(at + 1) == "-" and self._word(at + 2) in ORDINALS:
            value = TENS[word] + ORDINALS[self._word(at + 2)]
            return Found(at + 3, Label.ORDINAL, str(value))
        digits = self._digits(at)
        suffix = self._word(at + 1) in ("st", "nd", "rd", "th") and self._touches(at + 1)
        if digits is None or not suffix:
            return None
        return Found(at + 2, Label.ORDINAL, plain(digits))
