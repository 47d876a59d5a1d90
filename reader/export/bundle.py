"""What every export gets: one document with all that belongs to it, and where it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import Any

from reader import __version__
from reader.annotations.labels import DEFAULT, LabelSet
from reader.annotations.model import Annotation, Relation
from reader.annotations.plain import PlainText
from reader.arabic.sanitise import sanitise
from reader.documents.model import Document, Paragraph
from reader.store.vocabulary import SavedWord
from reader.translation.model import ParagraphTranslation

PROGRAM = f"reader {__version__}"


@dataclass(frozen=True)
class Bundle:
    """A document, its annotations (all of them, orphans too), English, and saved words."""

    document: Document
    annotations: tuple[Annotation, ...] = ()  # in the order of the text
    relations: tuple[Relation, ...] = ()
    translations: Mapping[str, ParagraphTranslation] = field(default_factory=dict)  # by paragraph
    words: tuple[SavedWord, ...] = ()
    labels: LabelSet = DEFAULT
    time: str = ""  # of the export, ISO 8601, UTC
    suggestions: bool = False  # whether undecided suggestions count as labels

    @cached_property
    def plain(self) -> PlainText:
        """The document as one text, harmless characters only; offsets are the document's."""
        return PlainText([sanitise(p.text) for p in self.document.paragraphs])

    @cached_property
    def shown(self) -> tuple[Annotation, ...]:
        """Annotations with a place in the text that nobody rejected."""
        return tuple(
            a for a in self.annotations if a.placement != "orphan" and a.status != "rejected"
        )

    @cached_property
    def decided(self) -> tuple[Annotation, ...]:
        """Annotations on the Arabic that count: accepted ones, or suggested ones on request."""
        return tuple(
            a
            for a in self.shown
            if a.side == "source" and (a.status == "accepted" or self.suggestions)
        )

    def span(self, annotation: Annotation) -> tuple[int, int]:
        """Return an annotation's [start, end) in `plain`."""
        place = self.document.index[annotation.anchor.paragraph_id]
        anchor = annotation.anchor
        return self.plain.offset(place, anchor.start), self.plain.offset(place, anchor.end)

    def on(self, paragraph: Paragraph) -> list[Annotation]:
        """Return the shown annotations of one paragraph."""
        return [a for a in self.shown if a.anchor.paragraph_id == paragraph.id]

    def english(self, annotation: Annotation) -> str:
        """Return the English of the sentence or sentences that an annotation stands in."""
        translation = self.translations.get(annotation.anchor.paragraph_id)
        if translation is None:
            return ""
        anchor = annotation.anchor
        return " ".join(
            pair.target
            for pair in translation.pairs
            if pair.start < anchor.end and anchor.start < pair.end
        )

    @property
    def packages(self) -> tuple[str, ...]:
        """The translation packages that the English came from."""
        return tuple(sorted({t.package for t in self.translations.values() if t.package}))

    @property
    def source(self) -> str:
        """Where the document came from: its address, else its path."""
        return self.document.metadata.url or self.document.path

    @property
    def stem(self) -> str:
        """The file name to export to, without suffix."""
        path, mark, number = self.document.path.rpartition("#")
        name = PurePath(path or self.document.path).stem + (f"-{number}" if mark else "")
        name = sanitise(name).replace("/", "_").replace("\\", "_")
        return name if name not in ("", "-") else f"text-{self.document.fingerprint[:8]}"

    @cached_property
    def provenance(self) -> dict[str, Any]:
        """Where this came from and what made it; travels in every export."""
        meta = self.document.metadata
        facts = {
            "source": self.source,
            "path": self.document.path,
            "url": meta.url,
            "title": self.document.title,
            "author": meta.author,
            "date": meta.date,
            "content_hash": self.document.content_hash and f"sha256:{self.document.content_hash}",
            "fingerprint": self.document.fingerprint,
            "exported": self.time,
            "program": PROGRAM,
            "packages": list(self.packages),
            "annotators": sorted({a.annotator for a in self.annotations if a.annotator}),
        }
        return {key: value for key, value in facts.items() if value}


@dataclass(frozen=True, slots=True)
class File:
    """One file of an export."""

    name: str
    data: bytes
    companion: bool = False  # needs the main file; not printed on standard output
    # the file beside it (or itself) and a pattern of what it holds after an earlier export
    sign: tuple[str, bytes] = ("", b"")


def harmless(text: str) -> str:
    """Return a text with its lines, without control characters that another program would obey."""
    return "\n".join(sanitise(line) for line in text.splitlines())


def unique_stems(bundles: "tuple[Bundle, ...] | list[Bundle]") -> list[str]:
    """Return a file name for each bundle; equal names get a number."""
    stems: list[str] = []
    for bundle in bundles:
        stem, n = bundle.stem, 2
        while stem in stems:
            stem, n = f"{bundle.stem}-{n}", n + 1
        stems.append(stem)
    return stems
