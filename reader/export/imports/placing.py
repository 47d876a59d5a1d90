"""Imported annotations find their document, and their words in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reader.annotations.anchors import Finder
from reader.annotations.model import Annotation, Relation, content, copy_id
from reader.documents.model import Document
from reader.export.imports.parcel import Item, Parcel
from reader.store.annotation_log import current, lineage
from reader.store.annotations import AnnotationStore
from reader.store.database import Database
from reader.store.documents import DocumentStore
from reader.store.following import follow


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
    others: tuple[str, ...] = ()  # other annotators whose own work was added


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

    What another document has got from the same file is added here as a copy. The document's text is
    kept with them. Raises StoreError.
    """
    documents = DocumentStore(database)
    store = AnnotationStore(database, annotator=annotator)
    documents.save(document)
    follow(database, document, annotator=annotator)  # what an earlier version has is there too
    names = _Names(database, document, annotator)
    moved = orphans = added = known = skipped = 0
    others: set[str] = set()
    with store.group("Import"):
        for parcel in parcels:
            old = None
            if parcel.fingerprint not in ("", document.fingerprint):
                old = documents.by_fingerprint(parcel.fingerprint)
            placed = place(parcel, document, old)
            new, links = _named(placed, names)
            store.add_all(new, links)
            added += len(new)
            known += len(placed.annotations) - len(new)
            skipped += parcel.skipped
            moved += sum(a.placement == "moved" for a in new)
            orphans += sum(a.placement == "orphan" for a in new)
            others |= {a.annotator for a in new if a.origin != "import"} - {annotator, ""}
    return Summary(added, moved, orphans, known, skipped, tuple(sorted(others)))


class _Names:
    """The ids that what is imported has on one document."""

    def __init__(self, database: Database, document: Document, annotator: str) -> None:
        self._annotator = annotator
        self._connection = database.connection
        self._document = document.fingerprint
        self._versions = lineage(database.connection, document.fingerprint)
        store = AnnotationStore(database)
        present = store.for_document(self._document)
        self._same = {content(a): a.id for a in present}
        self._there = {a.id for a in present}
        self._there |= {r.id for r in store.relations(self._document)}

    def known(self, original: str) -> str | None:
        """Return the id under which the document has it; a copy keeps that of an older version."""
        copies = (copy_id(version, original) for version in self._versions)
        return next((name for name in (original, *copies) if name in self._there), None)

    def same(self, one: Annotation) -> str | None:
        """Return the id of what the document has and says the same, of whichever origin."""
        return self._same.get(content(replace(one, annotator=one.annotator or self._annotator)))

    def give(self, original: str) -> str:
        """Return the id to add it under: its own, or that of a copy where another document has it.

        The same file gives the same ids again.
        """
        name, n = original, 0
        while current(self._connection, name) is not None:
            name = copy_id(self._document, f"{original} {n}" if n else original)
            n += 1
        self._there.add(name)
        return name


def _named(placed: Placed, names: _Names) -> tuple[list[Annotation], list[Relation]]:
    """Return what the document does not have yet, under the ids that it has there."""
    here: dict[str, str] = {}
    new = []
    for one in placed.annotations:
        known = names.known(one.id) or names.same(one)
        here[one.id] = known or names.give(one.id)
        if known is None:
            new.append(replace(one, id=here[one.id]))
    added = {one.id for one in new}
    links = []
    for relation in placed.relations:
        ends = here[relation.from_id], here[relation.to_id]
        if names.known(relation.id) is None and not added.isdisjoint(ends):
            links.append(
                replace(relation, id=names.give(relation.id), from_id=ends[0], to_id=ends[1])
            )
    return new, links
