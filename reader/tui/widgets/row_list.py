"""A list that draws only the rows that are seen: ten thousand open as fast as ten."""

from collections.abc import Callable, Sequence
from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.themes.styles import StyleBook
from reader.tui.widgets.bar import Piece

Draw = Callable[[Any, int], list[Piece]]


class RowList(Widget, can_focus=True, inherit_bindings=False):
    """Rows of any kind; `draw(row, width)` gives a row's pieces, as wide as the list."""

    DEFAULT_CSS = "RowList { height: 1fr; width: 1fr; }"

    class Moved(Message):
        """The cursor is on another row."""

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, row: Any) -> None:
            self.row = row
            super().__init__()

    def __init__(
        self,
        styles: StyleBook,
        draw: Draw,
        *,
        header: Callable[[int], list[Piece]] | None = None,
        empty: str = "",
        widget_id: str | None = None,
    ) -> None:
        super().__init__(id=widget_id)
        self._book = styles
        self._draw = draw
        self._header = header
        self.empty = empty
        self.rows: Sequence[Any] = ()
        self.cursor = 0
        self._top = 0

    @property
    def current(self) -> Any | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def recolour(self, styles: StyleBook) -> None:
        """Draw in other colours."""
        self._book = styles
        self.refresh()

    def show(self, rows: Sequence[Any], cursor: int | None = None) -> None:
        """Show these rows, with the cursor where it was unless told otherwise."""
        self.rows = rows
        self.go(self.cursor if cursor is None else cursor)
        self.refresh()

    def move(self, by: int) -> None:
        """Move the cursor."""
        self.go(self.cursor + by)

    def page(self, by: int) -> None:
        """Move the cursor by pages."""
        self.go(self.cursor + by * max(1, self._room() - 1))

    def go(self, row: int) -> None:
        """Put the cursor on a row, the nearest there is."""
        self.cursor = min(max(row, 0), max(0, len(self.rows) - 1))
        room = self._room()
        self._top = min(max(self._top, self.cursor - room + 1), self.cursor)
        self._top = max(0, min(self._top, len(self.rows) - room))
        self.refresh()
        self.post_message(self.Moved())

    def choose(self) -> None:
        """Choose the row under the cursor."""
        if self.rows:
            self.post_message(self.Chosen(self.rows[self.cursor]))

    def _room(self) -> int:
        return max(1, self.size.height - (1 if self._header else 0))

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in view."""
        self.go(self.cursor)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move by the wheel."""
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move by the wheel."""
        self.move(-1)

    def on_click(self, event: events.Click) -> None:
        """Go to a row; a second click chooses it."""
        row = self._top + event.y - (1 if self._header else 0)
        if 0 <= row < len(self.rows):
            again = row == self.cursor
            self.go(row)
            if again:
                self.choose()

    def render_line(self, y: int) -> Strip:
        """Return one row."""
        width = self.size.width
        if self._header is not None:
            if y == 0:
                return self._strip(self._header(width), width, "column-head")
            y -= 1
        if not self.rows and y == 0 and self.empty:
            return self._strip([Piece(self.empty, "muted")], width, "")
        number = self._top + y
        if number >= len(self.rows):
            return self._strip([], width, "")
        under = "cursor-row" if number == self.cursor else ""
        return self._strip(self._draw(self.rows[number], width), width, under)

    def _strip(self, pieces: list[Piece], width: int, under: str) -> Strip:
        segments: list[Segment] = []
        used = 0
        for piece in pieces:
            size = cell_len(piece.text)
            if used + size > width:
                break
            names = (piece.name, under) if under else (piece.name,)
            segments.append(Segment(piece.text, self._book.style(names)))
            used += size
        if used < width:
            segments.append(Segment(" " * (width - used), self._book.style((under,))))
        return Strip(segments, width)
