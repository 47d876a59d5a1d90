"""One number in English: 12,500; 2.5 million; three hundred and five; twenty-first."""

from dataclasses import dataclass, field
from decimal import Decimal

from reader.entities.numbers.fraction_signs import FRACTION_SIGNS
from reader.translation.english.found import Number
from reader.translation.english.fractions import fraction_at
from reader.translation.english.serials import in_serial
from reader.translation.english.tokens import Tokens
from reader.translation.english.words import (
    CURRENCIES,
    CURRENCY_SIGNS,
    MAGNITUDES,
    ORDINALS,
    SHORT_MAGNITUDES,
    SMALL,
    TENS,
)

_LONGEST = 30  # longer runs of digits are no numbers anybody reads
_MOST_WORDS = 12
_HALF = Decimal("0.5")


def cardinal_at(tokens: Tokens, at: int) -> Number | None:
    """Return the number that starts at a token."""
    if tokens.is_digits(at):
        return _digits(tokens, at)
    if tokens.text(at) == "(" and tokens.is_digits(at + 1) and tokens.text(at + 2) == ")":
        factor = _factor(tokens, at + 3)  # (16) thousand
        return Number(at + 4, tokens.digits(at + 1) * factor, factor) if factor else None
    if tokens.text(at) in FRACTION_SIGNS:
        return _scaled(tokens, at + 1, FRACTION_SIGNS[tokens.text(at)])
    return _part_of(tokens, at) or _spelled(tokens, at)


def ordinal_at(tokens: Tokens, at: int) -> Number | None:
    """Return the ordinal that starts at a token: third, twenty-first, 19th."""
    if tokens.is_digits(at):
        number = _digits(tokens, at)
        suffix = tokens.text(at + 1) in ("st", "nd", "rd", "th") and tokens.touches(at + 1)
        return Number(at + 2, number.value) if suffix and number is not None else None
    return _spelled(tokens, at, ordinal=True)


def _part_of(tokens: Tokens, at: int) -> Number | None:
    """Read half a million, a quarter of a million, three quarters of a million, a half million."""
    if tokens.text(at) == "half" and tokens.text(at + 1) == "a":
        whole, part = _spelled(tokens, at + 1), _HALF
    else:
        fraction = fraction_at(tokens, at)
        if fraction is None:
            return None
        end, part = fraction.end, fraction.value
        of = tokens.text(end) == "of" and tokens.text(end + 1) in ("a", "one")
        short = tokens.text(end - 1) in ("half", "quarter") and tokens.text(end) in MAGNITUDES
        if not (of or short):
            return None
        whole = _spelled(tokens, end + 1 if of else end)
    return Number(whole.end, whole.value * part) if whole and whole.scale > 1 else None


def _digits(tokens: Tokens, at: int) -> Number | None:
    if len(tokens.text(at)) > _LONGEST or (tokens.touches(at) and tokens.is_word(at - 1)):
        return None  # F16
    if in_serial(tokens, at):
        return None
    value, end = tokens.digits(at), at + 1
    if tokens.text(end) in FRACTION_SIGNS and tokens.touches(end):
        value, end = value + FRACTION_SIGNS[tokens.text(end)], end + 1
    elif _and_a_half(tokens, end):
        value, end = value + _HALF, end + 3
    elif (below := _denominator(tokens, at)) and _factor(tokens, at + 3):
        value, end = value / below, at + 3
    return _scaled(tokens, end, value)


def _denominator(tokens: Tokens, at: int) -> Decimal | None:
    """Return the 4 of 1/4 at a token, or None."""
    glued = tokens.touches(at + 1) and tokens.touches(at + 2)
    if tokens.text(at + 1) != "/" or not glued or not tokens.is_digits(at + 2):
        return None
    return tokens.digits(at + 2) if 0 < tokens.digits(at) < tokens.digits(at + 2) else None


def _scaled(tokens: Tokens, at: int, value: Decimal) -> Number:
    """Return a number in digits that ends before a token with the magnitudes behind it."""
    end, scale = at, 1
    while end < at + _MOST_WORDS:
        hyphen = int(tokens.text(end) == "-" and tokens.touches(end) and tokens.touches(end + 1))
        factor = _factor(tokens, end + hyphen)  # 100 billion; a 100-billion-euro loan
        if not factor:
            break
        scale, end = scale * factor, end + hyphen + 1
    value *= scale
    if scale > 1 and _and_a_half(tokens, end):
        value, end = value + scale * _HALF, end + 3
    return Number(end, value, scale)


def _factor(tokens: Tokens, at: int) -> int | None:
    """Return the magnitude after digits; one letter must stand at a sum of money: $3m."""
    word = tokens.text(at)
    if word in SHORT_MAGNITUDES and len(word) == 1:
        money = tokens.text(at - 2) in CURRENCY_SIGNS or tokens.text(at + 1) in CURRENCIES
        return SHORT_MAGNITUDES[word] if money and tokens.touches(at) else None
    if word in SHORT_MAGNITUDES:
        return SHORT_MAGNITUDES[word]
    return 100 if word == "hundred" else MAGNITUDES.get(word)


def _and_a_half(tokens: Tokens, at: int) -> bool:
    return [tokens.text(at + n) for n in range(3)] == ["and", "a", "half"]


@dataclass(slots=True)
class _Spelled:
    """A number as its words are read: `total` is closed by a magnitude, `part` is below it."""

    total: Decimal = field(default_factory=Decimal)
    part: Decimal = field(default_factory=Decimal)
    scale: int = 1
    started: bool = False

    @property
    def is_round(self) -> bool:
        """Tell whether tens and units may follow."""
        return self.part % 100 == 0

    def add(self, word: str) -> bool:
        """Read one more word of a cardinal; False when it does not go on with it."""
        if word in SMALL or word in TENS:
            value = SMALL.get(word) or TENS.get(word, 0)
            if not self.fits(value) or (value == 0 and self.started):
                return False
            self.part += value
        elif word == "hundred" and (0 < self.part < 100 or not self.started):
            self.part = (self.part or 1) * Decimal(100)
        else:
            return word in MAGNITUDES and self._multiply(MAGNITUDES[word])
        self.started = True
        return True

    def add_half(self) -> None:
        """Add half of what was read last: two and a half, a million and a half."""
        if self.part:
            self.part += _HALF
        else:
            self.total += self.scale * _HALF

    def fits(self, value: int) -> bool:
        """Tell twenty three, one number, from two three, which are two."""
        return self.is_round or (value < 10 and self.part % 10 == 0 and self.part % 100 >= 20)

    def _multiply(self, factor: int) -> bool:
        if not self.part:  # a million, a hundred thousand million
            self.total = (self.total if self.started else Decimal(1)) * factor
            self.scale *= factor
        elif self.scale == 1 or factor < self.scale:
            self.total += self.part * factor
            self.scale = factor
        else:
            return False
        self.part, self.started = Decimal(0), True
        return True


def _spelled(tokens: Tokens, at: int, *, ordinal: bool = False) -> Number | None:
    """Read number words; with `ordinal`, only what ends in one: hundred and first."""
    number = _Spelled()
    end = at
    if tokens.text(at) == "a":
        if tokens.text(at + 1) != "hundred" and tokens.text(at + 1) not in MAGNITUDES:
            return None
        end += 1
    closed = end  # behind the last magnitude
    for _ in range(_MOST_WORDS):
        joint = _joint(tokens, at, end, number)
        word = tokens.text(end + joint)
        if ordinal and word in ORDINALS and _may_close(number, ORDINALS[word], joint):
            return Number(end + joint + 1, number.total + number.part + ORDINALS[word])
        if not joint and not ordinal and number.started and _and_a_half(tokens, end):
            number.add_half()
            end += 3
            closed = end if not number.part else closed
            continue
        if not number.add(word):
            if word in MAGNITUDES and number.total:  # two million / three million
                end, number.part = closed, Decimal(0)
            break
        end += joint + 1
        closed = end if not number.part else closed
    if ordinal or not number.started:
        return None
    scale = 1 if number.part else number.scale
    return Number(end, number.total + number.part, scale)


def _joint(tokens: Tokens, start: int, at: int, number: _Spelled) -> int:
    """Return 1 where a hyphen or "and" may join the next word to the number."""
    if not number.started:
        return 0
    if tokens.text(at) == "-" and tokens.touches(at) and tokens.touches(at + 1):
        return 1
    if tokens.text(at) != "and" or not number.is_round or tokens.text(start - 1) == "between":
        return 0
    follows = tokens.text(at + 1)
    after = at + 4 if tokens.text(at + 2) == "-" else at + 2
    if number.part and tokens.text(after) == "hundred":
        return 0  # one hundred / and two hundred
    return int(follows in SMALL or follows in TENS or follows in ORDINALS)


def _may_close(number: _Spelled, value: int, joint: int) -> bool:
    """Tell twenty first and hundred and first from the two words of "two million first"."""
    if not number.started:
        return True
    return number.fits(value) and (joint == 1 or not number.is_round)
