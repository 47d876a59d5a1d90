"""Writing the event log, and the tables made from it, inside one transaction."""

import sqlite3
from collections.abc import Iterator

from reader.annotations.codec import Subject, from_json, to_json
from reader.annotations.events import Event, GroupKind, action_of
from reader.annotations.model import Relation
from reader.errors import StoreError
from reader.store.versions import left_behind

_EVENTS = """
    SELECT e.seq, e.group_id, e.action, e.before, e.after, g.annotator, g.time
    FROM annotation_event e JOIN annotation_group g ON g.id = e.group_id
"""


def stored(data: str) -> Subject:
    """Return the subject of a row's data. Raises StoreError when it is damaged."""
    try:
        return from_json(data)
    except ValueError as error:
        raise StoreError(
            "An annotation in the database is damaged."
            " Bring it back from the log of all actions: reader doctor --repair."
        ) from error


class LogWriter:
    """One group of events being written; a group without events leaves no row."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        annotator: str,
        time: str,
        title: str,
        kind: GroupKind = "do",
        reverses: int | None = None,
    ) -> None:
        self.connection = connection
        self.annotator = annotator
        self.time = time
        self._row = (kind, reverses, annotator, title, time)
        self._group: int | None = None

    def open(self) -> int:
        """Write the group's row if there is none yet; return its number."""
        if self._group is None:
            self._group = self.connection.execute(
                "INSERT INTO annotation_group (kind, reverses, annotator, title, time)"
                " VALUES (?, ?, ?, ?, ?)",
                self._row,
            ).lastrowid
        assert self._group is not None
        return self._group

    def record(self, before: Subject | None, after: Subject | None) -> None:
        """Append one event and bring the tables up to it."""
        subject = after or before
        assert subject is not None
        moved = before is not None and after is not None and before.document != after.document
        self.connection.execute(
            "INSERT INTO annotation_event"
            " (group_id, action, subject_id, document, earlier, before, after)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                self.open(),
                action_of(before, after),
                subject.id,
                subject.document,
                before.document if moved and before is not None else None,
                to_json(before) if before is not None else None,
                to_json(after) if after is not None else None,
            ),
        )
        if after is None:
            remove(self.connection, subject)
        else:
            put(self.connection, after)


def put(connection: sqlite3.Connection, subject: Subject) -> None:
    """Write a subject's row, new or in place of the old one."""
    data = to_json(subject)
    if isinstance(subject, Relation):
        connection.execute(
            "INSERT OR REPLACE INTO relation VALUES (?, ?, ?, ?, ?)",
            (subject.id, subject.document, subject.from_id, subject.to_id, data),
        )
        return
    connection.execute(
        "INSERT OR REPLACE INTO annotation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            subject.id,
            subject.document,
            subject.anchor.paragraph_id,
            subject.anchor.start,
            subject.side,
            subject.label,
            subject.status,
            subject.reviewed,
            subject.annotator,
            subject.origin,
            subject.score,
            subject.placement,
            data,
        ),
    )


def remove(connection: sqlite3.Connection, subject: Subject) -> None:
    """Delete a subject's row."""
    table = "relation" if isinstance(subject, Relation) else "annotation"
    connection.execute(f"DELETE FROM {table} WHERE id = ?", (subject.id,))


def current(connection: sqlite3.Connection, subject_id: str) -> Subject | None:
    """Return the annotation or relation of that id as it is now."""
    row = connection.execute(
        "SELECT data FROM annotation WHERE id = :id UNION ALL"
        " SELECT data FROM relation WHERE id = :id",
        {"id": subject_id},
    ).fetchone()
    return stored(row[0]) if row else None


def everything(connection: sqlite3.Connection) -> dict[str, Subject | None]:
    """Return all annotations and relations as the tables have them, by id; None: damaged."""
    rows = connection.execute(
        "SELECT id, data FROM annotation UNION ALL SELECT id, data FROM relation"
    )
    return {row["id"]: _whole(row["data"]) for row in rows}


def _whole(data: str) -> Subject | None:
    try:
        return from_json(data)
    except ValueError:
        return None


def relations_of(connection: sqlite3.Connection, annotation_id: str) -> list[Relation]:
    """Return the relations that begin or end at an annotation."""
    rows = connection.execute(
        "SELECT data FROM relation WHERE from_id = :id OR to_id = :id ORDER BY id",
        {"id": annotation_id},
    )
    return [r for r in (stored(row[0]) for row in rows) if isinstance(r, Relation)]


def events(
    connection: sqlite3.Connection, where: str = "TRUE", values: tuple[object, ...] = ()
) -> Iterator[Event]:
    """Yield events in order; `where` is a condition on annotation_event as `e`.

    Raises StoreError at one that is damaged: the log is the truth, only a backup has it again.
    """
    for row in connection.execute(f"{_EVENTS} WHERE {where} ORDER BY e.seq", values):
        try:
            before = from_json(row["before"]) if row["before"] else None
            after = from_json(row["after"]) if row["after"] else None
        except ValueError as error:
            raise StoreError(
                f"The log of the annotations is damaged at action {row['seq']}."
                " Restore a backup: reader restore."
            ) from error
        yield Event(
            seq=row["seq"],
            group=row["group_id"],
            action=row["action"],
            before=before,
            after=after,
            annotator=row["annotator"],
            time=row["time"],
        )


def clear_state(connection: sqlite3.Connection) -> None:
    """Empty the tables that are made from the log."""
    connection.execute("DELETE FROM annotation")
    connection.execute("DELETE FROM relation")


def lineage(connection: sqlite3.Connection, document: str) -> list[str]:
    """Return a document's fingerprint and those of the versions before it.

    They are the ones it was re-anchored from, and the earlier texts of its file, from which nothing
    came when all of their annotations had been deleted.
    """
    rows = connection.execute(
        "WITH RECURSIVE version (fingerprint) AS (VALUES (?) UNION"
        " SELECT e.earlier FROM annotation_event e JOIN version v ON e.document = v.fingerprint"
        " WHERE e.earlier IS NOT NULL) SELECT fingerprint FROM version",
        (document,),
    )
    found = dict.fromkeys(row[0] for row in rows)
    return list(found | dict.fromkeys(sorted(left_behind(connection, document))))
