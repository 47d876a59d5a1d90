"""Names carried through a document: a person named in full is known later by surname alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SURE = 0.7
_COMMON_RANK = 1_500
"""Words more frequent than this are never taken for a surname on their own."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name as token numbers [start, end) of one paragraph."""

    start: int
    end: int
    label: str
    score: float


class DocumentNames:
    """Collects the sure names of a document, then finds them again where they were missed."""

    def __init__(self, ranks: Mapping[str, int]) -> None:
        """`ranks`: folded word -> frequency rank."""
        self._ranks = ranks
        self._names: dict[tuple[str, ...], tuple[str, float]] = {}
        self._longest = 1

    def learn(self, words: Sequence[str], label: str, score: float) -> None:
        """Remember a name given as folded words, the first without its clitic."""
        if score < _SURE or not all(words):
            return
        keys = [tuple(words)]
        if label == "PER" and len(words) > 1:
            keys.append((words[-1],))
            if len(words) > 2:
                keys.append(tuple(words[-2:]))
        for key in keys:
            if len(key) == 1 and (len(key[0]) < 3 or self._common(key[0])):
                continue
            old = self._names.get(key)
            if old is None or old[1] < score:
                self._names[key] = (label, score)
                self._longest = max(self._longest, len(key))

    def missed(
        self, words: Sequence[str], cores: Sequence[Sequence[str]], taken: Sequence[bool]
    ) -> list[Found]:
        """Known names among the tokens that belong to none yet.

        `cores[i]` are the forms of token i, as it is and without a clitic.
        """
        found = []
        index = 0
        while index < len(words):
            hit = None if taken[index] else self._longest_at(words, cores, taken, index)
            if hit is None:
                index += 1
            else:
                found.append(hit)
                index = hit.end
        return found

    def _longest_at(
        self,
        words: Sequence[str],
        cores: Sequence[Sequence[str]],
        taken: Sequence[bool],
        start: int,
    ) -> Found | None:
        for length in range(min(self._longest, len(words) - start), 0, -1):
            end = start + length
            if any(taken[start:end]):
                continue
            for head in cores[start]:
                entry = self._names.get((head, *words[start + 1 : end]))
                if entry is not None:
                    return Found(start, end, entry[0], entry[1] * 0.9)
        return None

    def _common(self, word: str) -> bool:
        return self._ranks.get(word, _COMMON_RANK) < _COMMON_RANK
