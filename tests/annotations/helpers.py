"""Documents made in memory, and annotations on words of them."""

import hashlib
from dataclasses import replace

from reader.annotations import Annotation, make_anchor, new_annotation
from reader.documents import Document, Paragraph
from reader.documents.model import paragraph_id


def document(*texts: str, path: str = "article.txt") -> Document:
    """Return a document of these paragraphs."""
    return Document(
        path=path,
        media_type="text/plain",
        encoding="utf-8",
        content_hash=hashlib.sha256("\n".join(texts).encode()).hexdigest(),
        paragraphs=tuple(Paragraph(paragraph_id(n, t), t) for n, t in enumerate(texts)),
    )


def on(doc: Document, quote: str, nth: int = 0, **fields: object) -> Annotation:
    """Return an annotation on the nth place where the quote stands."""
    for place, paragraph in enumerate(doc.paragraphs):
        at = paragraph.text.find(quote)
        while at >= 0:
            if nth == 0:
                anchor = make_anchor(doc, place, at, at + len(quote))
                return replace(new_annotation(doc.fingerprint, anchor), **fields)
            nth -= 1
            at = paragraph.text.find(quote, at + 1)
    raise LookupError(quote)
