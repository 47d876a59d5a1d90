"""The tutor's instruction above the page."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from reader.tui.drawing import visual_lines
from reader.tui.widgets.bar import Bar, Piece

HEIGHT = 3  # rows, where the instruction needs no more
_LEAST = 8  # columns in which it is broken into lines
_GAP = "  "  # between its number and its text


class LessonBar(Bar):
    """One step: how far, and what to do."""

    DEFAULT_CSS = f"LessonBar {{ height: {HEIGHT}; }}"

    step = ""
    text = ""

    def show(self, step: str, text: str) -> None:
        """Show an instruction."""
        self.step, self.text = step, text
        self._fit()

    def on_resize(self) -> None:
        """Break the instruction anew."""
        self._fit()

    def _fit(self) -> None:
        self.styles.height = max(HEIGHT, len(self._lines())) if self.size.width else HEIGHT
        self.refresh()

    def _badge(self) -> str:
        return f" {self.step} "

    def _lines(self) -> list[str]:
        """Return the instruction in lines, in visual order."""
        room = self.size.width - len(self._badge()) - len(_GAP)
        return visual_lines(self.text, max(_LEAST, room), base=0)

    def render_line(self, y: int) -> Strip:
        """Return one row: the instruction in the middle, its number before its first line."""
        width = self.size.width
        lines = self._lines()
        number = y - (self.size.height - len(lines)) // 2
        if not 0 <= number < len(lines):
            return Strip([Segment(" " * width, self._book.style(("bar",)))], width)
        badge = self._badge()
        line = _GAP + lines[number]
        fill = " " * max(0, width - len(badge) - cell_len(line))
        pieces = [
            Piece(badge, "bar-mode") if number == 0 else Piece(" " * len(badge)),
            Piece(line, "title"),
            Piece(fill),
        ]
        segments = [Segment(piece.text, self._book.style(("bar", piece.name))) for piece in pieces]
        return Strip(segments).adjust_cell_length(width)
