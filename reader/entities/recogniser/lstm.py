"""Bidirectional LSTM over a batch of sentences, in NumPy (Hochreiter & Schmidhuber 1997)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def run_lstm(
    gates: NDArray[np.float32], recurrent: NDArray[np.float32], active: list[int]
) -> NDArray[np.float32]:
    """Hidden states (b, t, h) of one direction.

    `gates` (b, t, 4h) are the input's contributions with biases, in the order input, forget,
    cell, output; `recurrent` (h, 4h). Rows are sorted by falling length; `active[s]` is how many
    sentences are longer than s.
    """
    import numpy as np

    rows, steps, width = gates.shape
    size = width // 4
    states = np.zeros((rows, steps, size), dtype=np.float32)
    hidden = np.zeros((rows, size), dtype=np.float32)
    cell = np.zeros((rows, size), dtype=np.float32)
    for step in range(steps):
        n = active[step]
        g = gates[:n, step] + hidden[:n] @ recurrent
        sigmoids = _sigmoid(np.concatenate([g[:, : 2 * size], g[:, 3 * size :]], axis=1))
        cell[:n] = sigmoids[:, size : 2 * size] * cell[:n] + sigmoids[:, :size] * np.tanh(
            g[:, 2 * size : 3 * size]
        )
        hidden[:n] = sigmoids[:, 2 * size :] * np.tanh(cell[:n])
        states[:n, step] = hidden[:n]
    return states


def reverse_each(batch: NDArray[np.float32], lengths: list[int]) -> NDArray[np.float32]:
    """`batch` (b, t, d) with every sentence turned round inside its own length."""
    import numpy as np

    turned = np.zeros_like(batch)
    for row, length in enumerate(lengths):
        turned[row, :length] = batch[row, length - 1 :: -1] if length else 0
    return turned


def _sigmoid(x: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    result: NDArray[np.float32] = 0.5 * (1 + np.tanh(0.5 * x))
    return result
