"""What screens made of one list share: filtering, sorting, a title."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual.app import ComposeResult

from reader.arabic.normalise import normalise
from reader.tui.drawing import visual_line
from reader.tui.screens.command_screen import CommandScreen, ResultT
from reader.tui.widgets.bar import Bar, Piece
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.text_entry import TextEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

RowT = TypeVar("RowT")


class ListTitle(Bar):
    """The line above a list."""

    text = ""
    note = ""

    def left(self) -> list[Piece]:
        """Return the title."""
        return [Piece(f" {self.text} ", "title")]

    def right(self) -> list[Piece]:
        """Return what is filtered and sorted."""
        return [Piece(f" {self.note} ", "bar-muted")]


class ListScreen(CommandScreen[ResultT], Generic[ResultT]):
    """A title, a list, a field to filter with."""

    TITLE_TEXT = ""
    EMPTY = "Nothing here."
    COUNTED = True  # the title tells how many rows there are

    CSS = """
    ListScreen TextEntry { display: none; dock: bottom; }
    ListScreen TextEntry.-open { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.filter_text = ""
        self.order = 0
        self._busy = ""
        self.all_rows: list[Any] = []
        self._forms: dict[str, str] = {}  # search forms, which cost more than comparing them

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield ListTitle(self.styles_book, widget_id="title")
        yield RowList(self.styles_book, self.draw, header=self.header(), empty=self.EMPTY)
        yield TextEntry(self.styles_book, widget_id="filter")
        yield KeyBar(self.styles_book)

    @property
    def table(self) -> RowList:
        """The list itself."""
        return self.query_one(RowList)

    def on_mount(self) -> None:
        """Begin with the list."""
        super().on_mount()
        self.table.focus()
        self.refresh_rows()

    @abstractmethod
    def draw(self, row: Any, width: int) -> "list[Piece]":
        """Return a row's pieces."""

    def header(self) -> "Callable[[int], list[Piece]] | None":
        """Return what draws the column heads, if there are any."""
        return None

    def searchable(self, row: Any) -> str:
        """Return the text of a row that the filter looks at."""
        return str(row)

    def orders(self) -> "Sequence[tuple[str, Callable[[Any], Any]]]":
        """Return the orders one can sort by: a name and a key."""
        return ()

    def refresh_rows(self) -> None:
        """Filter and sort again, with the cursor on the same row."""
        current = self.table.current
        wanted = normalise(self.filter_text, casefold=True).split()
        rows = [
            row
            for row in self.all_rows
            if not wanted or all(word in self._form(self.searchable(row)) for word in wanted)
        ]
        orders = self.orders()
        if orders:
            rows.sort(key=orders[self.order % len(orders)][1])
        cursor = next((n for n, row in enumerate(rows) if row is current), None)
        self.table.show(rows, cursor)
        self._show_title()

    def show_busy(self, text: str) -> None:
        """Show in the title what one has to wait for, or nothing."""
        self._busy = text
        self._show_title()

    def _show_title(self) -> None:
        rows, orders = self.table.rows, self.orders()
        title = self.query_one("#title", ListTitle)
        title.text = f"{self.TITLE_TEXT} · {len(rows)}" if self.COUNTED else self.TITLE_TEXT
        notes = [self._busy] if self._busy else []
        if self.filter_text:
            notes.append("filter: " + visual_line(self.filter_text, 30, align="none"))
        if orders:
            notes.append(f"by {orders[self.order % len(orders)][0]}")
        title.note = " · ".join(notes)
        title.refresh()

    def _form(self, text: str) -> str:
        form = self._forms.get(text)
        if form is None:
            form = self._forms[text] = normalise(text, casefold=True)
        return form

    def next_order(self) -> None:
        """Sort by the next order."""
        self.order += 1
        self.refresh_rows()

    def ask_filter(self) -> None:
        """Open the filter's field."""
        entry = self.query_one("#filter", TextEntry)
        entry.text = self.filter_text
        entry.add_class("-open")
        entry.focus()

    def leave(self) -> None:
        """Show all rows again, or close the list; the first screen stays."""
        if self.filter_text:
            self.filter_text = ""
            self.refresh_rows()
        elif len(self.app.screen_stack) > 2:
            self.reader.go_back(self)

    def on_text_entry_changed(self, event: TextEntry.Changed) -> None:
        """Filter while typing."""
        self.filter_text = event.text
        self.refresh_rows()

    def on_text_entry_submitted(self, event: TextEntry.Submitted) -> None:
        """Keep the filter."""
        self._close_filter()

    def on_text_entry_cancelled(self, event: TextEntry.Cancelled) -> None:
        """Give the filter up."""
        self.filter_text = ""
        self.refresh_rows()
        self._close_filter()

    def _close_filter(self) -> None:
        self.query_one("#filter", TextEntry).remove_class("-open")
        self.table.focus()
