"""A document as one plain text: its paragraphs with one line break between them.

Offsets into it are what exports for other programs use.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from reader.annotations.anchor import BORDER


class PlainText:
    """The text of paragraphs joined by line breaks, with offsets both ways."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.text = BORDER.join(paragraphs)
        lengths = (len(p) + len(BORDER) for p in paragraphs)
        self.starts = list(accumulate(lengths, initial=0))[:-1]

    def offset(self, place: int, at: int) -> int:
        """Return the document offset of offset `at` in the paragraph at `place`."""
        return self.starts[place] + at

    def locate(self, offset: int) -> tuple[int, int]:
        """Return (place of the paragraph, offset in it) of a document offset.

        The offset of a line break is the end of the paragraph before it.
        """
        place = max(0, bisect_right(self.starts, offset) - 1)
        return place, offset - self.starts[place] if self.starts else 0
