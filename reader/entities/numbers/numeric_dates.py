"""Dates in digits: 10/10/2021, 2021-10-10, 5.1.2020."""

import re
from datetime import date

from reader.entities.model import Label
from reader.entities.numbers.hijri import gregorian
from reader.entities.numbers.match import Match
from reader.entities.numbers.view import View

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_LAST_UNSIGNED = 1450
"""Years up to here are Hijri without a sign: this century and the one before. 1453 was another."""
_HIJRI_SIGNS = {"ه", "هجري", "هجريه"}


def match_numeric_date(view: View, at: int) -> Match | None:
    """Return the date whose digits start at a token (day first, or ISO order), or None."""
    if view.kind(at) == "word" and view.kind(at + 1) == "num" and view.glued(at + 1):
        at += 1  # وبتاريخ writes its clitic on the digits: «و10/10/2021»
    if view.kind(at) != "num":
        return None
    token = view.tokens[at]
    dotted = _DOTTED.fullmatch(token.text)
    if dotted is not None:
        parts, end = [int(part) for part in dotted.groups()], at + 1
    else:
        found = _separated(view, at)
        if found is None:
            return None
        parts, end = found
    hijri = view.word(end) in _HIJRI_SIGNS
    value = _value(parts, hijri=hijri)
    if value is None:
        return None
    if hijri or (view.word(end) == "م" and view.kind(end) == "word"):
        end += 1
    return Match(Label.DATE, at, end, token.start, view.tokens[end - 1].end, value)


def _separated(view: View, at: int) -> tuple[list[int], int] | None:
    """Read three runs of digits with one kind of separator between them."""
    mark = view.word(at + 1)
    if mark not in ("/", "-", "–", "\\"):
        return None
    if not all(view.glued(at + n) for n in range(1, 5)) and (
        mark != "/" or len(view.word(at + 4)) != 4  # «20 / 1 / 1965» is a date all the same
    ):
        return None
    parts = []
    for n in (at, at + 2, at + 4):
        text = view.word(n)
        if view.kind(n) != "num" or not text.isdecimal() or len(text) > 4:
            return None
        parts.append(int(text))
    if view.word(at + 3) != mark:
        return None
    if view.word(at + 5) == mark and view.glued(at + 5):
        return None
    if len(view.word(at)) != 4 and len(view.word(at + 4)) == 2:
        parts[2] += 2000 if parts[2] < 70 else 1900
    return parts, at + 5


def _value(parts: list[int], *, hijri: bool) -> str | None:
    first, month, last = parts
    if first > 31 or first >= 1000:
        year, day = first, last
    else:
        year, day = last, first
        if month > 12 and day <= 12:  # the American order
            month, day = day, month
    if hijri or 1300 <= year <= _LAST_UNSIGNED:
        return gregorian(year, month, day) if 1 <= month <= 12 and 1 <= day <= 30 else None
    try:
        return date(year, month, day).isoformat() if 1000 <= year <= 2199 else None
    except ValueError:
        return None
