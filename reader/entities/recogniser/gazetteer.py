"""Known names: which spans of a sentence occur in lists of cities, people, organisations.

The lists are kept as CRC-32 of the folded name with a bit mask of the lists it is in: small, quick
to load, and a wrong hit (one look-up in 20,000) only adds a little noise to one feature.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from reader.entities.recogniser.clitics import stems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

MAX_WORDS = 5
POSITIONS = 3
"""A token is a whole name, the first word of one, or a later word."""

_SINGLE, _FIRST, _INSIDE = range(POSITIONS)


def name_hash(words: Sequence[str]) -> int:
    """CRC-32 of a name given as folded words."""
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"))


def matches(words: Sequence[str], masks: Mapping[int, int], type_count: int) -> NDArray[np.float32]:
    """Feature matrix (len(words), 3 * type_count + 1) of longest matches from every word.

    Column 3 * type + {0 single, 1 first, 2 inside}; the last column tells that a clitic had to be
    taken off the first word.
    """
    import numpy as np

    found = np.zeros((len(words), POSITIONS * type_count + 1), dtype=np.float32)
    for start in range(len(words)):
        # names start with a letter; most words are not names, so the test is worth it
        if not words[start] or not words[start][0].isalpha():
            continue
        heads = [words[start]]
        stripped = stems(words[start])
        seen = 0
        for length in range(min(MAX_WORDS, len(words) - start), 0, -1):
            rest = list(words[start + 1 : start + length])
            for position, head in enumerate((*heads, *stripped)):
                mask = masks.get(name_hash([head, *rest]), 0) & ~seen
                if not mask:
                    continue
                seen |= mask
                if position:
                    found[start, -1] = 1.0
                _mark(found, start, length, mask)
    return found


def _mark(found: NDArray[np.float32], start: int, length: int, mask: int) -> None:
    kind = 0
    while mask:
        if mask & 1:
            column = POSITIONS * kind
            if length == 1:
                found[start, column + _SINGLE] = 1.0
            else:
                found[start, column + _FIRST] = 1.0
                found[start + 1 : start + length, column + _INSIDE] = 1.0
        mask >>= 1
        kind += 1
