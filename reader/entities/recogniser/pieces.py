"""Word pieces: the most probable segmentation of a word under a unigram model (Kudo 2018)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reader.entities.recogniser.normalisation import strip_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD_START = "▁"
UNKNOWN = 0
"""Number of the piece that stands for any character outside the vocabulary."""

_UNKNOWN_COST = 25.0
_MAX_LETTERS = 32
"""No Arabic word is longer; a run of junk need not be looked at to its end."""


class PieceVocabulary:
    """Pieces with their log probabilities; piece 0 is the unknown one."""

    def __init__(self, pieces: Sequence[str], log_probabilities: Sequence[float]) -> None:
        """Index `pieces`; `log_probabilities[i]` belongs to `pieces[i]`."""
        self._costs = {
            piece: (index, -log_probability)
            for index, (piece, log_probability) in enumerate(
                zip(pieces, log_probabilities, strict=True)
            )
            if index != UNKNOWN
        }
        self._longest = max(map(len, self._costs), default=1)
        self.segment = lru_cache(maxsize=50_000)(self._segment)

    def _segment(self, word: str) -> tuple[int, ...]:
        text = WORD_START + strip_marks(word)[:_MAX_LETTERS]
        best: list[tuple[float, int, int]] = [(0.0, 0, UNKNOWN)]
        for end in range(1, len(text) + 1):
            cost, start, piece = best[end - 1][0] + _UNKNOWN_COST, end - 1, UNKNOWN
            for begin in range(max(0, end - self._longest), end):
                known = self._costs.get(text[begin:end])
                if known is not None and best[begin][0] + known[1] < cost:
                    cost, start, piece = best[begin][0] + known[1], begin, known[0]
            best.append((cost, start, piece))
        numbers: list[int] = []
        end = len(text)
        while end > 0:
            _, start, piece = best[end]
            numbers.append(piece)
            end = start
        return tuple(reversed(numbers))
