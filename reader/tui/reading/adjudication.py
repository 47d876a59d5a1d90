"""Deciding where two annotators disagree; decisions are annotations of a third one."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.annotations.agreement import Agreement, Disagreement, compare
from reader.annotations.model import Annotation
from reader.documents.model import Document
from reader.errors import ReaderError
from reader.store.annotations import AnnotationStore
from reader.store.database import Database
from reader.store.following import follow

ADJUDICATOR = "adjudicator"


@dataclass(frozen=True, slots=True)
class Case:
    """A disagreement, and what was decided: "first", "second", "neither", or "" for nothing yet."""

    place: Disagreement
    decision: str = ""


class Adjudication:
    """Two annotators' work on one document, and what the adjudicator makes of it.

    Raises ReaderError when one of the annotators has no annotations on the document.
    """

    def __init__(
        self, database: Database, document: Document, first: str, second: str, judge: str
    ) -> None:
        self.document = document
        self._database = database
        self.first, self.second = first, second
        judge = judge if judge not in (first, second) else ADJUDICATOR
        self.store = AnnotationStore(database, annotator=judge)
        self.agreement: Agreement = compare(document, self._of(first), self._of(second))

    def _of(self, annotator: str) -> list[Annotation]:
        found = self._found(annotator)
        if not found:
            raise ReaderError(
                f"{annotator} has no annotations on {self.document.path}: check the name."
            )
        return found

    def _found(self, annotator: str) -> list[Annotation]:
        return self.store.for_document(self.document.fingerprint, annotator)

    def cases(self) -> list[Case]:
        """Return every disagreement with its decision."""
        decided = self._found(self.store.annotator)
        return [Case(d, _decision(d, decided)) for d in self.agreement.disagreements]

    def decide(self, place: Disagreement, decision: str) -> None:
        """Keep a decision, in place of an earlier one."""
        chosen = {"first": place.first, "second": place.second}.get(decision)
        earlier = [a for a in self._found(self.store.annotator) if _decides(a, place)]
        # what the judge wrote on the same words while reading stays, without the label
        written = [a.id for a in earlier if _written(a, place)]
        status = "accepted" if chosen is not None else "rejected"
        model = chosen or place.first or place.second
        assert model is not None
        with self.store.group(f"Decide for {decision}"):
            if written:
                self.store.change_all(written, label="")
            if copied := [a.id for a in earlier if a.id not in written]:
                self.store.delete_all(copied)
            copy = replace(
                model,
                id=str(uuid.uuid4()),
                annotator="",
                created="",
                modified="",
                origin="human",
                reviewed=True,
                status=status,  # type: ignore[arg-type]
            )
            self.store.add(copy)

    def undo(self) -> bool:
        """Take the last decision back; tell whether there was one."""
        if self.store.undo(self.document.fingerprint) is None:
            return False
        follow(self._database, self.document, annotator=self.store.annotator)
        return True

    def text(self, place: Disagreement) -> tuple[str, str, str]:
        """Return the text before, at and after a disagreement."""
        text = self.document.paragraphs[self.document.index[place.paragraph_id]].text
        return text[: place.start], text[place.start : place.end], text[place.end :]


def _sides(place: Disagreement) -> list[tuple[str, Annotation]]:
    sides = (("first", place.first), ("second", place.second))
    return [(name, side) for name, side in sides if side is not None]


def _decides(one: Annotation, place: Disagreement) -> bool:
    """Tell whether an annotation of the judge's says what one of the two sides says, or denies it.

    A suggestion that was rejected while reading denies only the recogniser.
    """
    return (
        one.status == "accepted" or (one.status == "rejected" and one.origin == "human")
    ) and any(_said(one) == _said(side) for _, side in _sides(place))


def _said(one: Annotation) -> tuple[object, ...]:
    anchor = one.anchor
    return one.side, anchor.paragraph_id, anchor.start, anchor.end, one.label


def _written(one: Annotation, place: Disagreement) -> bool:
    """Tell whether an annotation holds words of the judge's own, besides the label."""
    return bool(one.note or one.tags or one.colour or one.identity) and not any(
        _content(one) == _content(side) for _, side in _sides(place)
    )


def _content(one: Annotation) -> tuple[object, ...]:
    return *_said(one), one.note, one.tags, one.colour, one.identity


def _decision(place: Disagreement, decided: Sequence[Annotation]) -> str:
    for found in decided:
        if not _decides(found, place):
            continue
        if found.status == "rejected":
            return "neither"
        return next(name for name, side in _sides(place) if _said(found) == _said(side))
    return ""


def summary(agreement: Agreement) -> list[str]:
    """Return the agreement in lines for people."""
    kappa = "not defined" if agreement.kappa is None else f"{agreement.kappa:.3f}"
    lines = [f"Cohen's kappa on {agreement.words} words: {kappa}"]
    for name, scores in (("same span", agreement.exact), ("overlap", agreement.overlapping)):
        lines.append(
            f"Span F1, {name}: {scores.f1:.3f} (precision {scores.precision:.3f}, "
            f"recall {scores.recall:.3f}, {scores.first} and {scores.second} spans)"
        )
    lines.append(f"Disagreements: {len(agreement.disagreements)}")
    return lines
