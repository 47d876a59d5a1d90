"""A folder of files that are read, annotated and changed, as a user would."""

import json
from dataclasses import replace
from pathlib import Path

from reader.annotations import make_anchor, new_annotation
from reader.annotations.model import Annotation
from reader.documents import Document, load
from reader.store import Database
from reader.store.annotations import AnnotationStore
from reader.store.documents import DocumentStore
from reader.store.following import follow


class Shelf:
    """Files of a folder and a database that knows them."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder = folder
        self.database = database
        self.store = AnnotationStore(database, annotator="sara")

    def write(self, name: str, *paragraphs: str) -> None:
        """Write an article."""
        (self.folder / name).write_text("\n\n".join(paragraphs), encoding="utf-8")

    def feed(self, name: str, *articles: str) -> None:
        """Write a file of many articles."""
        lines = [json.dumps({"title": "", "text": text}) for text in articles]
        (self.folder / name).write_text("\n".join(lines), encoding="utf-8")

    def load(self, name: str) -> Document:
        """Return what the file holds."""
        return load(self.folder / name)

    def by_text(self, text: str) -> str:
        """Return the fingerprint of an article of one paragraph."""
        return load("a.txt", data=text.encode()).fingerprint

    def keep(self, name: str) -> Document:
        """Bring the file into the library without opening it."""
        document = self.load(name)
        DocumentStore(self.database).save(document)
        return document

    def open(self, name: str) -> dict[str, str]:
        """Open a file; return its annotations: note and placement."""
        document = self.keep(name)
        follow(self.database, document, annotator="sara")
        assert self.store.check() == []
        there = self.store.for_document(document.fingerprint)
        placed = [a.note for a in there if a.placement != "orphan"]
        assert len(set(placed)) == len(placed), "an annotation is there twice"
        orphans = {a.note: a.placement for a in there if a.placement == "orphan"}
        return orphans | {a.note: a.placement for a in there if a.note in placed}

    def annotate(self, name: str, quote: str, note: str) -> Annotation:
        """Put a note on the first place where a quote stands."""
        document = self.keep(name)
        for place, paragraph in enumerate(document.paragraphs):
            at = paragraph.text.find(quote)
            if at >= 0:
                anchor = make_anchor(document, place, at, at + len(quote))
                new = new_annotation(document.fingerprint, anchor)
                return self.store.add(replace(new, note=note))
        raise LookupError(quote)
