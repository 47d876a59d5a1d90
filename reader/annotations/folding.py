"""A text beside its search form, with spans carried both ways."""

import unicodedata
from bisect import bisect_left

from reader.arabic.normalise import normalise_with_map


class Folded:
    """`text` is the search form of `original`: no harakat or tatweel, alef and yeh folded."""

    __slots__ = ("_offsets", "original", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        self.text, self._offsets = normalise_with_map(original)

    def narrow(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the search form that [start, end) of the original covers."""
        return self._find(start), self._find(end)

    def widen(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original of [start, end) of the search form, marks included."""
        first = self._offsets[start]
        last = self._offsets[end - 1] + 1
        while last < self._offsets[end] and unicodedata.category(self.original[last]) == "Mn":
            last += 1
        return first, last

    def start_of(self, at: int) -> int:
        """Return the offset in the original of one character of the search form."""
        return self._offsets[at]

    def _find(self, offset: int) -> int:
        return bisect_left(self._offsets, offset, hi=len(self.text))
