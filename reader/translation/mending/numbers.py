"""A number in digits that the machine got wrong.

Mended where a sentence has exactly one number that is nowhere in the Arabic and lacks exactly one
of it, or one of as many digits (years). `python -m benchmarks.mending` counts how often that was
the right number.
"""

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from reader.arabic.normalise import normalise
from reader.entities.numbers.number_words import NUMBER_WORDS
from reader.entities.numbers.view import fold
from reader.translation.english.words import MAGNITUDES, SHORT_MAGNITUDES
from reader.translation.model import Doubt

_NUMBER = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_VALUE = re.compile(r"\d+(?:\.\d+)?")
_YEAR = 4  # digits
_NEXT_WORD = re.compile(r"[\s-]*([^\W\d_]+)")
# What makes another number of the one before it: kinds of Arabic words, English words.
_ARABIC_SCALES = frozenset(("hundred", "magnitude", "dual"))
_ENGLISH_SCALES = frozenset(("hundred", *MAGNITUDES, *SHORT_MAGNITUDES))


class _Number(NamedTuple):
    start: int
    end: int
    text: str
    scaled: bool  # followed by a word like "million"

    @property
    def value(self) -> str:
        """The digits without the marks that group them; a comma may be a decimal point."""
        return self.text.replace(",", "" if _GROUPED.fullmatch(self.text) else ".")

    @property
    def english(self) -> str:
        """The number as English writes it."""
        return self.text if _GROUPED.fullmatch(self.text) else self.value


def mend_numbers(source: str, target: str) -> tuple[str, tuple[Doubt, ...]]:
    """Return an Arabic sentence's translation with the one wrong number put right, and why."""
    ours = _numbers(normalise(source), _is_arabic_scale)
    theirs = _numbers(target, _is_english_scale)
    lost = _without(ours, theirs)
    made_up = _without(theirs, ours)
    if len(made_up) != 1:
        return target, ()
    (wrong,) = made_up
    if len(lost) > 1:  # 10 October 2021 became October 2012: the year is the year
        lost = [n for n in lost if len(n.value) == len(wrong.value) >= _YEAR]
    if len(lost) != 1 or lost[0].scaled != wrong.scaled:
        return target, ()
    (right,) = lost
    if Decimal(_plain(wrong.value)) in _values_in_words(source):
        return target, ()
    mended = target[: wrong.start] + right.english + target[wrong.end :]
    reason = f"The machine wrote {wrong.text}; the Arabic has {right.english}, put in its place."
    return mended, (Doubt("number", reason),)


def _numbers(text: str, is_scale: Callable[[str], bool]) -> list[_Number]:
    found = []
    for match in _NUMBER.finditer(text):
        after = _NEXT_WORD.match(text, match.end())
        scaled = after is not None and is_scale(after[1])
        found.append(_Number(match.start(), match.end(), match.group(), scaled))
    return found


def _is_arabic_scale(word: str) -> bool:
    found = NUMBER_WORDS.bare(fold(word))
    return found is not None and found.kind in _ARABIC_SCALES


def _is_english_scale(word: str) -> bool:
    return word.casefold() in _ENGLISH_SCALES


def _without(numbers: list[_Number], others: list[_Number]) -> list[_Number]:
    """Return the numbers left when each of the others has taken an equal one away."""
    taken = Counter(number.value for number in others)
    left = []
    for number in numbers:
        if taken[number.value]:
            taken[number.value] -= 1
        else:
            left.append(number)
    return left


def _values_in_words(source: str) -> set[Decimal]:
    """Return the values that the sentence states otherwise: in words, with a scale, as a month."""
    from reader.entities.numbers import find_numbers

    return {
        Decimal(value)
        for entity in find_numbers(source)
        if not normalise(entity.text).replace(",", "").isdigit()
        for value in _VALUE.findall(entity.value)
    }


def _plain(value: str) -> str:
    whole, _, fraction = value.partition(".")
    return f"{whole}.{fraction.replace('.', '')}" if fraction else whole
