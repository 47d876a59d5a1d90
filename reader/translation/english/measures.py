"""Money, shares, measures and lengths of time in English."""

from decimal import Decimal

from reader.entities.model import Label
from reader.entities.numbers.below_zero import negated
from reader.entities.numbers.digits import plain
from reader.entities.numbers.units import LENGTHS
from reader.translation.english.amounts import amount_at
from reader.translation.english.cardinals import ordinal_at
from reader.translation.english.found import Found
from reader.translation.english.joined import hundredths_at
from reader.translation.english.tokens import Tokens
from reader.translation.english.words import (
    CURRENCIES,
    CURRENCY_SIGNS,
    FOLDS,
    PERIODS,
    UNITS,
)

# what a minus may stand before; "negative" is mostly a word of its own
_MINUS = {"-", "−", "minus", "negative"}
_MEASURED = {Label.PERCENT, Label.QUANTITY}
_SCALES = {"celsius": "°C", "c": "°C", "fahrenheit": "°F", "f": "°F"}


def measure_at(tokens: Tokens, at: int) -> Found | None:
    """Return the amount that starts at a token with what it counts: $5, 20 percent, 3 days, 12."""
    sign = tokens.text(at)
    if sign not in _MINUS:
        return _measure(tokens, at)
    signed = sign.isalpha() or (tokens.touches(at + 1) and not tokens.touches(at))
    if not signed or tokens.is_digits(at - 1):
        return None  # 10 minus 5
    found = _measure(tokens, at + 1)
    if found is None or not found.value[0].isdigit():
        return None
    if found.label not in _MEASURED and (found.label is not Label.CARDINAL or sign == "negative"):
        return None
    return Found(found.end, found.label, negated(found.value))


def _measure(tokens: Tokens, at: int) -> Found | None:
    sign = CURRENCY_SIGNS.get(tokens.text(at))
    if sign is not None:
        amount = amount_at(tokens, at + 1)
        return amount and Found(amount.end, Label.MONEY, f"{amount.value} {sign}")
    if tokens.text(at) in FOLDS:
        return Found(at + 1, Label.CARDINAL, f"{FOLDS[tokens.text(at)]}x")
    amount = amount_at(tokens, at)
    if amount is None:
        return None
    rules = (_share, _money, _duration, _multiple, _quantity)
    hits = (hit for rule in rules if (hit := rule(tokens, amount)) is not None)
    plainly = amount if _counts(tokens, at, amount) else None
    found = next(hits, plainly)
    if found is amount and [tokens.text(amount.end + n) for n in (0, 1)] == ["below", "zero"]:
        return Found(amount.end + 2, Label.CARDINAL, negated(amount.value))
    return found


def ordered_at(tokens: Tokens, at: int) -> Found | None:
    """Return the ordinal that starts at a token."""
    number = ordinal_at(tokens, at)
    if number is None:
        return None
    return Found(number.end, Label.ORDINAL, plain(number.value))


def _share(tokens: Tokens, amount: Found) -> Found | None:
    end, word, after = amount.end, tokens.text(amount.end), tokens.text(amount.end + 1)
    if word in ("%", "percent"):
        return Found(end + 1, Label.PERCENT, amount.value + "%")
    if word == "per" and after == "cent":
        return Found(end + 2, Label.PERCENT, amount.value + "%")
    if word == "percentage" and after.startswith("point"):
        return Found(end + 2, Label.PERCENT, amount.value + "pp")
    return None


def _money(tokens: Tokens, amount: Found) -> Found | None:
    end, word = amount.end, tokens.text(amount.end)
    pair = f"{word} {tokens.text(end + 1)}"
    name = pair if pair in CURRENCIES else word
    if name not in CURRENCIES:
        return None
    code, end = CURRENCIES[name], end + (2 if name == pair else 1)
    cents = hundredths_at(tokens, end, code) if amount.amount is not None else None
    if cents is None or amount.amount is None:
        return Found(end, Label.MONEY, f"{amount.value} {code}")
    total = _relation(amount) + plain(amount.amount + cents.value)
    return Found(cents.end, Label.MONEY, f"{total} {code}")


def _relation(amount: Found) -> str:
    """Return the sign of about, more than ... before the number of an amount."""
    return amount.value[: len(amount.value) - len(plain(amount.amount or Decimal(0)))]


def _duration(tokens: Tokens, amount: Found) -> Found | None:
    end = amount.end
    if tokens.text(end) not in PERIODS:
        return None
    unit, factor = PERIODS[tokens.text(end)]
    label = Label.TIME if unit.startswith("T") else Label.DATE
    if amount.amount is None:
        return Found(end + 1, label, amount.value + " " + unit)
    relation = _relation(amount)
    length = f"P{unit}".replace("%s", plain(amount.amount * factor))
    if tokens.text(end + 1) == "ago":
        return Found(end + 2, label, f"{relation}-{length}")
    return Found(end + 1, label, relation + length)


def _multiple(tokens: Tokens, amount: Found) -> Found | None:
    """Read eight times, 8-fold."""
    end = amount.end + 1 if tokens.text(amount.end) == "-" else amount.end
    if tokens.text(end) == "fold" or tokens.text(amount.end) == "times":
        return Found(end + 1, Label.CARDINAL, amount.value + "x")
    return None


def _quantity(tokens: Tokens, amount: Found) -> Found | None:
    end = _basis_point_end(tokens, amount.end)
    if end is not None:
        return Found(end, Label.QUANTITY, f"{amount.value} bp")
    word, end = tokens.text(amount.end), amount.end + 1
    power = tokens.text(end) if tokens.touches(end) else ""
    if power in ("2", "3") and word in LENGTHS:
        return Found(end + 1, Label.QUANTITY, f"{amount.value} {word}{power}")
    if word not in UNITS:
        return None
    if UNITS[word] == "degree":
        return _degrees(tokens, amount, end)
    unit = UNITS[word]
    if word in ("square", "cubic"):
        unit, end = UNITS.get(tokens.text(end), "") + unit, end + 1
    return Found(end, Label.QUANTITY, f"{amount.value} {unit}")


def _basis_point_end(tokens: Tokens, at: int) -> int | None:
    """Return the token after "basis points" or "-basis-point", or None."""
    for word in ("basis", "point"):
        at += 1 if tokens.text(at) == "-" else 0
        if not tokens.text(at).startswith(word):
            return None
        at += 1
    return at


def _degrees(tokens: Tokens, amount: Found, at: int) -> Found:
    """Read on after the word or sign for degrees: Celsius, below zero, below zero Celsius."""
    end = at + 1 if tokens.text(at) in _SCALES else at
    from_zero = tokens.text(end) in ("below", "above") and tokens.text(end + 1) == "zero"
    below = from_zero and tokens.text(end) == "below"
    end += 2 if from_zero else 0
    if end == at + 2 and tokens.text(end) in _SCALES:
        end += 1
        at = end - 1
    value = f"{amount.value} {_SCALES.get(tokens.text(at), 'degree')}"
    return Found(end, Label.QUANTITY, negated(value) if below else value)


def _counts(tokens: Tokens, at: int, amount: Found) -> bool:
    """Tell "one soldier" from "one of them"."""
    if tokens.text(at) != "one" or amount.end != at + 1:
        return True
    return tokens.is_word(at + 1) and tokens.text(at + 1) not in ("of", "another", "day")
