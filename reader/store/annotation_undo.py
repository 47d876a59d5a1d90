"""Which action undo and redo act on, read from the log, so that both outlive the program."""

import sqlite3
from dataclasses import dataclass

from reader.annotations.codec import Subject
from reader.annotations.events import Event, Step, patch
from reader.annotations.model import Annotation, Relation
from reader.store import annotation_log as log
from reader.store.versions import claimants

# the last undo or redo of an action says whether it counts at present
_UNDONE = """
    COALESCE((SELECT r.kind = 'undo' FROM annotation_group r WHERE r.reverses = g.id
              ORDER BY r.id DESC LIMIT 1), 0)
"""


# the text that an annotation or relation stands on, or stood on when it was deleted
_LAST_ON = """
    (SELECT l.document FROM annotation_event l WHERE l.subject_id = e.subject_id
     ORDER BY l.seq DESC LIMIT 1)
"""


@dataclass(frozen=True, slots=True)
class Action:
    """A group of events to undo or redo."""

    id: int
    title: str


def to_undo(connection: sqlite3.Connection, annotator: str, document: str | None) -> Action | None:
    """Return the annotator's last action that is not undone, on one document or on any."""
    scope, values = _scope(connection, annotator, document)
    row = connection.execute(
        f"SELECT g.id, g.title FROM annotation_group g WHERE g.kind = 'do' AND {scope}"
        f" AND NOT {_UNDONE} ORDER BY g.id DESC LIMIT 1",
        values,
    ).fetchone()
    return Action(*row) if row else None


def to_redo(connection: sqlite3.Connection, annotator: str, document: str | None) -> Action | None:
    """Return the annotator's last undone action; a new action makes the undone ones final."""
    scope, values = _scope(connection, annotator, document)
    row = connection.execute(
        f"""
        SELECT g.id, g.title,
               (SELECT max(r.id) FROM annotation_group r WHERE r.reverses = g.id) AS undone_at
        FROM annotation_group g WHERE g.kind = 'do' AND {scope} AND {_UNDONE}
          AND undone_at > (SELECT max(g.id) FROM annotation_group g WHERE g.kind = 'do' AND {scope})
        ORDER BY undone_at DESC LIMIT 1
        """,
        values,
    ).fetchone()
    return Action(row[0], row[1]) if row else None


def apply(writer: log.LogWriter, action: Action, *, backwards: bool) -> Step:
    """Undo (backwards) or repeat an action's events on what is there now."""
    events: list[Event] = list(
        log.events(writer.connection, "e.group_id = ?", (action.id,)),
    )
    documents: dict[str, None] = {}
    touched: dict[str, bool] = {}
    skipped = 0
    for event in reversed(events) if backwards else events:
        before, after = (event.after, event.before) if backwards else (event.before, event.after)
        now = log.current(writer.connection, event.subject_id)
        applies, new = patch(now, before, after)
        if not applies or not _has_its_ends(writer.connection, new):
            skipped += 1
            continue
        if new is None and isinstance(now, Annotation):
            for relation in log.relations_of(writer.connection, now.id):
                writer.record(relation, None)
        writer.record(now, new)
        subject = new or now
        assert subject is not None
        documents[subject.document] = None
        if isinstance(subject, Annotation):
            touched[subject.id] = new is not None
    return Step(
        title=action.title,
        documents=tuple(documents),
        changed=tuple(i for i, there in touched.items() if there),
        removed=tuple(i for i, there in touched.items() if not there),
        skipped=skipped,
    )


def _scope(
    connection: sqlite3.Connection, annotator: str, document: str | None
) -> tuple[str, dict[str, object]]:
    values: dict[str, object] = {"annotator": annotator}
    condition = "g.annotator = :annotator"
    if document is not None:
        versions = log.lineage(connection, document)
        values |= {f"d{n}": fingerprint for n, fingerprint in enumerate(versions)}
        names = ", ".join(f":d{n}" for n in range(len(versions)))
        own = ", ".join(f":d{n}" for n in _of_this_file(connection, versions))
        condition += (
            " AND EXISTS (SELECT 1 FROM annotation_event e WHERE e.group_id = g.id"
            f" AND e.document IN ({names}) AND {_LAST_ON} IN ({own}))"
        )
    return condition, values


def _of_this_file(connection: sqlite3.Connection, versions: list[str]) -> list[int]:
    """Return which of a document's versions are its file's own, the document (0) always.

    What another file still has stands on its page, and is undone there.
    """
    files = claimants(connection, versions[0])
    return [
        n for n, version in enumerate(versions) if not n or claimants(connection, version) <= files
    ]


def _has_its_ends(connection: sqlite3.Connection, subject: Subject | None) -> bool:
    if not isinstance(subject, Relation):
        return True
    return all(
        isinstance(log.current(connection, end), Annotation)
        for end in (subject.from_id, subject.to_id)
    )
