"""Names of the whole library: in which articles each one stands."""

from typing import Any

from reader.store.entities import EntityStore, IndexEntry
from reader.tui.drawing import visual_line
from reader.tui.screens.list_screen import ListScreen
from reader.tui.themes.palettes import KINDS
from reader.tui.widgets.bar import Piece
from reader.tui.widgets.legend import TITLES


class EntityIndexScreen(ListScreen[IndexEntry | None]):
    """Gives back the name whose articles are wanted."""

    SCOPES = ("entities",)
    TITLE_TEXT = "Names in the library"
    EMPTY = " No names yet: they are counted while the library is shown."

    def __init__(self, store: EntityStore) -> None:
        super().__init__()
        self.all_rows = list(store.index())

    def orders(self) -> Any:
        """By how many articles, how often, kind, name."""
        return (
            ("articles", lambda row: (-row.documents, -row.mentions)),
            ("mentions", lambda row: -row.mentions),
            ("kind", lambda row: (list(TITLES).index(row.label), -row.documents)),
            ("name", lambda row: row.english or row.name),
        )

    def draw(self, row: Any, width: int) -> list[Piece]:
        """Return a name's line."""
        room = max(2, (width - 28) // 2)
        return [
            Piece(f" {row.documents:>5} {row.mentions:>6}  ", "muted"),
            Piece(f"{TITLES[row.label]:<13}", f"kind-{KINDS[row.label]}"),
            Piece(visual_line(row.english, room, base=0)),
            Piece(visual_line(row.name, room, base=1)),
        ]

    def searchable(self, row: Any) -> str:
        """Filter by kind and by either form."""
        return f"{TITLES[row.label]} {row.name} {row.english}"

    def on_row_list_chosen(self, event: Any) -> None:
        """Give the name back."""
        self.dismiss(event.row)
