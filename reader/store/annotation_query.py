"""Finding annotations."""

import sqlite3
from dataclasses import dataclass

from reader.annotations.codec import from_json
from reader.annotations.model import Annotation, Origin, Placement, Side, Status
from reader.annotations.order import text_order
from reader.arabic.normalise import normalise


@dataclass(frozen=True, slots=True)
class Filter:
    """What annotations to find; an empty field lets everything pass, filled ones all must hold."""

    documents: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()  # any of them
    statuses: tuple[Status, ...] = ()
    kinds: tuple[str, ...] = ()  # Annotation.kind
    annotators: tuple[str, ...] = ()
    origin: Origin | None = None
    side: Side | None = None
    placement: Placement | None = None
    reviewed: bool | None = None
    text: str = ""  # in quote, note, tags, label or identity; Arabic spelling folded
    min_score: float | None = None  # of the recogniser; annotations without a score fail


def find(connection: sqlite3.Connection, wanted: Filter) -> list[Annotation]:
    """Return the annotations that pass, ordered by document, then by the text."""
    conditions: list[str] = []
    values: list[object] = []
    for column, allowed in (
        ("document", wanted.documents),
        ("label", wanted.labels),
        ("status", wanted.statuses),
        ("annotator", wanted.annotators),
        ("origin", (wanted.origin,) if wanted.origin else ()),
        ("side", (wanted.side,) if wanted.side else ()),
        ("placement", (wanted.placement,) if wanted.placement else ()),
    ):
        if allowed:
            conditions.append(f"{column} IN ({', '.join('?' * len(allowed))})")
            values.extend(allowed)
    if wanted.reviewed is not None:
        conditions.append("reviewed = ?")
        values.append(wanted.reviewed)
    if wanted.min_score is not None:
        conditions.append("score >= ?")
        values.append(wanted.min_score)
    rows = connection.execute(
        f"SELECT data FROM annotation WHERE {' AND '.join(conditions) or 'TRUE'}", values
    )
    found = [a for a in (from_json(row[0]) for row in rows) if isinstance(a, Annotation)]
    needle = normalise(wanted.text, casefold=True)
    passed = (
        a
        for a in found
        if (not wanted.tags or set(wanted.tags) & set(a.tags))
        and (not wanted.kinds or a.kind in wanted.kinds)
        and (not needle or needle in searchable(a))
    )
    return sorted(passed, key=lambda a: (a.document, *text_order(a)))


def searchable(annotation: Annotation) -> str:
    """Return all words of an annotation in search form."""
    parts = (annotation.quote, annotation.note, *annotation.tags)
    text = "\n".join((*parts, annotation.label, annotation.identity))
    return normalise(text, casefold=True)
