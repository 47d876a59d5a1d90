"""The decoder's attention, from pieces of words to words."""

from collections.abc import Sequence
from typing import Any

from reader.arabic.words import Word, words
from reader.translation.tokenizers import Pieces


def word_attention(source: Pieces, target: Pieces, attention: Sequence[Sequence[float]]) -> Any:
    """Return a matrix (source words x target words): how much was looked at for each word.

    `attention` is (target pieces x source pieces), as CTranslate2 returns it; columns of the
    result add up to at most 1. Words as `reader.arabic.words` finds them in both texts.
    """
    import numpy as np

    ours, theirs = words(source.text), words(target.text)
    looks = np.asarray(attention, dtype=float)
    if not looks.size:
        return np.zeros((len(ours), len(theirs)))
    columns = _parts(ours, source)[: looks.shape[1]]
    rows = _parts(theirs, target)[: looks.shape[0]]
    matrix = columns.T @ looks[: len(rows), : len(columns)].T @ rows
    return matrix / np.maximum(rows.sum(axis=0), 1)


def _parts(found: Sequence[Word], text: Pieces) -> Any:
    """Return a matrix (pieces x words): 1 where a piece is part of a word."""
    import numpy as np

    owner = np.full(len(text.text) + 1, -1)
    for number, word in enumerate(found):
        owner[word.start : word.end] = number
    matrix = np.zeros((len(text.pieces), len(found)))
    for piece, (start, end) in enumerate(text.offsets):
        inside = owner[start:end]
        inside = inside[inside >= 0]
        if inside.size:
            matrix[piece, inside[0]] = 1.0
    return matrix
