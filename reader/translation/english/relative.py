"""Dates told from the day of writing: yesterday, last year, this week, the past two days."""

from decimal import Decimal

from reader.entities.model import Label
from reader.entities.numbers.digits import plain
from reader.translation.english.cardinals import cardinal_at
from reader.translation.english.found import Found
from reader.translation.english.tokens import Tokens
from reader.translation.english.words import PERIODS, RELATIVE_DAYS, WEEKDAYS

_SIGNS = {"last": "-", "past": "-", "next": "", "coming": "", "this": "0"}
_SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
_SEASON_YEARS = {"-": "-P1Y", "": "P1Y", "0": "P0Y"}


def relative_at(tokens: Tokens, at: int) -> Found | None:
    """Return the relative date that starts at a token."""
    word, after = tokens.text(at), tokens.text(at + 1)
    if word in RELATIVE_DAYS:
        return Found(at + 1, Label.DATE, RELATIVE_DAYS[word])
    sign = _SIGNS.get(word)
    if sign is None:
        return None
    if after in WEEKDAYS:
        return Found(at + 2, Label.DATE, f"XXXX-WXX-{WEEKDAYS[after]}")
    if after in _SEASONS:
        return Found(at + 2, Label.DATE, _SEASON_YEARS[sign] + _SEASONS[after])
    number = cardinal_at(tokens, at + 1)
    count, end = (number.value, number.end) if number is not None else (Decimal(1), at + 1)
    period = tokens.text(end)
    if period not in PERIODS:
        return None
    unit, factor = PERIODS[period]
    plural = period.endswith("s") and number is None
    length = "X" if plural else plain(Decimal(0) if sign == "0" else count * factor)
    value = f"P{unit}".replace("%s", length)
    label = Label.TIME if unit.startswith("T") and number is None else Label.DATE
    return Found(end + 1, label, ("-" if sign == "-" else "") + value)
