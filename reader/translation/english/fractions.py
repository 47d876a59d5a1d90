"""Fractions in English: three-fifths, a quarter; and of long times: half a century."""

from decimal import Decimal

from reader.translation.english.found import Number
from reader.translation.english.tokens import Tokens
from reader.translation.english.words import ORDINALS, PERIODS, SMALL

_PARTS = {"half": 2, "halve": 2, "quarter": 4} | {
    word: value for word, value in ORDINALS.items() if value > 2
}
_HALF = Decimal("0.5")


def fraction_at(tokens: Tokens, at: int) -> Number | None:
    """Return the fraction that starts at a token; a lone ordinal is none, half and quarter are."""
    count, end = SMALL.get(tokens.text(at), 1 if tokens.text(at) in ("a", "an") else 0), at
    if count:
        end = at + 2 if tokens.text(at + 1) == "-" else at + 1
    word = tokens.text(end)
    part = _PARTS.get(word) or (_PARTS.get(word.removesuffix("s")) if count > 1 else None)
    if part is None or not (count or word in ("half", "quarter")):
        return None
    return Number(end + 1, Decimal(count or 1) / part)


def part_of_period_at(tokens: Tokens, at: int) -> Decimal | None:
    """Return the years of half a century, a quarter-century, a decade and a half, or None."""
    if tokens.text(at) in ("a", "one") and _years(tokens, at + 1) > 1:
        added = [tokens.text(at + n) for n in (2, 3, 4)] == ["and", "a", "half"]
        return (1 + _HALF) * _years(tokens, at + 1) if added else None
    fraction = fraction_at(tokens, at)
    if fraction is None:
        return None
    end = fraction.end
    while tokens.text(end) in ("-", "of", "a", "the") and end < fraction.end + 2:
        end += 1
    years = _years(tokens, end)
    return fraction.value * years if years > 1 else None


def _years(tokens: Tokens, at: int) -> int:
    return PERIODS.get(tokens.text(at), ("", 1))[1]
