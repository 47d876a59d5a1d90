"""Small storage of weights: int8 rows with a scale for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Quantised(NamedTuple):
    """A matrix as int8 values (n, d) times one float scale for each row (n, 1)."""

    values: NDArray[np.int8]
    scales: NDArray[np.float16]

    def rows(self, numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        """The chosen rows as float32."""
        import numpy as np

        result: NDArray[np.float32] = np.multiply(
            self.values[numbers], self.scales[numbers], dtype=np.float32
        )
        return result


def quantise(matrix: NDArray[np.float32]) -> Quantised:
    """Round every row of `matrix` (n, d) to 255 steps of its largest value."""
    import numpy as np

    peaks = np.abs(matrix).max(axis=1, keepdims=True) + 1e-8
    scales = (peaks / 127).astype(np.float16)
    # the step must not round to zero, nor a peak beyond 127 of it
    scales = np.maximum(scales, np.float16(1e-7))
    values = np.clip(np.round(matrix / scales.astype(np.float32)), -127, 127)
    return Quantised(values.astype(np.int8), scales)
