"""What a document is, whatever file it came from."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

ParagraphKind = Literal["text", "heading", "list_item", "quote", "code"]
Direction = Literal["rtl", "ltr"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of text; offsets everywhere are code points into `text`.

    `text` is logical and as the file has it, line breaks joined by the loader: it may hold
    anything but the characters that end a paragraph (UAX #9 class B).
    """

    id: str  # order and hash of the text, e.g. "p12-9f86d081": see `paragraph_id`
    text: str
    kind: ParagraphKind = "text"
    level: int = 0  # of a heading (1-6) or list nesting (1-)
    direction: Direction | None = None  # what the file itself says (HTML dir/lang)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says about itself; every field may be missing."""

    title: str = ""
    author: str = ""
    date: str = ""  # ISO 8601, as exact as the source gives it; what cannot be read stays as it is
    source: str = ""  # the publisher or site
    url: str = ""
    language: str = ""
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """An article: its paragraphs and where they came from."""

    path: str  # as the user gave it, "-" for standard input, "" when made in memory
    media_type: str  # "text/plain", "text/html", ...
    encoding: str  # of plain text, as found
    content_hash: str  # sha256 hex of the file's bytes
    paragraphs: tuple[Paragraph, ...]
    metadata: Metadata = field(default_factory=Metadata)
    warnings: tuple[str, ...] = ()  # one sentence each, shown once when the document opens

    @property
    def title(self) -> str:
        """The file's own title, or the start of its first paragraph."""
        if self.metadata.title:
            return self.metadata.title
        first = next((p.text.strip() for p in self.paragraphs if p.text.strip()), "")
        return first if len(first) <= 80 else first[:79].rsplit(" ", 1)[0] + "…"

    @cached_property
    def fingerprint(self) -> str:
        """sha256 hex of the paragraphs' texts: names this version of the text.

        Two files with the same text (another encoding, another format) have one fingerprint,
        so that annotations and translations are found for both.
        """
        digest = hashlib.sha256()
        for paragraph in self.paragraphs:
            digest.update(paragraph.text.encode("utf-8", "surrogatepass"))
            digest.update(b"\n")
        return digest.hexdigest()

    @cached_property
    def index(self) -> dict[str, int]:
        """Paragraph id to its place in `paragraphs`."""
        return {paragraph.id: n for n, paragraph in enumerate(self.paragraphs)}


def paragraph_id(order: int, text: str) -> str:
    """Return the id of the paragraph that stands at `order` (from 0) with this text."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"p{order}-{digest[:8]}"
