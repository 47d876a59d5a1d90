"""Moving in lists: the library, panels and menus."""

from typing import TYPE_CHECKING, Any

from reader.tui.commands.base import LISTS, LOOKUP, REVIEW, Command

if TYPE_CHECKING:
    from reader.tui.screens.list_screen import ListScreen

GROUP = "List"
ROWS = (*LISTS, REVIEW)  # a card is rows, too


class Down(Command["ListScreen[Any]"]):
    """Go to the next row."""

    id = "list.down"
    title = "Next row"
    group, scopes, keys, counts = GROUP, ROWS, ("j", "down"), True

    def run(self, screen: "ListScreen[Any]", count: int | None) -> None:
        screen.table.move(count or 1)


class Up(Command["ListScreen[Any]"]):
    """Go to the row before."""

    id = "list.up"
    title = "Previous row"
    group, scopes, keys, counts = GROUP, ROWS, ("k", "up"), True

    def run(self, screen: "ListScreen[Any]", count: int | None) -> None:
        screen.table.move(-(count or 1))


class ListPageDown(Command["ListScreen[Any]"]):
    """Go one page on."""

    id = "list.page_down"
    title = "Page down"
    group, scopes, keys = GROUP, LISTS, ("space", "pagedown", "ctrl+d")

    def run(self, screen: "ListScreen[Any]", count: int | None) -> None:
        screen.table.page(1)


class ListPageUp(Command["ListScreen[Any]"]):
    """Go one page back."""

    id = "list.page_up"
    title = "Page up"
    group, scopes, keys = GROUP, LISTS, ("b", "pageup", "ctrl+u")

    def run(self, screen: "ListScreen[Any]", count: int | None) -> None:
        screen.table.page(-1)


class ListFirst(Command["ListScreen[Any]"]):
    """Go to the first row."""

    id = "list.first"
    title = "First row"
    group, scopes, keys = GROUP, LISTS, ("g", "home")

    def run(self, screen: "ListScreen[Any]", count: int | None) -> None:
        screen.table.go(0)


class ListLast(Command["ListScreen[Any]"]):
    """Go to the last row."""

    id = "list.last"
    title = "Last row"
    group, scopes, keys = GROUP, LISTS, ("G", "end")

    def run(self, screen: "ListScreen[Any]", count: int | None) -> None:
        screen.table.go(len(screen.table.rows) - 1)


class Choose(Command["ListScreen[Any]"]):
    """Open or choose the row."""

    id = "list.choose"
    title = "Choose"
    group, scopes, keys, footer = GROUP, LISTS, ("enter",), "open"

    def run(self, screen: "ListScreen[Any]", count: int | None) -> None:
        screen.table.choose()


class Filter(Command["ListScreen[Any]"]):
    """Show only the rows that contain a text; Esc shows all again."""

    id = "list.filter"
    title = "Filter"
    group, scopes, keys, footer = GROUP, LISTS, ("/",), "filter"

    def run(self, screen: "ListScreen[Any]", count: int | None) -> None:
        screen.ask_filter()


class Sort(Command["ListScreen[Any]"]):
    """Sort by the next column; the column heads show which."""

    id = "list.sort"
    title = "Sort by the next column"
    group, keys, footer = GROUP, ("s",), "sort"
    scopes = tuple(scope for scope in LISTS if scope != LOOKUP)

    def available(self, screen: "ListScreen[Any]") -> bool:
        return bool(screen.orders())

    def run(self, screen: "ListScreen[Any]", count: int | None) -> None:
        screen.next_order()


class Leave(Command["ListScreen[Any]"]):
    """Show all rows again, or close the list."""

    id = "list.leave"
    title = "Close"
    group, scopes, keys = GROUP, LISTS, ("escape",)

    def run(self, screen: "ListScreen[Any]", count: int | None) -> None:
        screen.leave()


COMMANDS = (
    Down, Up, ListPageDown, ListPageUp, ListFirst, ListLast, Choose, Filter, Sort, Leave,
)  # fmt: skip
