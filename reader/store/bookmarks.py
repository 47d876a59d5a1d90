"""Marks and bookmarks: named places in a document."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.store.database import Database
from reader.store.documents import utc_now


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Code point `offset` in paragraph `place` of a document; a mark's name is one letter."""

    document_id: int
    name: str
    place: int
    offset: int
    made: str  # ISO 8601, UTC


class Bookmarks:
    """The bookmarks of all documents."""

    def __init__(self, database: Database, now: Callable[[], str] = utc_now) -> None:
        self._database = database
        self._now = now

    def put(self, document_id: int, name: str, place: int, offset: int = 0) -> None:
        """Set a bookmark; one of the same name in the document moves here."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO bookmark VALUES (?, ?, ?, ?, ?)",
                (document_id, name, place, offset, self._now()),
            )

    def get(self, document_id: int, name: str) -> Bookmark | None:
        """Return a bookmark by its name."""
        row = self._database.connection.execute(
            "SELECT * FROM bookmark WHERE document_id = ? AND name = ?", (document_id, name)
        ).fetchone()
        return Bookmark(*row) if row else None

    def all(self, document_id: int | None = None) -> list[Bookmark]:
        """Return the bookmarks of one document, or of all, in the order of the text."""
        rows = self._database.connection.execute(
            "SELECT * FROM bookmark WHERE ?1 IS NULL OR document_id = ?1"
            " ORDER BY document_id, place, offset, name",
            (document_id,),
        )
        return [Bookmark(*row) for row in rows]
