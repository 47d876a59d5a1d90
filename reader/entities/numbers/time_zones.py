"""Time zones after a time of day: بتوقيت غرينتش, ت غ, بالتوقيت المحلي."""

from reader.entities.numbers.view import View

_UTC = {"غرينتش", "جرينتش", "غرينيتش", "غرينيش", "العالمي", "utc", "gmt", "غ"}
_LOCAL = {"المحلي", "المحليه"}
_OF_ZONE = {"بتوقيت", "توقيت"}


def zone_at(view: View, at: int) -> tuple[int, str]:
    """Read the time zone at a token: (token after it, "Z" for UTC); (at, "") where there is none.

    A zone in brackets belongs to no time before it.
    """
    word = view.word(at)
    if word.isascii() and word.lower() in _UTC:
        return at + 1, "Z"
    if word == "تغ":
        return at + 1, "Z"
    if word == "ت":  # the news agencies' short form of توقيت غرينتش
        last = at + 2 if view.word(at + 1) == "." else at + 1
        return (last + 1, "Z") if view.word(last) == "غ" else (at, "")
    if word in _OF_ZONE:
        if view.kind(at + 1) != "word":
            return at, ""
        return at + 2, "Z" if view.word(at + 1) in _UTC else ""
    if word == "بالتوقيت":
        if view.word(at + 1) in _LOCAL:
            return at + 2, ""
        if view.word(at + 1) == "العالمي":
            return at + 2, "Z"
    return at, ""


def has_zone(view: View, at: int) -> bool:
    """Tell whether a time zone stands at a token."""
    return zone_at(view, at)[0] > at
