"""All that an English text says in numbers, taken generously, to see whether any was lost."""

from dataclasses import dataclass, field
from decimal import Decimal

from reader.translation.english.cardinals import cardinal_at, ordinal_at
from reader.translation.english.dates import decade_end, numeric_at
from reader.translation.english.found import Number
from reader.translation.english.fractions import fraction_at, part_of_period_at
from reader.translation.english.joined import hundredths_at, shared_scale_at, sum_at
from reader.translation.english.times import four_digits_at
from reader.translation.english.tokens import Tokens
from reader.translation.english.words import (
    AMBIGUOUS_MONTHS,
    CURRENCIES,
    CURRENCY_SIGNS,
    DECADES,
    FOLDS,
    IMPLIED,
    MONTHS,
    PERIODS,
    ROMAN,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)


@dataclass(slots=True)
class Stated:
    """What a text says in numbers: `written` are those in digits, `all` with words and parts."""

    written: set[Decimal] = field(default_factory=set)
    all: set[Decimal] = field(default_factory=set)
    months: set[int] = field(default_factory=set)
    weekdays: set[int] = field(default_factory=set)  # 1 is Monday, as in ISO 8601
    decades: set[int] = field(default_factory=set)  # 1970, or 70 without a century
    words: set[str] = field(default_factory=set)
    sums: dict[Decimal, Decimal] = field(default_factory=dict)  # second part of a sum -> the sum


def stated(text: str) -> Stated:
    """Return the numbers of an English text, and the months, weekdays and decades it names.

    Digits count with their magnitude and without (2.5 million: 2.5 and 2,500,000), decades and
    centuries also as years, parts of sums and of ranges also with what they are joined to.
    """
    tokens = Tokens(text)
    found = Stated()
    for at, word in tokens.words():
        found.words.add(word)
        _named(found, word, capital=tokens.is_capital(at))
    for at in range(len(tokens)):
        if tokens.is_digits(at):
            _written(found, tokens, at)
        _part(found, tokens, at)
    at = 0
    while at < len(tokens):
        at = _number(tokens, at, found)
    return found


def _named(found: Stated, word: str, *, capital: bool) -> None:
    """Add what one word names; sat, may and the like only with a capital."""
    if word in MONTHS and (capital or word not in AMBIGUOUS_MONTHS):
        found.months.add(MONTHS[word])
    if capital and word in SHORT_MONTHS:
        found.months.add(SHORT_MONTHS[word])
    if word.removesuffix("s") in WEEKDAYS:
        found.weekdays.add(WEEKDAYS[word.removesuffix("s")])
    if capital and word in SHORT_WEEKDAYS:
        found.weekdays.add(SHORT_WEEKDAYS[word])
    if word in DECADES:
        found.decades.add(DECADES[word])
    if capital and word in ROMAN:
        found.all.add(Decimal(ROMAN[word]))
    if word in FOLDS:
        found.all.add(Decimal(FOLDS[word]))
    found.all |= {Decimal(value) for value in IMPLIED.get(word, ())}


def _written(found: Stated, tokens: Tokens, at: int) -> None:
    """Add a run of digits as it stands, also the 16 of F16."""
    value = tokens.digits(at)
    found.written.add(value)
    found.all.add(value)
    if decade_end(tokens, at) is not None:
        found.decades.add(int(value))
    found.all |= {Decimal(part) for part in four_digits_at(tokens, at) or ()}
    if numeric_at(tokens, at) is not None:  # day or month first is not certain
        parts = {tokens.digits(at + n) for n in (0, 2, 4)}
        found.months |= {int(part) for part in parts if part <= 12}


def _number(tokens: Tokens, at: int, found: Stated) -> int:
    """Add the number at a token, if any; return where the next one may be."""
    cardinal, ordinal = cardinal_at(tokens, at), ordinal_at(tokens, at)
    number = max((n for n in (cardinal, ordinal) if n), key=lambda n: n.end, default=None)
    if number is None:
        return at + 1
    found.all.add(number.value)
    if not tokens.is_digits(at):
        found.all.add(Decimal(int(number.value)))  # the two of "two and a half"
    if number is cardinal:
        _, years = PERIODS.get(tokens.text(number.end), ("", 1))
        found.all.add(number.value * years)
        _joined(found, tokens, at, cardinal)
    return number.end


def _part(found: Stated, tokens: Tokens, at: int) -> None:
    """Add the fraction at a token, to six places as the Arabic's are, and its share of years."""
    fraction = fraction_at(tokens, at)
    if fraction is not None:
        found.all.add(round(fraction.value, 6))
    years = part_of_period_at(tokens, at)
    if years is not None:
        found.all.add(years)


def _joined(found: Stated, tokens: Tokens, at: int, number: Number) -> None:
    if (scaled := shared_scale_at(tokens, at, number)) is not None:
        found.all.add(scaled)
    if (added := sum_at(tokens, at, number)) is not None:
        total, second = added
        found.all.add(total)
        found.sums[second] = total
    if (cents := _cents(tokens, at, number.end)) is not None:
        found.all.add(number.value + cents.value)


def _cents(tokens: Tokens, at: int, end: int) -> Number | None:
    """Return the cents behind the dollars of a number's tokens, or None."""
    sign = CURRENCY_SIGNS.get(tokens.text(at - 1))
    if sign is not None:
        return hundredths_at(tokens, end, sign)
    for words in (1, 2):
        name = " ".join(tokens.text(end + n) for n in range(words))
        if (cents := hundredths_at(tokens, end + words, CURRENCIES.get(name, ""))) is not None:
            return cents
    return None
