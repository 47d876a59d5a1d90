"""A menu over the page: choose one row, or several."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from reader.tui.drawing import visual_line
from reader.tui.keys import stroke
from reader.tui.screens.command_screen import TYPING
from reader.tui.screens.list_screen import ListScreen
from reader.tui.widgets.bar import Piece


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a menu; a digit as `key` chooses it at once."""

    value: Any
    text: str
    key: str = ""
    style: str = ""
    note: str = ""


MOST_ROWS = 20
HIGHEST = 0.8  # of the window, as in the style below
AROUND = 5  # rows of the frame, the title, the filter and the keys


class Menu(ListScreen[Any]):
    """Gives back the value of the item chosen, or None."""

    SCOPES = ("menu",)
    CSS = """
    Menu { align: center middle; background: $background 60%; }
    Menu > Vertical { width: 64; max-width: 100%; height: auto; max-height: 80%;
        border: round $accent; background: $background; }
    Menu RowList { height: auto; min-height: 1; }
    """

    def __init__(self, title: str, items: Sequence[Item], cursor: int = 0) -> None:
        super().__init__()
        self.TITLE_TEXT = title
        self.all_rows = list(items)
        self._cursor = cursor

    def compose(self) -> ComposeResult:
        """Lay the menu out in a box."""
        with Vertical():
            yield from super().compose()

    def on_mount(self) -> None:
        """Begin with the given item."""
        super().on_mount()
        self._fit()
        self.table.go(self._cursor)

    def on_resize(self) -> None:
        """Keep title, keys and filter on the screen."""
        self._fit()

    def _fit(self) -> None:
        room = int(self.app.size.height * HIGHEST) - AROUND
        self.table.styles.height = max(1, min(MOST_ROWS, room, len(self.all_rows)))

    def draw(self, row: Any, width: int) -> list[Piece]:
        """Return an item's line."""
        note = f" {row.note} " if row.note else ""
        key = f" {row.key:>2} " if row.key else "  "
        room = max(1, width - len(note) - len(key) - 1)
        text = visual_line(row.text, room, base=0)
        return [Piece(key, "bar-key"), Piece(text, row.style), Piece(note, "muted")]

    def searchable(self, row: Any) -> str:
        """Filter by the text."""
        return str(row.text)

    def on_key(self, event: events.Key) -> None:
        """Give back the item whose digit it is; other keys are commands."""
        pressed = stroke(event)
        if isinstance(self.focused, TYPING) or not pressed.isdecimal():
            return
        digit = str(int(pressed))  # also ١ of an Arabic keyboard
        row = next((row for row in self.table.rows if row.key == digit), None)
        if row is not None:
            event.stop()
            event.prevent_default()
            self.dismiss(row.value)

    def on_row_list_chosen(self, event: Any) -> None:
        """Give the item back."""
        self.dismiss(event.row.value)
