"""The library: the documents one can open."""

from collections import Counter
from pathlib import Path
from typing import Any

from reader.store.library import Library
from reader.tui.controllers.finder import Finder
from reader.tui.drawing import visual_line
from reader.tui.messages import DocumentFacts, Listed
from reader.tui.screens.list_screen import ListScreen
from reader.tui.widgets.bar import Piece

_NUMBERS = {"size": 8, "read": 6, "English": 8, "names": 6, "notes": 6}
_LEAVE_FIRST = ("names", "size", "notes", "English", "read")  # where titles have no room
_BESIDE = 4  # cells between figures and title
LEAST_TITLE = 20


class LibraryScreen(ListScreen[None]):
    """Lists documents; Enter opens one."""

    SCOPES = ("library",)
    TITLE_TEXT = "Library"
    EMPTY = " No documents: reader PATH… opens files and folders."

    def __init__(self, paths: list[Path]) -> None:
        super().__init__()
        self._paths = paths
        self._rows = {path: DocumentFacts(path) for path in paths}
        self._one_of_each = False
        self.finder = Finder(self)
        self._arrange()

    def on_screen_resume(self) -> None:
        """Look again at what reading has changed."""
        self.reader.list_documents(self._paths)

    def on_listed(self, event: Listed) -> None:
        """Fill in what is known of documents."""
        for fact in event.facts:
            if fact.path not in self._rows:
                # the articles of a file of many stand in its place
                self._rows.pop(Path(str(fact.path).rpartition("#")[0]), None)
            self._rows[fact.path] = fact
        self._arrange()
        current = self.table.current
        self.refresh_rows()
        if current is not None:
            rows = self.table.rows
            at = next((n for n, row in enumerate(rows) if row.path == current.path), None)
            self.table.go(self.table.cursor if at is None else at)

    def _arrange(self) -> None:
        self.all_rows = list(self._rows.values())
        self._place = {path: n for n, path in enumerate(self._rows)}
        self._stories = Counter(row.story for row in self.all_rows if row.story is not None)
        if self._one_of_each:
            seen: set[int] = set()
            kept = []
            for row in self.all_rows:
                if row.story is None or row.story not in seen:
                    kept.append(row)
                if row.story is not None:
                    seen.add(row.story)
            self.all_rows = kept

    def toggle_stories(self) -> None:
        """Show one of each group of near-duplicates, or all."""
        self._one_of_each = not self._one_of_each
        self._arrange()
        self.refresh_rows()

    def edit_tags(self) -> None:
        """Ask for the tags of the document under the cursor."""
        row = self.table.current
        if row is None or row.document_id is None:
            return

        def keep(text: str) -> None:
            library = Library(self.reader.database)
            new = {t for part in text.replace("،", ",").split(",") if (t := part.strip())}
            for name in set(row.tags) - new:
                library.untag(row.document_id, name)
            for name in new - set(row.tags):
                library.tag(row.document_id, name)
            self.on_screen_resume()

        self.ask("Tags", ", ".join(row.tags), keep, hint="Separate them with commas.")

    def orders(self) -> Any:
        """By place, title, figures or date."""
        return (
            ("folder", lambda row: self._place[row.path]),
            ("title", lambda row: row.title or row.path.name),
            ("size", lambda row: -(row.size or 0)),
            ("share read", lambda row: -(row.read or 0)),
            ("share translated", lambda row: -(row.translated or 0)),
            ("names", lambda row: -(row.entities or 0)),
            ("notes", lambda row: -(row.annotations or 0)),
            ("date", lambda row: (not row.date, row.date)),
        )

    def header(self) -> Any:
        """Return the column heads."""

        def draw(width: int) -> list[Piece]:
            heads = "".join(f"{name:>{_NUMBERS[name]}}" for name in columns(width))
            room = max(0, width - len(heads) - _BESIDE)
            return [Piece(heads + " " * _BESIDE), Piece(f"{'title ':>{room}}")]

        return draw

    def draw(self, row: Any, width: int) -> list[Piece]:
        """Return a document's line: figures at the left, the title at the right."""
        if row.fault:
            return [Piece(" " + visual_line(row.fault, max(4, width - 2), base=0), "failure")]
        figures = {
            "size": _figure(row.size),
            "read": _percent(row.read),
            "English": _percent(row.translated),
            "names": _figure(row.entities),
            "notes": _figure(row.annotations),
        }
        line = "".join(f"{figures[name]:>{_NUMBERS[name]}}" for name in columns(width))
        room = max(4, width - len(line) - _BESIDE - 1)
        title = row.title or row.path.name
        same = "≈" if self._stories[row.story] > 1 else " "
        return [
            Piece(f"{line}  ", "muted"),
            Piece(f"{same} ", "mark"),
            Piece(visual_line(title, room, align="right"), "" if row.title else "muted"),
        ]

    def searchable(self, row: Any) -> str:
        """Filter by title, file name, source, author, date and tags."""
        return f"{row.title} {row.path} {row.about}"

    def on_row_list_chosen(self, event: Any) -> None:
        """Open the document."""
        self.reader.open_document(event.row.path)


def columns(width: int) -> list[str]:
    """Return the figures that leave the titles room in a list of so many cells."""
    kept = list(_NUMBERS)
    for name in _LEAVE_FIRST:
        if width - sum(_NUMBERS[column] for column in kept) - _BESIDE - 1 >= LEAST_TITLE:
            break
        kept.remove(name)
    return kept


def _percent(share: float | None) -> str:
    return "" if share is None else f"{round(100 * share)}%"


def _figure(number: int | None) -> str:
    if number is None:
        return ""
    return f"{number / 1_000_000:.1f}M" if number >= 1_000_000 else f"{number:,}"
