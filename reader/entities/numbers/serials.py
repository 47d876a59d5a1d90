"""Digits that only identify: telephone numbers, ISBNs, line-ups (02-2345678, 4-2-3-1)."""

import re
from collections.abc import Sequence

from reader.entities.numbers.view import DASHES, View

_YEAR = re.compile(r"(?:1\d|20)\d\d")
_LOCAL = 5  # digits of a telephone number behind the dash


def in_serial(view: View, at: int) -> bool:
    """Tell whether a run of digits is part of a number without a value.

    Such are chains of three runs or more glued by dashes (dates are read before), and a run that
    begins with 0 beside a long one.
    """
    chain = [view.word(at)]
    for step in (-1, 1):
        place = at
        for _ in range(2):  # two neighbours tell
            place = _next(view, place, step)
            if place < 0:
                break
            chain.append(view.word(place))
    return identifies(chain)


def identifies(chain: Sequence[str]) -> bool:
    """Tell whether up to five runs of digits, glued by dashes, have no value."""
    if len(chain) == 1:
        country = chain[0].startswith("00") and len(chain[0]) >= _LOCAL  # not the hour 0030
        return country and chain[0].isdecimal()
    if all(_YEAR.fullmatch(run) for run in chain):
        return False
    padded = [n for n, run in enumerate(chain) if len(run) > 1 and run.startswith("0")]
    return len(chain) > 2 or any(len(chain[n]) > 2 or len(chain[1 - n]) >= _LOCAL for n in padded)


def _next(view: View, at: int, step: int) -> int:
    """Return the run of digits glued by a dash to the one at a token, -1 where there is none."""
    dash, run = at + step, at + 2 * step
    joined = view.glued(max(at, dash)) and view.glued(max(dash, run))
    whole = view.kind(run) == "num" and view.word(run).isdecimal()
    return run if joined and whole and view.word(dash) in DASHES else -1
