"""The tutor's instruction above the page."""

from rich.segment import Segment
from textual.strip import Strip

from reader.tui.widgets.bar import Bar, Piece


class LessonBar(Bar):
    """One step: how far, and what to do."""

    DEFAULT_CSS = "LessonBar { height: 3; }"

    step = ""
    text = ""

    def show(self, step: str, text: str) -> None:
        """Show an instruction."""
        self.step, self.text = step, text
        self.refresh()

    def left(self) -> list[Piece]:
        """Return the instruction."""
        return [Piece(f" {self.step} ", "bar-mode"), Piece(f"  {self.text}", "title")]

    def render_line(self, y: int) -> Strip:
        """Return the instruction in the middle of three rows."""
        if y == 1:
            return super().render_line(y)
        width = self.size.width
        return Strip([Segment(" " * width, self._book.style(("bar",)))], width)
