"""Translations that go in circles: the commonest fault of small models."""

from collections import Counter
from collections.abc import Sequence


def repeats(tokens: Sequence[str]) -> bool:
    """Tell whether a translation repeats itself as no writer does.

    True when one token stands four times in a row, a phrase of two to six tokens three times in
    a row, or a five-token phrase three times anywhere.
    """
    if len(tokens) < 4:
        return False
    if any(_circles(tokens, size) for size in range(1, 7)):
        return True
    phrases = Counter(tuple(tokens[i : i + 5]) for i in range(len(tokens) - 4))
    return bool(phrases) and max(phrases.values()) >= 3


def _circles(tokens: Sequence[str], size: int) -> bool:
    wanted = (4 if size == 1 else 3) * size
    run = size
    for i in range(size, len(tokens)):
        run = run + 1 if tokens[i] == tokens[i - size] else size
        if run >= wanted:
            return True
    return False
