"""Amounts in English: a number with its approximator, a range, dozens, a few hundred."""

from decimal import Decimal

from reader.entities.model import Label
from reader.entities.numbers.digits import plain
from reader.translation.english.cardinals import cardinal_at
from reader.translation.english.found import Found
from reader.translation.english.tokens import Tokens
from reader.translation.english.words import APPROXIMATORS, DASHES, MAGNITUDES, PERIODS, VAGUE


def amount_at(tokens: Tokens, at: int) -> Found | None:
    """Return the amount that starts at a token."""
    for words, relation in APPROXIMATORS:
        if all(tokens.text(at + n) == word for n, word in enumerate(words)):
            end = at + len(words)
            if tokens.text(end) in ("a", "an", "one") and tokens.text(end + 1) in PERIODS:
                return Found(end + 1, Label.CARDINAL, relation + "1", Decimal(1))
            body = _body(tokens, end)
            if body is not None:
                return Found(body.end, body.label, relation + body.value, body.amount)
    return _body(tokens, at)


def _body(tokens: Tokens, at: int) -> Found | None:
    if tokens.text(at) in VAGUE:
        return _vague(tokens, at)
    low = cardinal_at(tokens, at)
    if low is None:
        return None
    joint, before = tokens.text(low.end), tokens.text(at - 1)
    if joint in DASHES | {"to", "or"} or (joint == "and" and before == "between"):
        high = cardinal_at(tokens, low.end + 1)
        if high is not None:
            first = low.value
            if low.scale == 1 and first * high.scale < high.value:
                first *= high.scale  # 20 to 30 thousand
            if first < high.value or (joint == "to" and before == "from"):
                both = f"{plain(first)}..{plain(high.value)}"
                return Found(high.end, Label.CARDINAL, both)
    return Found(low.end, Label.CARDINAL, plain(low.value), low.value)


def _vague(tokens: Tokens, at: int) -> Found | None:
    """Read dozens, tens of thousands, several hundred."""
    if tokens.text(at) in ("few", "several"):
        word = tokens.text(at + 1)
        scale = 100 if word == "hundred" else MAGNITUDES.get(word)
        if scale is None:
            return None
        return Found(at + 2, Label.CARDINAL, f"{3 * scale}..{9 * scale}")
    value, end = VAGUE[tokens.text(at)], at + 1
    if tokens.text(end) == "of" and tokens.text(end + 1) in VAGUE:
        value, end = value * VAGUE[tokens.text(end + 1)], end + 2
    return Found(end, Label.CARDINAL, plain(value) + "s")
