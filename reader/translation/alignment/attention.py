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
    matrix = np.zeros((len(ours), len(theirs)))
    looks = np.asarray(attention, dtype=float)
    if not looks.size:
        return matrix
    columns = _word_of_pieces(ours, source)[: looks.shape[1]]
    rows = _word_of_pieces(theirs, target)[: looks.shape[0]]
    counts = np.zeros(len(theirs))
    for piece, word in enumerate(rows):
        if word < 0:
            continue
        counts[word] += 1
        for at, place in enumerate(columns):
            if place >= 0:
                matrix[place, word] += looks[piece, at]
    return matrix / np.maximum(counts, 1)


def _word_of_pieces(found: Sequence[Word], text: Pieces) -> list[int]:
    """Return for each piece the number of the word it is part of, -1 for none."""
    owner = [-1] * (len(text.text) + 1)
    for number, word in enumerate(found):
        for at in range(word.start, word.end):
            owner[at] = number
    numbers = []
    for start, end in text.offsets:
        inside = [owner[at] for at in range(start, min(end, len(text.text))) if owner[at] >= 0]
        numbers.append(inside[0] if inside else -1)
    return numbers
