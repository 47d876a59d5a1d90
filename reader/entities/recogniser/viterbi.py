"""Best tag sequence of a linear-chain CRF."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def best_path(
    emissions: NDArray[np.float32], transitions: NDArray[np.float32], start: NDArray[np.float32]
) -> list[int]:
    """Tag numbers (n,) for emissions (n, k), transitions (k, k) from row to column, start (k,)."""
    import numpy as np

    score = emissions[0] + start
    back = np.empty(emissions.shape, dtype=np.int64)
    for step in range(1, len(emissions)):
        candidates = score[:, None] + transitions
        back[step] = candidates.argmax(0)
        score = candidates.max(0) + emissions[step]
    path = [int(score.argmax())]
    for step in range(len(emissions) - 1, 0, -1):
        path.append(int(back[step, path[-1]]))
    path.reverse()
    return path


def marginals(
    emissions: NDArray[np.float32], transitions: NDArray[np.float32], start: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Probability (n, k) of every tag at every token (forward-backward in log space)."""
    import numpy as np

    size = len(emissions)
    forward = np.empty(emissions.shape, dtype=np.float64)
    backward = np.zeros(emissions.shape, dtype=np.float64)
    forward[0] = emissions[0] + start
    for step in range(1, size):
        forward[step] = _log_sum(forward[step - 1][:, None] + transitions) + emissions[step]
    for step in range(size - 2, -1, -1):
        ahead = emissions[step + 1] + backward[step + 1]
        backward[step] = _log_sum(transitions.T + ahead[:, None])
    total = forward + backward
    total -= total.max(axis=1, keepdims=True)
    probabilities = np.exp(total)
    result: NDArray[np.float32] = probabilities / probabilities.sum(axis=1, keepdims=True)
    return result


def _log_sum(values: NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np

    top = values.max(axis=0)
    result: NDArray[np.float64] = top + np.log(np.exp(values - top).sum(axis=0))
    return result
