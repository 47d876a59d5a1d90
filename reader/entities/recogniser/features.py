"""What the networks see of a sentence; shared by all of them, computed once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.entities.recogniser.clitics import stems
from reader.entities.recogniser.ngrams import hashed

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from reader.entities.recogniser.quantised import Quantised


class WordTable:
    """The distinct folded words of a text: their vectors and spelling features."""

    def __init__(self, vocabulary: Mapping[str, int], vectors: Quantised) -> None:
        """`vocabulary` maps a folded word to its row in `vectors`."""
        self._vocabulary = vocabulary
        self._vectors = vectors
        self._numbers: dict[str, int] = {}
        self._rows: list[int] = []
        self._exact: list[bool] = []
        self._spelling: list[list[int]] = []

    def number(self, folded: str) -> int:
        """The number of a folded word in this table."""
        known = self._numbers.get(folded)
        if known is not None:
            return known
        number = self._numbers[folded] = len(self._rows)
        row, exact = -1, False
        for position, form in enumerate((folded, *stems(folded))):
            if form in self._vocabulary:
                row, exact = self._vocabulary[form], position == 0
                break
        self._rows.append(row)
        self._exact.append(exact)
        self._spelling.append(hashed(folded))
        return number

    def spelling(self, number: int) -> list[int]:
        """Spelling buckets of a word."""
        return self._spelling[number]

    def vectors(self, numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        """(n, d + 2): the word's vector, then 1 for an exact hit, 1 for one after a clitic."""
        import numpy as np

        rows = np.array([self._rows[number] for number in numbers.tolist()], dtype=np.int64)
        exact = np.array([self._exact[number] for number in numbers.tolist()])
        found = rows >= 0
        result = np.zeros((len(rows), self._vectors.values.shape[1] + 2), dtype=np.float32)
        result[found, :-2] = self._vectors.rows(rows[found])
        result[:, -2] = found & exact
        result[:, -1] = found & ~exact
        return result


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """One sentence of n words: types (n,) into `table`, context (n, c), gazetteer (n, g)."""

    table: WordTable
    types: NDArray[np.int64]
    context: NDArray[np.float32]
    gazetteer: NDArray[np.float32]
