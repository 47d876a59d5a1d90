"""Word vectors in context: the convolutional encoder of a multilingual sentence model.

Piece vectors pass three branches of two residual convolutions (widths 2, 3 and 5 pieces) and a
layer norm; a linear map takes the result to `dimensions` values, averaged over a word's pieces.
This is the lower part of Google's Universal Sentence Encoder, multilingual (Yang et al. 2019,
Apache-2.0), cut down to Arabic pieces; see assets/ENTITIES_CARD.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from reader.entities.recogniser.pieces import PieceVocabulary

_BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Width of the window in pieces, and how many of them stand before the piece itself."""

_PIECES_AT_ONCE = 2_000


class PieceEncoder:
    """Encodes sentences of words; holds float32 weights."""

    def __init__(
        self, weights: Mapping[str, NDArray[np.float32]], vocabulary: PieceVocabulary
    ) -> None:
        """`weights`: 'pieces' (n, 512) with start, end at rows 1, 2; per branch w 'proj_w', …"""
        self._w = weights
        self._vocabulary = vocabulary
        self.dimensions = int(weights["out_w"].shape[1])

    def encode(self, sentences: Sequence[Sequence[str]]) -> list[NDArray[np.float32]]:
        """One (number of words, dimensions) matrix for each sentence of raw words."""
        results: list[NDArray[np.float32]] = []
        group: list[Sequence[str]] = []
        size = 0
        for words in sentences:
            group.append(words)
            size += 2 + sum(len(self._vocabulary.segment(word)) for word in words)
            if size >= _PIECES_AT_ONCE:
                results.extend(self._encode_group(group))
                group, size = [], 0
        if group:
            results.extend(self._encode_group(group))
        return results

    def _encode_group(self, group: Sequence[Sequence[str]]) -> list[NDArray[np.float32]]:
        import numpy as np

        ids: list[int] = []
        owner: list[int] = []  # the word a piece belongs to; start and end marks to none
        sentence_of: list[int] = []
        word_count = sum(map(len, group))
        word = 0
        for number, words in enumerate(group):
            before = len(ids)
            ids.append(1)
            owner.append(word_count)
            for text in words:
                pieces = self._vocabulary.segment(text)
                ids.extend(pieces)
                owner.extend([word] * len(pieces))
                word += 1
            ids.append(2)
            owner.append(word_count)
            sentence_of.extend([number] * (len(ids) - before))
        states = self._convolve(np.asarray(ids), np.asarray(sentence_of))
        owners = np.asarray(owner)
        sums = np.zeros((word_count + 1, states.shape[1]), dtype=np.float32)
        np.add.at(sums, owners, states)
        counts = np.bincount(owners, minlength=word_count + 1).astype(np.float32)
        means = sums[:-1] / counts[:-1, None]
        ends = np.cumsum([len(words) for words in group])
        return list(np.split(means, ends[:-1]))

    def _convolve(
        self, ids: NDArray[np.int64], sentence_of: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        import numpy as np

        w = self._w
        size = len(ids)
        embedded = w["pieces"][ids]
        branches = [embedded]
        for width, before in _BRANCHES:
            x = embedded @ w[f"proj_w{width}"] + w[f"proj_b{width}"]
            x = _layer_norm(x, w[f"norm_g{width}"], w[f"norm_b{width}"])
            window = np.arange(size)[:, None] + np.arange(-before, width - before)
            outside = (window < 0) | (window >= size)
            window[outside] = 0
            outside |= sentence_of[window] != sentence_of[:, None]
            window[outside] = size  # a row of zeros
            for layer in (1, 2):
                padded = np.concatenate([x, np.zeros((1, x.shape[1]), dtype=np.float32)])
                convolved = padded[window].reshape(size, -1) @ w[f"conv_w{width}_{layer}"]
                convolved += w[f"conv_b{width}_{layer}"]
                x = x + np.maximum(convolved, 0)
            branches.append(x)
        joined = _layer_norm(np.concatenate(branches, axis=1), w["norm_g"], w["norm_b"])
        return joined @ w["out_w"] + w["out_b"]


def _layer_norm(
    x: NDArray[np.float32], gain: NDArray[np.float32], bias: NDArray[np.float32]
) -> NDArray[np.float32]:
    import numpy as np

    x = x - x.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", x, x) / x.shape[1]
    result: NDArray[np.float32] = x / np.sqrt(variance + 1e-6)[:, None] * gain + bias
    return result
