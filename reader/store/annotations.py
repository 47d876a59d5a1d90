"""Annotations in the database: every change is an event, one action one step of undo."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from reader.annotations import events as event_log
from reader.annotations.codec import Subject
from reader.annotations.events import GroupKind, Step
from reader.annotations.model import Annotation, Relation, new_relation, now, stamped
from reader.annotations.order import text_order
from reader.errors import StoreError
from reader.store import annotation_log as log
from reader.store import annotation_undo as undo_log
from reader.store.database import Database
from reader.store.departed import texts_with_words


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where the tables do not agree with the log; None: not there, or damaged."""

    id: str
    in_log: Subject | None
    in_table: Subject | None


class AnnotationStore:
    """The annotations of all documents, as one annotator works on them.

    Every method that writes is one transaction and one step of undo, unless several are put
    together by `group`. Each reads the present state inside its transaction, so that two
    programs on one database do not lose each other's changes. Writing raises StoreError when the
    database cannot be written; nothing is then changed.
    """

    def __init__(
        self, database: Database, *, annotator: str = "", clock: Callable[[], str] = now
    ) -> None:
        self.annotator = annotator
        self._database = database
        self._clock = clock
        self._writer: log.LogWriter | None = None

    # -- writing

    @contextmanager
    def group(self, title: str = "") -> Iterator[None]:
        """Make everything in the block one transaction and one step of undo.

        `title` says what it is ("Accept 12 PER"), for the undo message. If the block raises,
        nothing of it is kept.
        """
        with self._writing(title):
            yield

    def add(self, annotation: Annotation) -> Annotation:
        """Add an annotation; annotator and times are filled in where they are missing."""
        return self.add_all([annotation])[0]

    def add_all(
        self, annotations: Iterable[Annotation], relations: Iterable[Relation] = ()
    ) -> list[Annotation]:
        """Add annotations, and relations between them, as one step."""
        with self._writing("Add") as writer:
            new = [stamped(a, writer.annotator, writer.time) for a in annotations]
            for annotation in new:
                if log.current(writer.connection, annotation.id) is not None:
                    raise StoreError(f"Annotation {annotation.id} is already there: change it.")
                writer.record(None, annotation)
            for relation in relations:
                self._record_relation(writer, relation)
        return new

    def change(self, annotation_id: str, **fields: Any) -> Annotation:
        """Set fields of an annotation and return it.

        Fields not named stay as they are now, also when another program set them. Raises
        StoreError when it is gone.
        """
        return self.change_all([annotation_id], **fields)[0]

    def change_all(self, ids: Iterable[str], **fields: Any) -> list[Annotation]:
        """Set the same fields of several annotations as one step."""
        changed = []
        with self._writing("Change") as writer:
            for annotation_id in ids:
                old = self._annotation(writer, annotation_id)
                new = replace(old, **fields)
                if new != old:
                    new = replace(new, modified=writer.time)
                    writer.record(old, new)
                changed.append(new)
        return changed

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation and its relations; undo brings all of them back."""
        self.delete_all([annotation_id])

    def delete_all(self, ids: Iterable[str]) -> None:
        """Delete several annotations as one step; those already gone are no fault."""
        with self._writing("Delete") as writer:
            for annotation_id in ids:
                old = log.current(writer.connection, annotation_id)
                if isinstance(old, Annotation):
                    for relation in log.relations_of(writer.connection, old.id):
                        writer.record(relation, None)
                    writer.record(old, None)

    def relate(self, from_id: str, to_id: str, kind: str) -> Relation:
        """Link two annotations. Raises StoreError when either is gone."""
        with self._writing(f"Link {kind}") as writer:
            document = self._annotation(writer, from_id).document
            return self._record_relation(writer, new_relation(document, from_id, to_id, kind))

    def unrelate(self, relation_id: str) -> None:
        """Take a relation away, its annotations stay; one already gone is no fault."""
        with self._writing("Unlink") as writer:
            old = log.current(writer.connection, relation_id)
            if isinstance(old, Relation):
                writer.record(old, None)

    def follow(
        self,
        moved: Iterable[Annotation],
        copied: Iterable[Annotation] = (),
        merged: Iterable[tuple[Annotation, str]] = (),
        relations: Iterable[Relation] = (),
    ) -> None:
        """Record where annotations stand in a new version of their document.

        Copies are new; what is merged goes, since the annotation of the id beside it says the same;
        relations are as they are to be, and those of what has moved follow it. This is no step of
        undo: the file changed, not the mind. What another program has deleted meanwhile stays so.
        """
        with self._writing("Follow the changed document", kind="follow") as writer:
            subjects: tuple[Subject, ...] = (*copied, *relations)
            for subject in subjects:
                there = log.current(writer.connection, subject.id)
                if there is None or (isinstance(subject, Relation) and there != subject):
                    writer.record(there, subject)
            for annotation in moved:
                old = log.current(writer.connection, annotation.id)
                if not isinstance(old, Annotation):
                    continue
                new = replace(
                    old,
                    document=annotation.document,
                    anchor=annotation.anchor,
                    placement=annotation.placement,
                )
                if new != old:
                    writer.record(old, new)
                for relation in log.relations_of(writer.connection, old.id):
                    if relation.document != new.document:
                        writer.record(relation, replace(relation, document=new.document))
            for gone, same in merged:
                left = log.current(writer.connection, same)
                if isinstance(left, Annotation):
                    self._merge(writer, gone, left)

    def undo(self, document: str | None = None) -> Step | None:
        """Take back this annotator's last action (on one document, if given); None: none left.

        Works across restarts, and leaves alone what others changed meanwhile.
        """
        return self._reverse("undo", document)

    def redo(self, document: str | None = None) -> Step | None:
        """Repeat the action that was undone last; a new action in between ends that."""
        return self._reverse("redo", document)

    # -- reading

    def get(self, annotation_id: str) -> Annotation | None:
        """Return an annotation, or None when it is gone."""
        with self._reading() as connection:
            found = log.current(connection, annotation_id)
        return found if isinstance(found, Annotation) else None

    def for_document(self, fingerprint: str, annotator: str | None = None) -> list[Annotation]:
        """Return a document's annotations, or those of one annotator, in the order of the text."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT data FROM annotation"
                " WHERE document = ?1 AND (?2 IS NULL OR annotator = ?2)",
                (fingerprint, annotator),
            ).fetchall()
        found = [log.stored(row[0]) for row in rows]
        return sorted((a for a in found if isinstance(a, Annotation)), key=text_order)

    def relations(self, fingerprint: str) -> list[Relation]:
        """Return a document's relations, oldest first."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT data FROM relation WHERE document = ?", (fingerprint,)
            ).fetchall()
        found = [log.stored(row[0]) for row in rows]
        return sorted(
            (r for r in found if isinstance(r, Relation)), key=lambda r: (r.created, r.id)
        )

    def position(self) -> int:
        """Return the number of the last event: it grows when anybody changes anything."""
        with self._reading() as connection:
            row = connection.execute("SELECT COALESCE(max(seq), 0) FROM annotation_event")
            return int(row.fetchone()[0])

    # -- the log is the truth

    def check(self) -> list[Fault]:
        """Compare the tables with the log; an empty list means that they agree."""
        with self._reading() as connection:
            true = event_log.replay(log.events(connection))
            there = log.everything(connection)
        return [
            Fault(i, true.get(i), there.get(i))
            for i in sorted(true.keys() | there.keys())
            if there.get(i) is None or there[i] != true.get(i)
        ]

    def rebuild(self) -> int:
        """Make the tables again from the log; return how many annotations and relations."""
        with self._database.transaction() as connection:
            state = event_log.replay(log.events(connection))
            log.clear_state(connection)
            for subject in state.values():
                log.put(connection, subject)
        return len(state)

    # -- inside

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Give one unchanging view of the database. Raises StoreError."""
        connection = self._database.connection
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            if connection.in_transaction:
                connection.execute("COMMIT")

    @contextmanager
    def _writing(self, title: str, kind: GroupKind = "do") -> Iterator[log.LogWriter]:
        if self._writer is not None:
            yield self._writer
            return
        with self._database.transaction() as connection:
            self._writer = log.LogWriter(
                connection,
                annotator=self.annotator,
                time=self._clock(),
                title=title,
                kind=kind,
            )
            try:
                yield self._writer
            finally:
                self._writer = None

    def _reverse(self, kind: GroupKind, document: str | None) -> Step | None:
        choose = undo_log.to_undo if kind == "undo" else undo_log.to_redo
        if self._writer is not None:
            raise StoreError("An action is still being recorded: finish it before undo.")
        with self._database.transaction() as connection:
            action = choose(connection, self.annotator, document)
            if action is None:
                return None
            writer = log.LogWriter(
                connection,
                annotator=self.annotator,
                time=self._clock(),
                title=action.title,
                kind=kind,
                reverses=action.id,
            )
            writer.open()
            return undo_log.apply(writer, action, backwards=kind == "undo")

    @staticmethod
    def _annotation(writer: log.LogWriter, annotation_id: str) -> Annotation:
        found = log.current(writer.connection, annotation_id)
        if not isinstance(found, Annotation):
            raise StoreError(
                f"Annotation {annotation_id} is gone: somebody deleted it; undo brings it back."
            )
        return found

    @staticmethod
    def _merge(writer: log.LogWriter, gone: Annotation, left: Annotation) -> None:
        """Remove one of two that say the same; the other has then been where it was."""
        if log.current(writer.connection, gone.id) != gone:
            return
        for relation in log.relations_of(writer.connection, gone.id):
            writer.record(relation, None)
        writer.record(gone, None)
        for text in sorted(texts_with_words(writer.connection, gone.id) - {left.document}):
            writer.record(replace(left, document=text, placement="placed"), left)

    def _record_relation(self, writer: log.LogWriter, relation: Relation) -> Relation:
        for end in (relation.from_id, relation.to_id):
            self._annotation(writer, end)
        new = replace(
            relation,
            annotator=relation.annotator or writer.annotator,
            created=relation.created or writer.time,
        )
        writer.record(None, new)
        return new
