"""A number in digits that the machine got wrong.

Mended where a sentence has exactly one number that the Arabic has in no way, neither in digits nor
in words nor as an amount with another scale, and lacks exactly one of the Arabic, or one of as many
digits (years). What the English says in words (three days) is not lacking. Times of the clock, and
numbers that are only part of a longer one (600 in a billion and 600 million), are not put in.
`python -m benchmarks.mending` counts how often that was the right number.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from reader.arabic.normalise import normalise, normalise_with_map
from reader.arabic.turned import in_reading_order
from reader.entities.model import Entity, Label
from reader.entities.numbers.number_words import NUMBER_WORDS
from reader.entities.numbers.view import fold
from reader.translation.english.stated import stated
from reader.translation.english.words import MAGNITUDES, SHORT_MAGNITUDES
from reader.translation.model import Doubt

_NUMBER = re.compile(r"(?<![\d.,])\d++(?:[.,]\d++)*+(?!['’]?s\b)")  # no decades: the 1980s
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_VALUE = re.compile(r"(?<![a-z])\d+(?:\.\d+)?")  # not the 2 of km2
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_CLOCK_LEAD = re.compile(r"لساعه\s*$")
_BROKEN = re.compile(r"\s+[.,]\d")  # 47 .6
_LEAD = 12  # characters before a number that may hold the word for the hour
_YEAR = 4  # digits
_NEXT_WORD = re.compile(r"[\s-]*([^\W\d_]+)")
# What makes another number of the one before it: kinds of Arabic words, English words.
_ARABIC_SCALES = frozenset(("hundred", "magnitude", "dual"))
_ENGLISH_SCALES = {"hundred": 100, **MAGNITUDES, **SHORT_MAGNITUDES}
_ONE = Decimal(1)


class _Number(NamedTuple):
    start: int
    end: int
    text: str
    scale: Decimal  # of a word like "million" behind it, else 1
    part: bool = False  # of a time, behind the Arabic word for the hour, or of a broken decimal

    @property
    def value(self) -> str:
        """The digits without the marks that group them; a comma may be a decimal point."""
        return self.text.replace(",", "" if _GROUPED.fullmatch(self.text) else ".")

    @property
    def english(self) -> str:
        """The number as English writes it."""
        return self.text if _GROUPED.fullmatch(self.text) else self.value

    @property
    def amount(self) -> Decimal:
        """The number with its scale: 3.5 million is 3500000."""
        whole, _, fraction = self.value.partition(".")
        return Decimal(f"{whole}.{fraction.replace('.', '')}") * self.scale


def mend_numbers(source: str, target: str) -> tuple[str, tuple[Doubt, ...]]:
    """Return an Arabic sentence's translation with the one wrong number put right, and why."""
    source = in_reading_order(source)
    folded, places = normalise_with_map(source)
    ours, theirs = _numbers(folded, _arabic_scale), _numbers(target, _english_scale)
    made_up, lost = _without(theirs, ours), _without(ours, theirs)
    if made_up and lost:
        said = stated(target).all  # the English may spell it out
        lost = [number for number in lost if number.amount not in said]
    if not made_up or not lost:
        return target, ()
    entities = _found(source)
    made_up = [number for number in made_up if not _is_told(number, entities)]
    if len(made_up) != 1:
        return target, ()
    (wrong,) = made_up
    if len(lost) > 1:  # 10 October 2021 became October 2012: the year is the year
        lost = [n for n in lost if len(n.value) == len(wrong.value) >= _YEAR]
    if len(lost) != 1 or (lost[0].scale == _ONE) != (wrong.scale == _ONE):
        return target, ()
    (right,) = lost
    if right.part or not _is_whole(right, places[right.start], entities):
        return target, ()
    mended = target[: wrong.start] + right.english + target[wrong.end :]
    reason = f"The machine wrote {wrong.text}; the Arabic has {right.english}, put in its place."
    return mended, (Doubt("number", reason),)


def _numbers(text: str, scale_of: Callable[[str], Decimal]) -> list[_Number]:
    found = []
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        after = _NEXT_WORD.match(text, end)
        scale = scale_of(after[1]) if after is not None else _ONE
        clock = _CLOCK_LEAD.search(text, max(0, start - _LEAD), start) is not None
        part = clock or _BROKEN.match(text, end) is not None
        found.append(_Number(start, end, match.group(), scale, part))
    return found


def _arabic_scale(word: str) -> Decimal:
    found = NUMBER_WORDS.bare(fold(word))
    return found.value if found is not None and found.kind in _ARABIC_SCALES else _ONE


def _english_scale(word: str) -> Decimal:
    return Decimal(_ENGLISH_SCALES.get(word.casefold(), 1))


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


def _found(source: str) -> list[Entity]:
    from reader.entities.numbers import find_numbers

    return [entity for entity in find_numbers(source) if entity.label.is_number]


def _amounts(entity: Entity) -> set[Decimal]:
    return {Decimal(value) for value in _VALUE.findall(entity.value)}


def _is_told(number: _Number, entities: Sequence[Entity]) -> bool:
    """Tell whether the Arabic says a number of the English otherwise: in words, by another scale.

    The hours of a clock are told by twelve and by twenty-four.
    """
    for entity in entities:
        if clock := _CLOCK.match(entity.value):
            hour, minute = int(clock[1]), int(clock[2])
            if number.amount in (hour, hour % 12, hour % 12 or 12, minute):
                return True
            continue
        amounts = _amounts(entity)
        if number.scale != _ONE and number.amount in amounts:
            return True
        plain_digits = normalise(entity.text).replace(",", "").isdigit()
        if not plain_digits and number.amount / number.scale in amounts:
            return True  # thirty, or a month
    return False


def _is_whole(number: _Number, start: int, entities: Sequence[Entity]) -> bool:
    """Tell whether a number at `start` of the Arabic is one, not a part of a longer one."""
    for entity in entities:
        if entity.start <= start < entity.end:
            if entity.label in (Label.DATE, Label.TIME):
                return _CLOCK.match(entity.value) is None
            return number.amount in _amounts(entity)
    return True
