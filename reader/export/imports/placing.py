"""Imported annotations find their document, and their words in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reader.annotations.anchors import Finder
from reader.annotations.model import Annotation, Relation
from reader.documents.model import Document
from reader.export.imports.parcel import Item, Parcel
from reader.store.annotations import AnnotationStore
from reader.store.database import Database
from reader.store.documents import DocumentStore


@dataclass(slots=True)
class Placed:
    """Annotations and relations on a document, ready to be added."""

    annotations: list[Annotation] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import did, in numbers."""

    added: int
    moved: int
    orphans: int
    known: int  # were there already
    skipped: int


def place(parcel: Parcel, document: Document, old: Document | None = None) -> Placed:
    """Return a parcel's annotations on a document.

    `old` is the text that the annotations were made on, where it is known.
    """
    before = parcel.text or old
    finder = Finder(document, before)
    placed = Placed()
    for item in parcel.items:
        placed.annotations.append(_place(item, document, finder))
    there = {a.id for a in placed.annotations}
    placed.relations = [
        replace(r, document=document.fingerprint)
        for r in parcel.relations
        if r.from_id in there and r.to_id in there
    ]
    return placed


def _place(item: Item, document: Document, finder: Finder) -> Annotation:
    one = item.annotation
    if one.document == document.fingerprint and _stands(one, document):
        return one  # our own, on the very same text
    anchor, placement = finder.find(one.anchor, item.offset)
    return replace(one, document=document.fingerprint, anchor=anchor, placement=placement)


def _stands(one: Annotation, document: Document) -> bool:
    if one.placement == "orphan":
        return True
    place = document.index.get(one.anchor.paragraph_id)
    if place is None:
        return False
    text = document.paragraphs[place].text
    return text[one.anchor.start : one.anchor.end] == one.anchor.exact


def add(
    database: Database, document: Document, parcels: Iterable[Parcel], annotator: str
) -> Summary:
    """Add parcels to a document as one step of undo; what is there already is left alone.

    The document's text is kept with them. Raises StoreError.
    """
    documents = DocumentStore(database)
    store = AnnotationStore(database, annotator=annotator)
    documents.save(document)
    moved = orphans = added = known = skipped = 0
    with store.group("Import"):
        for parcel in parcels:
            old = None
            if parcel.fingerprint not in ("", document.fingerprint):
                old = documents.by_fingerprint(parcel.fingerprint)
            placed = place(parcel, document, old)
            new = [a for a in placed.annotations if store.get(a.id) is None]
            have = {r.id for r in store.relations(document.fingerprint)}
            ids = {a.id for a in new}
            links = [
                r
                for r in placed.relations
                if r.id not in have and (r.from_id in ids or r.to_id in ids)
            ]
            store.add_all(new, links)
            added += len(new)
            known += len(placed.annotations) - len(new)
            skipped += parcel.skipped
            moved += sum(a.placement == "moved" for a in new)
            orphans += sum(a.placement == "orphan" for a in new)
    return Summary(added, moved, orphans, known, skipped)
