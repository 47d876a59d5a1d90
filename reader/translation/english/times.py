"""Times of day in English: 10:30, 10:30 a.m., 8 pm, ten o'clock, midnight, 0450 GMT."""

from reader.entities.model import Label
from reader.translation.english.found import Found
from reader.translation.english.tokens import Tokens
from reader.translation.english.words import SMALL

_ZONES = ("gmt", "utc")
_O_CLOCK = ("o'clock", "o’clock")
_PARTS_OF_DAY = {
    ("in", "the", "morning"): "a",
    ("in", "the", "afternoon"): "p",
    ("in", "the", "evening"): "p",
}
_FOUR = 4  # digits of an hour and its minutes written together, as news agencies do


def time_at(tokens: Tokens, at: int) -> Found | None:
    """Return the time of day that starts at a token."""
    word = tokens.text(at)
    twelve = int(word in ("12", "twelve"))
    if tokens.text(at + twelve) == "midnight":
        return Found(at + twelve + 1, Label.TIME, "T00:00")
    if tokens.text(at + 1) in _O_CLOCK:
        return _o_clock(tokens, at)
    if not tokens.is_digits(at) or not word.isdecimal():
        return None
    together = four_digits_at(tokens, at)
    if together is not None:
        hour, minute, end, told = *together, at + 1, True
    elif len(word) <= 2:
        hour, minute, end, told = int(word), 0, at + 1, False
    else:
        return None
    minutes = tokens.text(end + 1)
    if tokens.text(end) == ":" and tokens.is_digits(end + 1) and len(minutes) == 2:
        minute, end, told = int(minutes), end + 2, True
    half, after = _half_of_day(tokens, end)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
        end, told = after, True
    if not told or hour > 24 or minute > 59:
        return None
    zone = "Z" if tokens.text(end) in _ZONES else ""
    return Found(end + len(zone), Label.TIME, f"T{hour % 24:02d}:{minute:02d}{zone}")


def _o_clock(tokens: Tokens, at: int) -> Found | None:
    """Read ten o'clock, 10 o'clock in the evening; without part of the day as it is said."""
    word = tokens.text(at)
    hour = SMALL.get(word) or (int(word) if word.isdecimal() and len(word) <= 2 else 0)
    if not 1 <= hour <= 12:
        return None
    half, end = _half_of_day(tokens, at + 2)
    part = tuple(tokens.text(at + n) for n in (2, 3, 4))
    if part in _PARTS_OF_DAY:
        half, end = _PARTS_OF_DAY[part], at + 5
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Found(end, Label.TIME, f"T{hour:02d}:00")


def four_digits_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return hour and minute of four digits before GMT or UTC."""
    word = tokens.text(at)
    if len(word) == _FOUR and word.isdecimal() and tokens.text(at + 1) in _ZONES:
        return int(word[:2]), int(word[2:])
    return None


def _half_of_day(tokens: Tokens, at: int) -> tuple[str, int]:
    """Return a or p and the token behind, or ""."""
    word = tokens.text(at)
    if word in ("am", "pm"):
        return word[0], at + 1
    if word in ("a", "p") and tokens.text(at + 1) == "." and tokens.text(at + 2) == "m":
        return word, at + (4 if tokens.text(at + 3) == "." else 3)
    return "", at
