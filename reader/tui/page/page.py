"""The whole page of a document: blocks laid out when needed, and moves between their rows."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.tui.page.block import Block, Row, Side
from reader.tui.page.passages import Passage

MAX_BLOCKS = 512


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A row of a passage; the page is scrolled by places, never by guessed row numbers."""

    passage: int
    row: int = 0


class Page:
    """Rows of passages, laid out one by one as they are needed.

    `make(passage)` lays one out; results are kept for the last 512 passages, so the cost of a
    page never depends on the length of the document.
    """

    def __init__(self, passages: Sequence[Passage], make: Callable[[Passage], Block]) -> None:
        self.passages = passages
        self._make = make
        self._blocks: OrderedDict[int, Block] = OrderedDict()
        self._of_paragraph: dict[int, range] = {}
        self.starts = [0]  # code points before each passage, and in all
        for number, passage in enumerate(passages):
            known = self._of_paragraph.get(passage.paragraph)
            first = known.start if known else number
            self._of_paragraph[passage.paragraph] = range(first, number + 1)
            self.starts.append(self.starts[-1] + passage.end - passage.start)

    def block(self, passage: int) -> Block:
        """Return the passage's block, laying it out if it is not at hand."""
        block = self._blocks.get(passage)
        if block is None:
            block = self._make(self.passages[passage])
            self._blocks[passage] = block
            if len(self._blocks) > MAX_BLOCKS:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(passage)
        return block

    def of_paragraph(self, paragraph: int) -> range:
        """Return the passages of a paragraph; an empty one has none."""
        return self._of_paragraph.get(paragraph, range(0))

    def find(self, paragraph: int, offset: int) -> int:
        """Return the passage that holds the paragraph's offset, or the nearest after it."""
        for number in self.of_paragraph(paragraph):
            if offset < self.passages[number].end:
                return number
        own = self.of_paragraph(paragraph)
        if own:
            return own[-1]
        later = (n for n, passage in enumerate(self.passages) if passage.paragraph >= paragraph)
        return next(later, len(self.passages) - 1)

    def forget(self, paragraph: int | None = None) -> None:
        """Lay out again what belongs to the paragraph, or everything."""
        if paragraph is None:
            self._blocks.clear()
        else:
            for number in self.of_paragraph(paragraph):
                self._blocks.pop(number, None)

    def rows(self, top: Place, count: int) -> Iterator[tuple[Place, Row]]:
        """Yield up to `count` rows from `top` on."""
        passage, row = top.passage, top.row
        while count > 0 and passage < len(self.passages):
            block = self.block(passage)
            while row < block.height and count > 0:
                yield Place(passage, row), block.rows[row]
                row += 1
                count -= 1
            passage, row = passage + 1, 0

    def move(self, place: Place, rows: int) -> Place:
        """Return the place `rows` further down (up if negative), at most the first or last row."""
        if not self.passages:
            return Place(0)
        passage, row = place.passage, place.row + rows
        while row < 0 and passage > 0:
            passage -= 1
            row += self.block(passage).height
        if row < 0:
            return Place(0, 0)
        while row >= self.block(passage).height:
            if passage == len(self.passages) - 1:
                return Place(passage, self.block(passage).height - 1)
            row -= self.block(passage).height
            passage += 1
        return Place(passage, row)

    def last_top(self, height: int) -> Place:
        """Return the top of the page that ends with the document's last line of text."""
        if not self.passages:
            return Place(0)
        last = len(self.passages) - 1
        return self.move(Place(last, max(0, self.block(last).height - 2)), -(height - 1))

    def clamp(self, top: Place, height: int) -> Place:
        """Return `top`, or an earlier place if the page would run past the end."""
        last = self.last_top(height)
        return min(top, last)

    def distance(self, start: Place, end: Place, limit: int) -> int:
        """Return the rows from `start` down to `end`, or `limit` if there are more."""
        rows, passage = -start.row, start.passage
        while passage < end.passage:
            rows += self.block(passage).height
            passage += 1
            if rows >= limit:
                return limit
        return min(rows + end.row, limit)


def anchor(page: Page, place: Place) -> tuple[int, Side, int]:
    """Return what survives another layout: the passage, and a place in the text of a side."""
    if not page.passages:
        return 0, Side.ARABIC, 0
    side, offset = page.block(place.passage).first_offset(place.row)
    return place.passage, side, offset


def restore(page: Page, kept: tuple[int, Side, int]) -> Place:
    """Return the place of an `anchor` in the present layout."""
    passage, side, offset = kept
    if not page.passages:
        return Place(0)
    block = page.block(passage)
    if side is Side.ENGLISH and not any(row.english for row in block.rows):
        return Place(passage, 0)
    return Place(passage, block.row_of(side, offset) if offset else 0)
