"""The annotations of the open article, by paragraph, and what the recogniser suggests."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.annotations.anchor import make_anchor, make_target_anchor
from reader.annotations.model import Annotation, Relation, new_annotation
from reader.annotations.order import text_order
from reader.entities.model import Entity
from reader.tui.page.block import Side
from reader.tui.reading.article import Article
from reader.tui.reading.highlights import annotation_span

Stretch = tuple[int, Side, int, int]  # paragraph, side, start, end


@dataclass
class Notebook:
    """What has been annotated; filled again from the store after every change."""

    article: Article
    by_paragraph: dict[int, list[Annotation]] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    orphans: list[Annotation] = field(default_factory=list)

    def fill(self, annotations: Iterable[Annotation], relations: Iterable[Relation]) -> None:
        """Take the present annotations of the document."""
        self.by_paragraph, self.orphans = {}, []
        index = self.article.document.index
        for annotation in annotations:
            place = index.get(annotation.anchor.paragraph_id)
            if place is None or annotation.placement == "orphan":
                self.orphans.append(annotation)
            else:
                self.by_paragraph.setdefault(place, []).append(annotation)
        self.relations = list(relations)

    def all(self) -> list[Annotation]:
        """Return every annotation in the order of the text, orphans last."""
        placed = [a for found in self.by_paragraph.values() for a in found]
        return [*sorted(placed, key=text_order), *self.orphans]

    def get(self, annotation_id: str) -> Annotation | None:
        """Return an annotation by its id."""
        return next((a for a in self.all() if a.id == annotation_id), None)

    def stretch(self, annotation: Annotation) -> Stretch | None:
        """Return where an annotation stands, if it stands anywhere."""
        place = self.article.document.index.get(annotation.anchor.paragraph_id)
        if place is None or annotation.placement == "orphan":
            return None
        side, span = annotation_span(self.article, place, annotation)
        return (place, side, *span) if span is not None else None

    def on(self, stretch: Stretch) -> list[Annotation]:
        """Return the annotations that overlap a stretch, the innermost first."""
        paragraph, side, start, end = stretch
        found = []
        for annotation in self.by_paragraph.get(paragraph, []):
            own = self.stretch(annotation)
            if own is not None and own[1] is side and own[2] < end and start < own[3]:
                found.append((own[3] - own[2], annotation))
        return [annotation for _, annotation in sorted(found, key=lambda item: item[0])]

    def exactly(self, stretch: Stretch) -> Annotation | None:
        """Return the annotation that covers exactly a stretch, a rejection last of all."""
        here = self.all_on(stretch)
        return min(here, key=lambda a: a.status == "rejected", default=None)

    def all_on(self, stretch: Stretch) -> list[Annotation]:
        """Return the annotations that cover exactly a stretch."""
        return [a for a in self.on(stretch) if self.stretch(a) == stretch]

    def new(self, stretch: Stretch) -> Annotation:
        """Return a bare annotation on a stretch, anchored but not yet stored.

        Raises ValueError when it covers no text.
        """
        paragraph, side, start, end = stretch
        document = self.article.document
        if side is Side.ARABIC:
            return new_annotation(
                document.fingerprint, make_anchor(document, paragraph, start, end)
            )
        translation = self.article.translations[paragraph]
        target = make_target_anchor(translation, start, end)
        pair = translation.pairs[target.segment]
        anchor = make_anchor(document, paragraph, pair.start, pair.end)
        return new_annotation(document.fingerprint, anchor, target)

    def remarks(self, paragraph: int) -> list[tuple[Side, int, int, str]]:
        """Return what the search reads of a paragraph's annotations: notes, tags, identities."""
        found = []
        for annotation in self.by_paragraph.get(paragraph, []):
            text = " ".join([annotation.note, *annotation.tags, annotation.identity]).strip()
            stretch = self.stretch(annotation)
            if text and stretch is not None:
                found.append((*stretch[1:], text))
        return found

    # -- suggestions

    def undecided(self, paragraph: int) -> list[Entity]:
        """Return what the recogniser found in a paragraph and nobody has decided on."""
        decided = {
            (a.anchor.start, a.anchor.end)
            for a in self.by_paragraph.get(paragraph, [])
            if a.side == "source" and a.label and a.status != "suggested"
        }
        return [
            e
            for e in self.article.entities.get(paragraph, [])
            if (e.start, e.end) not in decided and self.article.shows(e.label)
        ]

    def suggestion(self, stretch: Stretch) -> Entity | None:
        """Return the undecided suggestion that overlaps a stretch."""
        paragraph, side, start, end = stretch
        if side is not Side.ARABIC:
            return None
        return next((e for e in self.undecided(paragraph) if e.start < end and start < e.end), None)

    def next_undecided(self, paragraph: int, offset: int) -> tuple[int, Entity] | None:
        """Return the first undecided suggestion from an offset on, around the end."""
        total = len(self.article.document.paragraphs)
        for step in range(total + 1):
            place = (paragraph + step) % total
            for entity in self.undecided(place):
                if step or entity.start >= offset:
                    return place, entity
        return None

    def all_undecided(self) -> list[tuple[int, Entity]]:
        """Return every undecided suggestion, in the order of the text."""
        return [(p, e) for p in sorted(self.article.entities) for e in self.undecided(p)]
