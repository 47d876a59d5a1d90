"""Digits that only identify: telephone numbers, ISBNs, line-ups."""

from reader.entities.numbers.serials import identifies
from reader.translation.english.tokens import Tokens
from reader.translation.english.words import DASHES


def in_serial(tokens: Tokens, at: int) -> bool:
    """Tell whether a run of digits is part of a number without a value, as the Arabic rules do."""
    chain = [tokens.text(at)]
    for step in (-2, 2):
        places = (at + step, at + 2 * step)  # two neighbours tell
        for place in places:
            if not _joined(tokens, min(place, place - step)):
                break
            chain.append(tokens.text(place))
    return identifies(chain)


def _joined(tokens: Tokens, at: int) -> bool:
    """Tell whether a dash glues the run of digits at a token to the next one."""
    runs = tokens.text(at), tokens.text(at + 2)
    glued = tokens.touches(at + 1) and tokens.touches(at + 2) and tokens.text(at + 1) in DASHES
    return glued and all(run.isdecimal() for run in runs)
