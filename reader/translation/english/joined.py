"""Two English numbers that say one amount or two of one scale.

A billion and 600 million is 1,600 million; in "between 300 and 400 million", "$300 to $400 million"
and "30-35 million" the scale counts for both. 85 dollars and 30 cents are 85.3 dollars.
"""

from decimal import Decimal

from reader.entities.numbers.money import HUNDREDTHS
from reader.translation.english.cardinals import cardinal_at
from reader.translation.english.found import Number
from reader.translation.english.tokens import Tokens
from reader.translation.english.words import CURRENCIES, CURRENCY_SIGNS, DASHES


def sum_at(tokens: Tokens, at: int, first: Number) -> tuple[Decimal, Decimal] | None:
    """Return the sum that begins with the number at a token, and its second part, or None."""
    if first.scale == 1 or _before(tokens, at) == "between":
        return None
    end = first.end + 1 if tokens.text(first.end) in CURRENCIES else first.end
    second = _after(tokens, end) if tokens.text(end) == "and" else None
    if second is None or second.value >= first.scale:
        return None
    return first.value + second.value, second.value


def shared_scale_at(tokens: Tokens, at: int, first: Number) -> Decimal | None:
    """Return what the number at a token is with the scale of the one that it is joined to."""
    joint = tokens.text(first.end)
    ranged = joint in DASHES | {"to", "or"}
    if first.scale > 1 or not (ranged or (joint == "and" and _before(tokens, at) == "between")):
        return None
    second = _after(tokens, first.end)
    if second is None or second.scale == 1 or first.value >= second.scale:
        return None
    return first.value * second.scale


def hundredths_at(tokens: Tokens, at: int, currency: str) -> Number | None:
    """Return the "and 30 cents" at a token as a part of the currency before it, or None."""
    if currency not in HUNDREDTHS:
        return None
    cents = cardinal_at(tokens, at + 1 if tokens.text(at) in ("and", ",") else at)
    if cents is None or cents.value >= 100:
        return None
    if CURRENCIES.get(tokens.text(cents.end)) not in HUNDREDTHS[currency]:
        return None
    return Number(cents.end + 1, cents.value / 100)


def _before(tokens: Tokens, at: int) -> str:
    """Return the word before a sum of money or other number."""
    return tokens.text(at - 2 if tokens.text(at - 1) in CURRENCY_SIGNS else at - 1)


def _after(tokens: Tokens, joint: int) -> Number | None:
    """Return the number behind the word or dash that joins it."""
    return cardinal_at(tokens, joint + (2 if tokens.text(joint + 1) in CURRENCY_SIGNS else 1))
