"""An agreement in words for people, and as plain data for programs."""

from typing import Any

from reader.annotations.agreement import Agreement, Disagreement, Scores
from reader.annotations.model import Annotation
from reader.arabic.sanitise import safe
from reader.documents.model import Document

_LONGEST = 60  # characters of a quote in a line


def differences(found: Agreement, document: Document, first: str, second: str) -> list[str]:
    """Return a line for each disagreement: where, what kind, and what each annotator has."""
    return [_line(one, document, first, second) for one in found.disagreements]


def as_data(found: Agreement, first: str, second: str) -> dict[str, Any]:
    """Return an agreement as JSON data."""
    return {
        "annotators": [first, second],
        "words": found.words,
        "kappa": found.kappa,
        "exact": _scores(found.exact),
        "overlapping": _scores(found.overlapping),
        "disagreements": [
            {
                "kind": one.kind,
                "paragraph": one.paragraph_id,
                "start": one.start,
                "end": one.end,
                "first": _side(one.first),
                "second": _side(one.second),
            }
            for one in found.disagreements
        ],
    }


def _line(one: Disagreement, document: Document, first: str, second: str) -> str:
    place = document.index[one.paragraph_id]
    words = safe(document.paragraphs[place].text[one.start : one.end], _LONGEST)
    what = {
        "label": "different labels",
        "boundary": "different boundaries",
        "only_first": f"only {safe(first)}",
        "only_second": f"only {safe(second)}",
    }[one.kind]
    sides = " / ".join(
        f"{safe(a.label)} «{safe(a.anchor.exact, _LONGEST)}»" for a in (one.first, one.second) if a
    )
    return f"paragraph {place + 1}: {words}: {what}: {sides}"


def _scores(scores: Scores) -> dict[str, float]:
    return {
        "f1": scores.f1,
        "precision": scores.precision,
        "recall": scores.recall,
        "matches": scores.matches,
        "first": scores.first,
        "second": scores.second,
    }


def _side(one: Annotation | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {"id": one.id, "label": one.label, "start": one.anchor.start, "end": one.anchor.end}
