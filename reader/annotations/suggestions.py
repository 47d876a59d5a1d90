"""What the recogniser finds, as annotations to accept or reject."""

import uuid
from collections.abc import Iterable, Sequence

from reader.annotations.anchor import make_anchor
from reader.annotations.model import Annotation
from reader.documents.model import Document
from reader.entities.model import Entity

_NAMESPACE = uuid.UUID("b5b6d1c2-52a5-4c0d-9d55-6a3a3f1f5f0e")


def suggest(
    document: Document, entities: Sequence[Sequence[Entity]], present: Iterable[Annotation] = ()
) -> list[Annotation]:
    """Return a suggestion for each entity that nobody has decided about.

    `entities` are those of each paragraph in order. An entity is decided when a labelled
    annotation, accepted or rejected, stands on just its span, or an accepted one overlaps it. The
    same entity of the same text always gets the same id.
    """
    decided = [a for a in present if a.label and a.side == "source" and a.placement != "orphan"]
    found = []
    for place, of_paragraph in enumerate(entities):
        paragraph = document.paragraphs[place]
        here = [a for a in decided if a.anchor.paragraph_id == paragraph.id]
        for entity in of_paragraph:
            if entity.start < entity.end and not any(_settles(a, entity) for a in here):
                found.append(_suggestion(document, place, entity))
    return found


def _settles(annotation: Annotation, entity: Entity) -> bool:
    anchor = annotation.anchor
    if (anchor.start, anchor.end) == (entity.start, entity.end):
        return True
    overlaps = anchor.start < entity.end and entity.start < anchor.end
    return overlaps and annotation.status == "accepted"


def _suggestion(document: Document, place: int, entity: Entity) -> Annotation:
    key = f"{document.fingerprint}:{place}:{entity.start}:{entity.end}:{entity.label}"
    return Annotation(
        id=str(uuid.uuid5(_NAMESPACE, key)),
        document=document.fingerprint,
        anchor=make_anchor(document, place, entity.start, entity.end),
        label=str(entity.label),
        value=entity.value,
        status="suggested",
        origin="recogniser",
        score=entity.score,
    )
