"""Amounts below zero, in the values of both languages: «خمس درجات تحت الصفر» is "-5 degree"."""

import re

from reader.entities.numbers.view import View

_VALUE = re.compile(
    r"(?P<bound>[~<>=]*)(?P<first>\d+(?:\.\d+)?)(?:\.\.(?P<last>\d+(?:\.\d+)?))?(?P<unit>[ %].*)?"
)
_OTHER_WAY = str.maketrans("<>", "><")
_BELOW = {"تحت", "دون"}
_ZERO = {"الصفر", "صفر"}


def negated(value: str) -> str:
    """Return the value of an amount with its sign changed: "~5..10 °C" is "~-10..-5 °C".

    What is no number or range of numbers, "10s" or "3-1", stays.
    """
    found = _VALUE.fullmatch(value)
    if found is None:
        return value
    ends = [f"-{end}" for end in (found["last"], found["first"]) if end]
    return found["bound"].translate(_OTHER_WAY) + "..".join(ends) + (found["unit"] or "")


def from_zero_at(view: View, at: int) -> tuple[int, bool] | None:
    """Return the token after «تحت الصفر» or «فوق الصفر», and whether it is below, or None."""
    word = view.word(at)
    if view.word(at + 1) not in _ZERO or (word not in _BELOW and word != "فوق"):
        return None
    return at + 2, word in _BELOW
