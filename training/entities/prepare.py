"""Everything the network needs of a corpus part, computed once: types, gazetteer hits, pieces."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from reader.entities.recogniser.gazetteer import matches

if TYPE_CHECKING:
    from reader.entities.recogniser.encoder import PieceEncoder
    from training.entities.corpora import Sentence

MAX_LENGTH = 80


@dataclass(slots=True)
class Example:
    """One sentence of at most `MAX_LENGTH` tokens, ready for the network.

    words (n,) int32 into `Types`; context (n, d) float16; gazetteer (n, g) uint8; tags BIO.
    """

    corpus: str
    words: np.ndarray
    context: np.ndarray
    gazetteer: np.ndarray
    tags: list[str]


@dataclass(slots=True)
class Types:
    """The distinct folded words seen, numbered in order of appearance."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, folded: str) -> int:
        """The number of a folded word, a new one if it was not seen before."""
        return self.numbers.setdefault(folded, len(self.numbers))


def prepare(
    sentences: list[Sentence],
    corpus: str,
    types: Types,
    masks: dict[int, int],
    type_count: int,
    encoder: PieceEncoder,
) -> list[Example]:
    """Examples of `sentences`; sentences over `MAX_LENGTH` tokens are cut into several."""
    examples = []
    contexts = encoder.encode([sentence.words for sentence in sentences])
    for sentence, context in zip(sentences, contexts, strict=True):
        numbers = np.array([types.number(word) for word in sentence.folded], dtype=np.int32)
        hits = matches(sentence.folded, masks, type_count).astype(np.uint8)
        for start in range(0, len(numbers), MAX_LENGTH):
            part = slice(start, start + MAX_LENGTH)
            examples.append(
                Example(
                    corpus,
                    numbers[part],
                    context[part].astype(np.float16),
                    hits[part],
                    sentence.tags[part],
                )
            )
    return examples
