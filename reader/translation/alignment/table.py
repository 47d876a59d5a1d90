"""How likely one word is the translation of another: a table trained by training/alignment."""

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reader.assets import asset_path

FILE = "alignment-ar_en.npz"
STEPS = 255  # probabilities are kept as bytes, in steps of a square root


class Table:
    """t(english | arabic) and t(arabic | english) of pairs of word forms; 0 where not known."""

    def __init__(self, keys: Any, forward: Any, backward: Any) -> None:
        self._keys = keys
        self._forward = forward
        self._backward = backward

    def look_up(self, arabic: Sequence[str], english: Sequence[str]) -> tuple[Any, Any]:
        """Return two arrays (arabic words x english words): t(e | a) and t(a | e)."""
        import numpy as np

        rows = np.array([zlib.crc32(form.encode()) for form in arabic], dtype=np.uint64)
        columns = np.array([zlib.crc32(form.encode()) for form in english], dtype=np.uint64)
        wanted = (rows[:, None] << np.uint64(32)) | columns[None, :]
        places = np.searchsorted(self._keys, wanted).clip(max=max(len(self._keys) - 1, 0))
        known = self._keys[places] == wanted if len(self._keys) else np.zeros(wanted.shape, bool)
        forward = np.where(known, (self._forward[places] / STEPS) ** 2, 0.0)
        backward = np.where(known, (self._backward[places] / STEPS) ** 2, 0.0)
        return forward, backward


@lru_cache(maxsize=1)
def load() -> Table | None:
    """Return the table in assets/; None when it is missing or damaged."""
    import numpy as np

    try:
        with np.load(asset_path(FILE), allow_pickle=False) as data:
            keys = np.cumsum(data["steps"], dtype=np.uint64)  # kept as differences: they pack
            return Table(keys, data["forward"], data["backward"])
    except (OSError, ValueError, KeyError):
        return None
