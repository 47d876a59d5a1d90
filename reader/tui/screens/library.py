"""The library: the documents one can open."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reader.arabic.layout import visual_line
from reader.tui.messages import Listed
from reader.tui.screens.list_screen import ListScreen
from reader.tui.widgets.bar import Piece

_NUMBERS = (("size", 8), ("read", 6), ("English", 8), ("names", 6), ("notes", 6))
NUMBERS_WIDTH = sum(width for _, width in _NUMBERS) + 2


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One document of the list; None is not known yet."""

    path: Path
    title: str = ""
    size: int | None = None  # code points
    read: float | None = None  # share of the paragraphs, 0..1
    translated: float | None = None
    entities: int | None = None
    annotations: int | None = None
    fault: str = ""


class LibraryScreen(ListScreen[None]):
    """Lists documents; Enter opens one."""

    SCOPES = ("library",)
    TITLE_TEXT = "Library"
    EMPTY = " No documents: reader PATH… opens files and folders."

    def __init__(self, paths: list[Path]) -> None:
        super().__init__()
        self.all_rows = [LibraryRow(path) for path in paths]
        self._index = {path: n for n, path in enumerate(paths)}

    def on_screen_resume(self) -> None:
        """Look again at what reading has changed."""
        self.reader.list_documents([row.path for row in self.all_rows])

    def on_listed(self, event: Listed) -> None:
        """Fill in what is known of documents."""
        for fact in event.facts:
            number = self._index.get(fact.path)
            if number is not None:
                self.all_rows[number] = replace(
                    self.all_rows[number],
                    title=fact.title,
                    size=fact.size,
                    read=fact.read,
                    translated=fact.translated,
                    entities=fact.entities,
                    annotations=fact.annotations,
                    fault=fact.fault,
                )
        self._keep_cursor()

    def _keep_cursor(self) -> None:
        current = self.table.current
        path = current.path if current else None
        self.refresh_rows()
        rows = self.table.rows
        at = next((n for n, row in enumerate(rows) if row.path == path), self.table.cursor)
        self.table.go(at)

    def orders(self) -> Any:
        """By place, title, size or shares."""
        return (
            ("folder", lambda row: self._index[row.path]),
            ("title", lambda row: row.title or row.path.name),
            ("size", lambda row: -(row.size or 0)),
            ("share read", lambda row: -(row.read or 0)),
            ("share translated", lambda row: -(row.translated or 0)),
            ("names", lambda row: -(row.entities or 0)),
            ("notes", lambda row: -(row.annotations or 0)),
        )

    def header(self) -> Any:
        """Return the column heads."""

        def draw(width: int) -> list[Piece]:
            heads = "".join(f"{name:>{size}}" for name, size in _NUMBERS)
            room = max(0, width - NUMBERS_WIDTH)
            return [Piece(heads + "  "), Piece(f"{'title ':>{room}}")]

        return draw

    def draw(self, row: Any, width: int) -> list[Piece]:
        """Return a document's line: figures at the left, the title at the right."""
        room = max(4, width - NUMBERS_WIDTH - 1)
        if row.fault:
            return [Piece(" " + visual_line(row.fault, max(4, width - 2), base=0), "failure")]
        shares = [_percent(row.read), _percent(row.translated)]
        figures = [_figure(row.size), *shares, _figure(row.entities), _figure(row.annotations)]
        line = "".join(f"{f:>{w}}" for f, (_, w) in zip(figures, _NUMBERS, strict=True))
        title = row.title or row.path.name
        return [
            Piece(line + "  ", "muted"),
            Piece(visual_line(title, room, align="right"), "" if row.title else "muted"),
        ]

    def searchable(self, row: Any) -> str:
        """Filter by title and file name."""
        return f"{row.title} {row.path}"

    def on_row_list_chosen(self, event: Any) -> None:
        """Open the document."""
        self.reader.open_document(event.row.path)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{round(100 * share)}%"


def _figure(number: int | None) -> str:
    if number is None:
        return ""
    return f"{number / 1_000_000:.1f}M" if number >= 1_000_000 else f"{number:,}"
