"""What an annotation is: one stretch of text, and everything somebody said about it.

The shape follows the W3C Web Annotation model (https://www.w3.org/TR/annotation-model/): a target
found by a quote and a position, and bodies. One annotation may carry a label, a highlight, a note,
tags and an identity at once, because that is how a reader thinks of "this place".
"""

import uuid
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from reader.annotations.anchor import Anchor, TargetAnchor

Side = Literal["source", "target"]  # the Arabic, or its English translation
Status = Literal["suggested", "accepted", "rejected"]
Origin = Literal["human", "recogniser", "import"]
# where re-anchoring put it: unmoved or certain, elsewhere than before, or nowhere (`relink` it)
Placement = Literal["placed", "moved", "orphan"]

_COPIES = uuid.UUID("5b0a4f3e-6d0d-4c53-9a55-9c1d0b3f7e21")  # the name space of `copy_id`


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation on one paragraph of one version of a document.

    On the English side (`side == "target"`) `anchor` is the Arabic sentence it translates, so
    that it follows the document, and `target` the words in the English.
    """

    id: str  # uuid4, or `copy_id`
    document: str  # reader.documents.model.Document.fingerprint
    anchor: Anchor
    target: TargetAnchor | None = None
    label: str = ""  # a name of the label set, "" for none
    colour: str = ""  # of a highlight: a colour role, "" for none
    note: str = ""
    tags: tuple[str, ...] = ()
    identity: str = ""  # who or what it is: "Q79", or a name in the user's own list
    value: str = ""  # a number or date in normal form
    status: Status = "accepted"
    reviewed: bool = False
    annotator: str = ""
    origin: Origin = "human"
    score: float | None = None  # of the recogniser, 0..1
    placement: Placement = "placed"
    created: str = ""  # ISO 8601, UTC
    modified: str = ""

    @property
    def side(self) -> Side:
        """Which of the two texts it stands on."""
        return "source" if self.target is None else "target"

    @property
    def quote(self) -> str:
        """The annotated words, on whichever side they are."""
        return self.anchor.exact if self.target is None else self.target.exact

    @property
    def says_nothing(self) -> bool:
        """Whether nothing is said of the words: no label, colour, note, tag or identity."""
        return not (self.label or self.colour or self.note or self.tags or self.identity)

    @property
    def kind(self) -> str:
        """What it mainly is, for lists: label, note, highlight, tag, identity or mark."""
        if self.label:
            return "label"
        if self.note:
            return "note"
        if self.colour:
            return "highlight"
        if self.tags:
            return "tag"
        return "identity" if self.identity else "mark"


@dataclass(frozen=True, slots=True)
class Relation:
    """A named, directed link between two annotations of one document."""

    id: str
    document: str
    from_id: str
    to_id: str
    type: str
    annotator: str = ""
    created: str = ""


def new_annotation(document: str, anchor: Anchor, target: TargetAnchor | None = None) -> Annotation:
    """Return a bare annotation with a new id; give it its content with `dataclasses.replace`."""
    return Annotation(id=str(uuid.uuid4()), document=document, anchor=anchor, target=target)


def new_relation(document: str, from_id: str, to_id: str, kind: str) -> Relation:
    """Return a relation with a new id."""
    return Relation(str(uuid.uuid4()), document, from_id, to_id, kind)


def content(one: Annotation) -> Annotation:
    """Return what two annotations have in common when they say the same of the same words."""
    return replace(
        one,
        id="",
        document="",
        placement="orphan" if one.placement == "orphan" else "placed",
        created="",
        modified="",
    )


def copy_id(document: str, original: str) -> str:
    """Return the id that a copy of an annotation or relation has on a document (fingerprint).

    It is the same whenever it is made, so that nothing is copied to one document twice.
    """
    return str(uuid.uuid5(_COPIES, f"{document} {original}"))


def now() -> str:
    """Return the time in UTC as ISO 8601 with milliseconds, e.g. 2026-11-21T08:30:00.125Z."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def stamped(annotation: Annotation, annotator: str, time: str) -> Annotation:
    """Return the annotation with annotator and times filled in where they are missing."""
    return replace(
        annotation,
        annotator=annotation.annotator or annotator,
        created=annotation.created or time,
        modified=annotation.modified or time,
    )
