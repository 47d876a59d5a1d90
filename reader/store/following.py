"""Bringing annotations along when a file has changed."""

from dataclasses import replace

from reader.annotations.anchors import Result, reanchor
from reader.annotations.model import Relation
from reader.documents.model import Document
from reader.store.annotations import AnnotationStore
from reader.store.database import Database
from reader.store.documents import DocumentStore, stored_path


def present(database: Database, document: Document) -> Result:
    """Return a document's annotations, with those of its file's earlier versions re-anchored.

    Nothing is written. Those already on this version keep their placement.
    """
    store = AnnotationStore(database)
    result = Result()
    for annotation in store.for_document(document.fingerprint):
        {"placed": result.placed, "moved": result.moved, "orphan": result.orphans}[
            annotation.placement
        ].append(annotation)
    for fingerprint in _earlier(database, document):
        old = DocumentStore(database).by_fingerprint(fingerprint)
        found = reanchor(store.for_document(fingerprint), old, document)
        result.placed.extend(found.placed)
        result.moved.extend(found.moved)
        result.orphans.extend(found.orphans)
    return result


def present_relations(database: Database, document: Document) -> list[Relation]:
    """Return the relations between the annotations that `present` gives, as of this version."""
    store = AnnotationStore(database)
    found = store.relations(document.fingerprint)
    for fingerprint in _earlier(database, document):
        found += [
            replace(relation, document=document.fingerprint)
            for relation in store.relations(fingerprint)
        ]
    return found


def follow(database: Database, document: Document, *, annotator: str = "") -> Result:
    """Do what `present` does and record it; call it when a document opens.

    The result holds only what came from earlier versions: empty when nothing had to be done.
    Annotations that the user lost a sight of are in `orphans`.
    """
    result = Result()
    if not _earlier(database, document):
        return result
    before = AnnotationStore(database).for_document(document.fingerprint)
    known = {annotation.id for annotation in before}
    every = present(database, document)
    for name in ("placed", "moved", "orphans"):
        getattr(result, name).extend(a for a in getattr(every, name) if a.id not in known)
    AnnotationStore(database, annotator=annotator).follow(result.all)
    return result


def _earlier(database: Database, document: Document) -> list[str]:
    """Return the other versions of the document's file that have annotations, newest first."""
    if document.path in ("-", ""):
        return []
    rows = database.connection.execute(
        "SELECT fingerprint FROM document WHERE path = ? AND fingerprint <> ?"
        " AND fingerprint IN (SELECT document FROM annotation) ORDER BY id DESC",
        (stored_path(document.path), document.fingerprint),
    )
    return [row[0] for row in rows]
