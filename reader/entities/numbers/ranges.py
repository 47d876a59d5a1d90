"""Ranges of numbers: 20-30, بين 20 و30 ألفا, من 500 إلى 4000, ثلاثة أو أربعة."""

from dataclasses import dataclass
from decimal import Decimal

from reader.entities.numbers.cardinals import ONE, Number, number_at
from reader.entities.numbers.half_days import HALF_DAYS
from reader.entities.numbers.numeric_dates import match_numeric_date
from reader.entities.numbers.view import DASHES, View

_TO = {"الي", "حتي"}
_BETWEEN = {"بين", "وبين", "مابين", "لبين"}
_FROM = {"من", "ومن"}
_GAME = {
    "فاز", "فازت", "فوز", "بفوز", "الفوز", "خسر", "خسرت", "خساره", "تعادل", "تعادلا", "بالتعادل",
    "هزم", "تغلب", "تغلبت", "نتيجه", "بنتيجه", "مباراه", "المباراه", "هدف", "هزيمه", "سحق", "تفوق",
}  # fmt: skip
_GAME_REACH = 10  # words looked back at


@dataclass(frozen=True, slots=True)
class Range:
    """Two numbers as one: `score` is the result of a game, whose order has a meaning."""

    low: Number
    high: Number
    low_value: Decimal
    high_value: Decimal
    score: bool = False


def range_at(view: View, at: int) -> Range | None:
    """Return the range that starts at a token, or None."""
    low = number_at(view, at)
    if low is None:
        return None
    found = _worded(view, low) or _between(view, low)
    if found is not None and _are_hours(view, found.low, found.high):
        return None
    return _dashed(view, low) or found


def _are_hours(view: View, low: Number, high: Number) -> bool:
    """Tell whether two numbers are times of day: «من 3 حتى 5 عصرا»."""
    return low.digits and high.digits and high.value <= 12 and view.word(high.end) in HALF_DAYS


def _dashed(view: View, low: Number) -> Range | None:
    if view.word(low.end) not in DASHES or not low.digits:
        return None
    high = number_at(view, low.end + 1) or _nil(view, low.end + 1)
    if high is None or high.first != low.end + 1 or high.conjunction or high.value < 0:
        return None
    if view.word(high.end) in ("-", "/") and view.glued(high.end):
        return None  # a date or a telephone number
    if match_numeric_date(view, high.first) is not None:
        return None  # «2 - 4 / 6 / 1436»
    glued = view.glued(low.end) and view.glued(low.end + 1)
    small = low.value < 20 and high.value < 20
    if small and (low.value >= high.value or (glued and _about_game(view, low.first))):
        return Range(low, high, low.value, high.value, score=True)
    return _rising(low, high)


def _nil(view: View, at: int) -> Number | None:
    """Read the zero of a score: 3 - صفر."""
    if view.word(at) != "صفر":
        return None
    token = view.tokens[at]
    return Number(at, at + 1, token.start, token.end, Decimal(0), digits=True)


def _worded(view: View, low: Number) -> Range | None:
    word = view.word(low.end)
    if word in _TO:
        high = number_at(view, low.end + 1)
        if high is None or high.conjunction or high.preposition:
            return None
        if view.word(low.first - 1) in _FROM:
            return _scaled(low, high)
        return _rising(low, high)
    if word == "او":
        high = number_at(view, low.end + 1)
        if high is None or high.conjunction or high.preposition or high.value > 10 * low.value:
            return None
        return _rising(low, high)
    return None


def _between(view: View, low: Number) -> Range | None:
    before = view.word(low.first - 1)
    if before not in _BETWEEN or low.conjunction:
        return None
    high = number_at(view, low.end)
    if high is None or high.conjunction != "و":
        return None
    return _rising(low, high)


def _rising(low: Number, high: Number) -> Range | None:
    found = _scaled(low, high)
    return found if found.low_value < found.high_value else None


def _scaled(low: Number, high: Number) -> Range:
    """Give the first number the magnitude of the second: «20 إلى 30 ألفا»."""
    value = low.value
    if low.scale == ONE and high.scale > ONE and value * high.scale < high.value:
        value *= high.scale
    return Range(low, high, value, high.value)


def _about_game(view: View, at: int) -> bool:
    return any(view.word(n) in _GAME for n in range(max(0, at - _GAME_REACH), at))
