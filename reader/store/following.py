"""Bringing annotations along when a file has changed; `reader.store.versions` says which."""

from reader.annotations.anchors import Result
from reader.annotations.model import Relation
from reader.documents.model import Document
from reader.store.annotations import AnnotationStore
from reader.store.arrivals import Arrivals, arrivals
from reader.store.database import Database
from reader.store.documents import DocumentStore
from reader.store.paths import UNNAMED, split_part, stored_path
from reader.store.rolled_off import let_go
from reader.store.versions import settle, unsettled


def present(database: Database, document: Document, coming: Arrivals | None = None) -> Result:
    """Return a document's annotations, with those that come to it from other texts re-anchored.

    Nothing is written. Those already on this version keep their placement. `coming` is what
    `arrivals` says, where it is known.
    """
    result = Result()
    for annotation in AnnotationStore(database).for_document(document.fingerprint):
        {"placed": result.placed, "moved": result.moved, "orphan": result.orphans}[
            annotation.placement
        ].append(annotation)
    found = (arrivals(database, document) if coming is None else coming).result
    result.placed.extend(found.placed)
    result.moved.extend(found.moved)
    result.orphans.extend(found.orphans)
    return result


def present_relations(
    database: Database, document: Document, coming: Arrivals | None = None
) -> list[Relation]:
    """Return the relations between the annotations that `present` gives, as of this version."""
    found = {r.id: r for r in AnnotationStore(database).relations(document.fingerprint)}
    arriving = arrivals(database, document) if coming is None else coming
    found |= {relation.id: relation for relation in arriving.relations}
    return list(found.values())


def follow(database: Database, document: Document, *, annotator: str = "") -> Result:
    """Do what `present` does and record it; call it when a document opens.

    The result holds only what came from other texts: empty when nothing had to be done.
    Annotations that the user lost a sight of are in `orphans`. Raises StoreError.
    """
    found = arrivals(database, document)
    if found:
        # its text first, so that no annotation is without one, nor its file without a claim
        DocumentStore(database).save(document)
        AnnotationStore(database, annotator=annotator).follow(
            found.moved, found.copied, found.merged, found.relations
        )
    if document.path not in UNNAMED:
        done = unsettled(database.connection, document.path, document.fingerprint, found.taken)
        if done or found.taken:
            with database.transaction() as connection:
                settle(connection, document.path, done)
                let_go(connection, split_part(stored_path(document.path))[0], found.taken)
    return found.result
