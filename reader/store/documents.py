"""Documents kept by the text they hold, and where the reader stands in each.

Every version of a text is kept: when a file changes, the new text is a new row with the same
path, and annotations and translations of the old one still have their text.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from sqlite3 import Connection, Row

from reader.documents.model import Document, Metadata, Paragraph
from reader.errors import StoreError
from reader.lookup.find import search_form
from reader.store.database import Database
from reader.store.likeness import SAME_ARTICLE, counted_words, likeness
from reader.store.paths import UNNAMED, split_part, stored_path
from reader.store.rolled_off import take_place
from reader.store.versions import hold


@dataclass(frozen=True, slots=True)
class Position:
    """Where the reader stands: paragraph `place` and code point `offset` in its text.

    `furthest` is the furthest paragraph that has been seen.
    """

    place: int
    offset: int
    furthest: int


def utc_now() -> str:
    """Return the time as ISO 8601 in UTC, to the second: what every table stores."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class DocumentStore:
    """Saves and finds documents; `now` gives the time (ISO 8601) for tests."""

    def __init__(self, database: Database, now: Callable[[], str] = utc_now) -> None:
        self._database = database
        self._now = now

    def save(self, document: Document) -> int:
        """Keep a document and return its id; the same text again updates what names it.

        A new version of a file takes over the reading position, the tags and the bookmarks of the
        version before it.
        """
        with self._database.transaction() as connection:
            return self.save_in(connection, document)

    def save_in(self, connection: Connection, document: Document) -> int:
        """Do what `save` does, in a transaction that is open."""
        import msgspec

        path = stored_path(document.path)
        metadata = msgspec.json.encode(asdict(document.metadata)).decode()
        names = (document.content_hash, path, document.media_type, document.encoding)
        before = self._version_before(path, document)
        row = connection.execute(
            "SELECT id, title, metadata FROM document WHERE fingerprint = ?",
            (document.fingerprint,),
        ).fetchone()
        if row:
            number = int(row[0])
            if (row["title"], row["metadata"]) != (document.title, metadata):
                _rename(connection, number, document)
            connection.execute(
                "UPDATE document SET content_hash = ?, path = ?, media_type = ?, encoding = ?,"
                " title = ?, metadata = ? WHERE id = ?",
                (*names, document.title, metadata, number),
            )
            if before is not None:
                self._take_over_names(*before, number, document)
            self._hold(path, number, newer=before is not None)
            return number
        new = connection.execute(
            "INSERT INTO document (content_hash, path, media_type, encoding, fingerprint,"
            " title, metadata, size, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *names,
                document.fingerprint,
                document.title,
                metadata,
                sum(len(p.text) for p in document.paragraphs),
                self._now(),
            ),
        ).lastrowid
        assert new is not None
        connection.executemany(
            "INSERT INTO paragraph (document_id, place, id, kind, level, direction, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (new, place, p.id, p.kind, p.level, p.direction, p.text)
                for place, p in enumerate(document.paragraphs)
            ),
        )
        _enter(connection, new, document)
        if before is not None:
            self._take_over_position(*before, new, document)
            self._take_over_names(*before, new, document)
        self._hold(path, new, newer=before is not None)
        return new

    def get(self, document_id: int) -> Document:
        """Return the document with this id; raises StoreError when there is none."""
        row = self._row("id", document_id)
        if row is None:
            raise StoreError(f"There is no document {document_id}: list them with `reader list`.")
        return self._document(row)

    def by_fingerprint(self, fingerprint: str) -> Document | None:
        """Return the document that holds exactly this text."""
        row = self._row("fingerprint", fingerprint)
        return self._document(row) if row else None

    def by_path(self, path: str) -> Document | None:
        """Return the newest version of the text of a file."""
        row = self._row("path", stored_path(path))
        # the row has the path of the file that was opened last with this text
        return replace(self._document(row), path=stored_path(path)) if row else None

    def id_of(self, document: Document) -> int | None:
        """Return the id under which this text is kept, if it is."""
        row = self._row("fingerprint", document.fingerprint)
        return int(row["id"]) if row else None

    def mark_opened(self, document_id: int) -> None:
        """Remember that the document is on the screen now."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE document SET opened = ? WHERE id = ?", (self._now(), document_id)
            )

    def position(self, document_id: int) -> Position | None:
        """Return where the reader stands, or None before the first opening."""
        row = self._database.connection.execute(
            "SELECT place, offset, furthest FROM reading_position WHERE document_id = ?",
            (document_id,),
        ).fetchone()
        return Position(*row) if row else None

    def save_position(
        self, document_id: int, place: int, offset: int = 0, furthest: int | None = None
    ) -> None:
        """Remember where the reader stands; the furthest paragraph seen never goes back.

        `furthest` is the last paragraph that was on the screen, `place` when not given.
        """
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO reading_position VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (document_id) DO UPDATE SET place = excluded.place,"
                " offset = excluded.offset, furthest = max(furthest, excluded.furthest),"
                " changed = excluded.changed",
                (document_id, place, offset, max(place, furthest or 0), self._now()),
            )

    def _row(self, column: str, value: str | int) -> Row | None:
        if column == "path":
            condition = "id = (SELECT document_id FROM file WHERE path = ?)"
        else:
            condition = f"{column} = ?"
        row: Row | None = self._database.connection.execute(
            f"SELECT * FROM document WHERE {condition} ORDER BY id DESC LIMIT 1", (value,)
        ).fetchone()
        return row

    def _document(self, row: Row) -> Document:
        import msgspec

        rows = self._database.connection.execute(
            "SELECT id, text, kind, level, direction FROM paragraph WHERE document_id = ?"
            " ORDER BY place",
            (row["id"],),
        )
        return Document(
            path=row["path"],
            media_type=row["media_type"],
            encoding=row["encoding"],
            content_hash=row["content_hash"],
            paragraphs=tuple(Paragraph(*values) for values in rows),
            metadata=msgspec.json.decode(row["metadata"], type=Metadata),
        )

    def _hold(self, path: str, document_id: int, *, newer: bool) -> None:
        """Give a path its text; `newer`: it is a version of the one that the path had."""
        before = hold(self._database.connection, path, document_id)
        take_place(self._database.connection, path, document_id, None if newer else before)

    def _version_before(self, path: str, document: Document) -> tuple[int, list[str]] | None:
        """Return the other text that the file holds so far: its id and its paragraphs' texts.

        Of a file of many articles only one that is much like the new one: articles change their
        numbers.
        """
        row = self._row("path", path) if path not in UNNAMED else None
        if row is None or row["fingerprint"] == document.fingerprint:
            return None
        rows = self._database.connection.execute(
            "SELECT text FROM paragraph WHERE document_id = ? ORDER BY place", (row["id"],)
        )
        before = [text for (text,) in rows]
        if split_part(path)[1] is not None:
            after = counted_words(p.text for p in document.paragraphs)
            if likeness(counted_words(before), after) < SAME_ARTICLE:
                return None
        return int(row["id"]), before

    def _take_over_position(
        self, old: int, before: Sequence[str], new: int, document: Document
    ) -> None:
        position = self.position(old)
        if position is None:
            return
        place, offset = _moved(before, document, position.place, position.offset)
        furthest, _ = _moved(before, document, position.furthest, 0)
        self._database.connection.execute(
            "INSERT INTO reading_position VALUES (?, ?, ?, ?, ?)",
            (new, place, offset, max(place, furthest), self._now()),
        )

    def _take_over_names(
        self, old: int, before: Sequence[str], new: int, document: Document
    ) -> None:
        """Copy tags and bookmarks; a bookmark that the new text has already stays where it is."""
        connection = self._database.connection
        connection.execute(
            "INSERT OR IGNORE INTO tag SELECT ?, name FROM tag WHERE document_id = ?", (new, old)
        )
        marks = connection.execute(
            "SELECT name, place, offset, made FROM bookmark WHERE document_id = ?", (old,)
        ).fetchall()
        connection.executemany(
            "INSERT OR IGNORE INTO bookmark VALUES (?, ?, ?, ?, ?)",
            [
                (new, name, *_moved(before, document, place, offset), made)
                for name, place, offset, made in marks
            ],
        )


def _moved(before: Sequence[str], document: Document, place: int, offset: int) -> tuple[int, int]:
    """Return where a place and offset of the old texts stand in a document."""
    after = [paragraph.text for paragraph in document.paragraphs]
    found = corresponding_place(before, after, place)
    kept = found < len(after) and place < len(before) and after[found] == before[place]
    return found, offset if kept else 0


def _enter(connection: Connection, document_id: int, document: Document) -> None:
    """Enter a new document into the tables behind the library list."""
    hashes = Counter(
        sha256(p.text.encode("utf-8", "surrogatepass")).hexdigest() for p in document.paragraphs
    )
    connection.executemany(
        "INSERT INTO paragraph_text VALUES (?, ?, ?)",
        ((text[:16], document_id, times) for text, times in hashes.items()),
    )
    translated = sum(
        times
        for text, times in hashes.items()
        if connection.execute("SELECT 1 FROM translation WHERE source_hash = ?", (text,)).fetchone()
    )
    about = document.metadata
    connection.execute(
        "INSERT INTO library_entry (document_id, paragraphs, translated, date, source, author,"
        " title_form) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            document_id,
            len(document.paragraphs),
            translated,
            about.date,
            about.source,
            about.author,
            search_form(document.title),
        ),
    )


def _rename(connection: Connection, document_id: int, document: Document) -> None:
    """Bring what the library list shows of a document, and its search index, up to date."""
    about = document.metadata
    connection.execute(
        "UPDATE library_entry SET date = ?, source = ?, author = ?, title_form = ?,"
        " changes = changes + 1 WHERE document_id = ?",
        (about.date, about.source, about.author, search_form(document.title), document_id),
    )


def corresponding_place(before: Iterable[str], after: Iterable[str], place: int) -> int:
    """Return where paragraph `place` of the old texts stands among the new ones.

    It is the paragraph with the same text nearest to where one would stand if only paragraphs in
    front of it had changed; a paragraph that is gone leads to the nearest kept one before it.
    """
    old, new = list(before), list(after)
    places: dict[str, list[int]] = {}
    for n, text in enumerate(new):
        places.setdefault(text, []).append(n)
    for n in range(min(place, len(old) - 1), -1, -1):
        same = places.get(old[n])
        if same:
            at = bisect_left(same, n)
            return min(same[max(0, at - 1) : at + 1], key=lambda found: abs(found - n))
    return min(place, max(0, len(new) - 1))
