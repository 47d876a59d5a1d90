"""What a search over the library found."""

from collections.abc import Sequence
from typing import Any

from reader.store.search import Hit
from reader.tui.drawing import visual_line
from reader.tui.screens.list_screen import ListScreen
from reader.tui.widgets.bar import Piece

KIND_WIDTH = 13
BEFORE = 1 / 3  # of the room for a text: at most what stands in it before the words found


class FindingScreen(ListScreen[Hit | None]):
    """Gives back the hit to open."""

    SCOPES = ("entities",)
    EMPTY = " Nothing found."

    def __init__(self, query: str, hits: Sequence[Hit]) -> None:
        super().__init__()
        self.TITLE_TEXT = "Found " + visual_line(query, 40, align="none")
        self.all_rows = list(hits)

    def draw(self, row: Any, width: int) -> list[Piece]:
        """Return a hit's line: kind, title, the words around the hit."""
        room = max(4, (width - KIND_WIDTH - 3) // 2)
        return [
            Piece(f" {row.kind:<{KIND_WIDTH}}", "muted"),
            Piece(visual_line(snippet(row, room), room), ""),
            Piece(" "),
            Piece(visual_line(row.title, room, align="right"), "title"),
        ]

    def searchable(self, row: Any) -> str:
        """Filter by title, kind and text."""
        return f"{row.kind} {row.title} {row.text}"

    def on_row_list_chosen(self, event: Any) -> None:
        """Give the hit back."""
        self.dismiss(event.row)


def snippet(hit: Hit, room: int) -> str:
    """Return a hit's text from a little before its first match on, for so many cells."""
    start, end = hit.spans[0] if hit.spans else (0, 0)
    first = max(0, start - int(room * BEFORE))
    if first:
        blank = hit.text.find(" ", first, start)
        first = start if blank < 0 else blank + 1
    before = "…" if first else ""
    return before + hit.text[first : end + room].strip()
