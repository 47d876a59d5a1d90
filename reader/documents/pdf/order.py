"""Visual order back to logical order: the rules of UAX #9 run backwards on one line.

Glyphs come from left to right as they are drawn. In a right-to-left line everything is reversed,
and what had been drawn from left to right inside it is turned back: Latin words, and numbers. What
belongs to a number is what UAX #9 W2 and W4 keep together after Arabic letters: digits with single
separators (4.5, 10:30), but not a percent sign or hyphen, which had been drawn on its other side.
Before the first Arabic letter of a paragraph W4 and W5 keep these with European digits too.
"""

import unicodedata
from collections.abc import Sequence

from reader.documents.model import Direction

_SEPARATORS = ".,:/٫٬"
_LATIN_INNER = frozenset(" .,:;/-_&'’@#+=?()\"")
_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›"}


def letters(text: str) -> tuple[int, int]:
    """Return how many right-to-left and left-to-right letters there are."""
    kinds = [unicodedata.bidirectional(c) for c in text]
    return kinds.count("AL") + kinds.count("R"), kinds.count("L")


def direction_of_line(text: str, page: Direction) -> Direction:
    """Return the direction of a line: the page's, unless nearly all letters go the other way."""
    rtl, ltr = letters(text)
    if page == "rtl":
        return "ltr" if rtl * 10 < ltr else "rtl"
    return "rtl" if ltr * 10 < rtl else "ltr"


def after_arabic(text: str, before: bool = False) -> bool:
    """Tell whether the last letter of a text is an Arabic one: numbers after it follow W2.

    `before` is the answer for what goes before the text, which stays if it has no letter.
    """
    for c in reversed(text):
        kind = unicodedata.bidirectional(c)
        if kind in ("L", "R", "AL"):
            return kind == "AL"
    return before


def logical(
    units: Sequence[str],
    direction: Direction,
    *,
    mirror: bool = True,
    opening: bool = False,
) -> str:
    """Return the logical text of glyph texts given from left to right.

    Each unit's own text is in logical order already. With `mirror`, brackets that had been drawn
    in right-to-left order are taken for their drawn shapes and turned; see `brackets_fit`. With
    `opening`, no Arabic letter goes before the line in its paragraph; see `after_arabic`.
    """
    if direction == "rtl":
        return _right_to_left(units, mirror=mirror, opening=opening)
    parts: list[str] = []
    at = 0
    while at < len(units):
        if _kind(units[at]) != "R":
            parts.append(units[at])
            at += 1
            continue
        end = at + 1
        for n in range(at + 1, len(units)):
            if _kind(units[n]) == "L":
                break
            if _kind(units[n]) == "R":
                end = n + 1
        parts.append(_right_to_left(units[at:end], mirror=mirror))
        at = end
    return "".join(parts)


def _right_to_left(units: Sequence[str], *, mirror: bool, opening: bool = False) -> str:
    reading = list(units)[::-1]
    kinds = [_kind(unit) for unit in reading]
    parts: list[str] = []
    at = 0
    if opening:
        _join_numbers(reading, kinds)
    while at < len(reading):
        if kinds[at] not in "LN":
            parts.append(reading[at].translate(_MIRROR) if mirror else reading[at])
            at += 1
            continue
        end = at + 1
        while (joined := _next_in_run(reading, kinds, end)) > end:
            end = joined
        parts.extend(reading[at:end][::-1])
        at = end
    return "".join(parts)


def _join_numbers(units: list[str], kinds: list[str]) -> None:
    """Count as digits (N) what W4 and W5 make European numbers in front of the first letter.

    That is a single sign between two digits, and any percent or currency signs next to one.
    """
    first = next((n for n, kind in enumerate(kinds) if kind in "LR"), len(kinds))
    classes = [_digit_kind(unit) for unit in units[:first]]
    for n in range(1, first - 1):
        if classes[n] == "ES" and classes[n - 1] == classes[n + 1] == "EN":
            kinds[n] = "N"
    for way in (range(1, first), range(first - 2, -1, -1)):
        step = -1 if way.step > 0 else 1
        for n in way:
            if classes[n] == "ET" and classes[n + step] == "EN":
                classes[n] = "EN"
                kinds[n] = "N"


def _next_in_run(units: list[str], kinds: list[str], end: int) -> int:
    """Return where a left-to-right run that reaches `end` goes on to, or `end`."""
    after = end
    while after < len(units) and kinds[after] == "O":
        after += 1
    if after == len(units) or kinds[after] not in "LN":
        return end
    between = units[end:after]
    if "L" in (kinds[end - 1], kinds[after]):
        # a space between a number and a Latin word fits both orders: the drawn one is kept
        fits = all(unit in _LATIN_INNER for unit in between)
    else:
        same = _digit_kind(units[end - 1]) == _digit_kind(units[after])
        fits = not between or (same and len(between) == 1 and between[0] in _SEPARATORS)
    return after + 1 if fits else end


def _kind(unit: str) -> str:
    """Return L or R for a letter, N for a digit, O for anything else."""
    kind = unicodedata.bidirectional(unit[0])
    return {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N"}.get(kind, "O")


def _digit_kind(unit: str) -> str:
    return unicodedata.bidirectional(unit[0])


def brackets_fit(text: str) -> int:
    """Return how many bracket pairs open before they close, less brackets that close nothing.

    Some programs store the drawn shape of a bracket and some the character: whichever way makes
    this larger over a document is right.
    """
    score = 0
    for opening, closing in _BRACKETS.items():
        opened = False
        for c in text:
            if c == opening:
                opened = True
            elif c == closing:
                score += 1 if opened else -1
                opened = False
    return score
