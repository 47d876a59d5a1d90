"""Which part of the page the window shows."""

from reader.tui.page.page import Page, Place


class Viewport:
    """The window on a page: its top row and height. The top is exact, whatever lies above it."""

    def __init__(self, page: Page, height: int, top: Place | None = None) -> None:
        self.page = page
        self.height = max(1, height)
        self.top = top or Place(0)

    def scroll(self, rows: int) -> None:
        """Move the window down by `rows` (up if negative), within the document."""
        moved = self.page.move(self.top, rows)
        self.top = self.page.clamp(moved, self.height) if rows > 0 else moved

    def show(self, first: Place, last: Place) -> None:
        """Move as little as possible until rows `first` to `last` are seen, at least `first`."""
        if first < self.top:
            self.top = first
            return
        limit = self.height * 4
        below = self.page.distance(self.top, last, limit) - self.height + 1
        if below <= 0:
            return
        room = self.page.distance(self.top, first, limit)
        if below >= limit - self.height:
            self.top = first
        else:
            self.top = self.page.move(self.top, min(below, room))

    def go(self, place: Place) -> None:
        """Put a place at the top, or as near to it as the end of the document allows."""
        self.top = self.page.clamp(place, self.height)

    def passages(self) -> range:
        """Return the passages that are at least partly seen."""
        last = self.top.passage
        for place, _ in self.page.rows(self.top, self.height):
            last = place.passage
        return range(self.top.passage, min(last + 1, len(self.page.passages)))

    def at_end(self) -> bool:
        """Tell whether the last line is seen."""
        return self.top >= self.page.last_top(self.height)

    def share(self) -> tuple[float, float]:
        """Return where the window begins and ends in the text, each 0..1, by code points."""
        seen = self.passages()
        starts = self.page.starts
        total = starts[-1] or 1
        if not seen:
            return 0.0, 1.0
        block = self.page.block(seen.start)
        size = starts[seen.start + 1] - starts[seen.start]
        start = starts[seen.start] + size * self.top.row / max(1, block.height)
        end = total if self.at_end() else starts[seen.stop - 1]
        return start / total, max(start, end) / total
