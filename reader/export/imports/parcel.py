"""What a file of annotations holds before its annotations have found their document."""

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from reader.annotations.anchor import Anchor, make_anchor
from reader.annotations.model import Annotation, Relation
from reader.annotations.plain import PlainText
from reader.documents.model import Document, Paragraph, paragraph_id

_NAMESPACE = uuid.UUID("2f1f4f0e-8f4f-4d3c-9a2b-0c9d3d3c9f77")


@dataclass(frozen=True, slots=True)
class Item:
    """An annotation, and where it says that it is.

    `offset` counts code points of the paragraphs joined by one line break; None: only the anchor's
    quote is known.
    """

    annotation: Annotation
    offset: int | None = None


@dataclass(slots=True)
class Parcel:
    """The annotations of one document; `text` is the document as the file has it, if it does."""

    source: str = ""
    fingerprint: str = ""
    text: Document | None = None
    items: list[Item] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    skipped: int = 0  # no place in a text, of a kind that the reader has not, or there twice

    def drop_repeated(self) -> None:
        """Keep the first of the annotations that have one id, as files put together may have."""
        first: dict[str, Item] = {}
        for item in self.items:
            first.setdefault(item.annotation.id, item)
        self.skipped += len(self.items) - len(first)
        self.items = list(first.values())
        self.relations = list({link.id: link for link in reversed(self.relations)}.values())[::-1]


def text_document(lines: Iterable[str]) -> Document:
    """Return a document whose paragraphs are lines of a file, without the CR of their breaks."""
    texts = [line.removesuffix("\r") for line in lines]
    return Document(
        path="",
        media_type="text/plain",
        encoding="utf-8",
        content_hash="",
        paragraphs=tuple(Paragraph(paragraph_id(n, t), t) for n, t in enumerate(texts)),
    )


class Text:
    """A parcel's text, for making annotations at the offsets of its file.

    `countings` are the ways to count in it: as the file is written, where a line break of CR and
    LF is two code points, and with one for each line break, as programs count that change the
    line breaks when they read.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        written = list(lines)
        self.document = text_document(written)
        texts = [p.text for p in self.document.paragraphs]
        self.countings = PlainText(written), PlainText(texts)

    def annotation(
        self, key: str, start: int, end: int, counting: PlainText | None = None, **fields: Any
    ) -> Annotation | None:
        """Return an annotation on [start, end), cut at the end of its paragraph.

        None when nothing of it is in the text. `key` names it within its file; `counting` is one
        of `countings`, the first unless told.
        """
        plain = counting or self.countings[0]
        if not 0 <= start < end <= len(plain.text):
            return None
        place, at = plain.locate(start)
        stop = min(len(self.document.paragraphs[place].text), at + end - start)
        if at >= stop:
            return None
        return self._make(key, make_anchor(self.document, place, at, stop), fields)

    def quoted(self, key: str, quote: str, **fields: Any) -> Annotation:
        """Return an annotation of which only the words are known, not where they are."""
        return self._make(key, Anchor("", 0, len(quote), quote), fields)

    def _make(self, key: str, anchor: Anchor, fields: dict[str, Any]) -> Annotation:
        return Annotation(
            id=stable_id(self.document.fingerprint, key),
            document=self.document.fingerprint,
            anchor=anchor,
            origin="import",
            **fields,
        )


def stable_id(*parts: object) -> str:
    """Return an id made of what identifies an annotation, so that importing twice adds once."""
    return str(uuid.uuid5(_NAMESPACE, json.dumps([str(part) for part in parts])))
