"""Measures: 5 كيلومترات, 30 درجة مئوية, مليون برميل يوميا, طنين (value "5 km")."""

from dataclasses import replace

from reader.entities.model import Label
from reader.entities.numbers.approximations import amount_at
from reader.entities.numbers.below_zero import from_zero_at, negated
from reader.entities.numbers.match import Match
from reader.entities.numbers.number_words import FRACTIONS
from reader.entities.numbers.units import (
    DEGREES,
    RATES,
    SQUARE,
    UNIT_DUALS,
    UNIT_WORDS,
    power_at,
)
from reader.entities.numbers.view import DASHES, View

_FAR = {"مسافه", "بعد", "طول", "طوله", "طولها", "عرضه", "عرضها", "نحو", "حوالي", "الا"}
_TEMPERATURES = {"degree", *DEGREES.values()}


def match_quantity(view: View, at: int) -> Match | None:
    """Return the measure that starts at a token, or None."""
    return _counted(view, at) or _dual(view, at)


def _counted(view: View, at: int) -> Match | None:
    amount = amount_at(view, at)
    if amount is None or amount.score:
        return None
    reading = UNIT_WORDS.find(view.word(amount.end))
    if reading is None or reading.conjunction or reading.preposition or reading.article:
        return None
    if _letter_m(view, amount.end):
        return None
    end, unit = _refined(view, amount.end + 1, reading.value)
    half = FRACTIONS.find(view.word(end))
    exact = amount.high is None and amount.low < 1000
    if exact and half is not None and half.conjunction == "و" and not half.article:
        amount, end = replace(amount, low=amount.low + half.value), end + 1
    value = f"{amount.render()} {unit}"
    from_zero = from_zero_at(view, end) if unit in _TEMPERATURES else None
    if from_zero is not None:
        end, below = from_zero
        value = negated(value) if below else value
    return _made(view, at, end, amount.start, value)


def _dual(view: View, at: int) -> Match | None:
    """Read طنين, درجتين; «ميلان» is mostly Milan."""
    dual = UNIT_DUALS.find(view.word(at))
    if dual is None or dual.article:
        return None
    if view.word(at).endswith("ميلان") and view.word(at - 1) not in _FAR:
        return None
    end, unit = _refined(view, at + 1, dual.value)
    start = view.tokens[at].start + dual.skip
    return _made(view, at, end, start, f"2 {unit}")


def _letter_m(view: View, at: int) -> bool:
    """Tell whether «م» stands for something else than metres: 2015م."""
    if view.word(at) != "م" or view.word(at + 1) in SQUARE or power_at(view, at + 1, "m"):
        return False
    digits = view.word(at - 1)
    if len(digits) == 3 and view.word(at - 2) in DASHES:
        return True  # «386-557م» are years
    return view.kind(at - 1) != "num" or len(digits) == 4 or view.word(at + 1) == "."


def _refined(view: View, at: int, unit: str) -> tuple[int, str]:
    """Read what makes a unit exact: متر مربع, درجة مئوية, كم في الساعة, برميل يوميا."""
    word = view.word(at)
    if unit == "km" and word in ("متر", "مترا", "مترات"):  # «كيلو متر»
        at, word = at + 1, view.word(at + 1)
    if unit in ("km", "m", "cm", "mi", "ft") and word in SQUARE:
        at, unit = at + 1, unit + SQUARE[word]
    elif power := power_at(view, at, unit):
        at, unit = at + 1, unit + power
    elif unit == "degree" and word in DEGREES:
        at, unit = at + 1, DEGREES[word]
    elif unit == "point" and word == "اساس":
        at, unit = at + 1, "bp"
    elif unit == "nmi" and word == "بحريه":
        at += 1
    elif unit == "mi" and word in ("بحري", "بحريا", "بحريه"):
        at, unit = at + 1, "nmi"
    elif unit == "t" and word in ("متري", "متريا"):
        at += 1
    for words, rate in RATES.items():
        if view.word(at) == words[0] and (not words[1] or view.word(at + 1) == words[1]):
            return at + (2 if words[1] else 1), unit + rate
    if word == "/" and view.word(at + 1) in ("س", "ساعه", "h"):
        return at + 2, unit + "/h"
    return at, unit


def _made(view: View, at: int, end: int, start: int, value: str) -> Match:
    return Match(Label.QUANTITY, at, end, start, view.tokens[end - 1].end, value)
