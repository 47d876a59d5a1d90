"""Finding annotations again in a changed text.

The ladder: the same paragraph; the words that a diff of the paragraphs carried over; the same
words in spelling or in search form; the most similar words. From the third rung on a place must
score 0.75 of 1 (see `matching`) and is marked as moved; what scores less is an orphan, which the
reader lists and lets the user `relink`. No words that the diff gave to another place of the old
text are ever taken.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from reader.annotations.alignment import Image, Pair, pair_paragraphs
from reader.annotations.anchor import Anchor, make_anchor
from reader.annotations.folding import Folded
from reader.annotations.matching import (
    ENCLOSED,
    SURROUNDED,
    Candidate,
    Judge,
    believable,
    nearest_wording,
    occurrences,
)
from reader.annotations.model import Annotation, Placement
from reader.documents.model import Document

TIE = 0.02  # two places whose scores differ by less are equally good
MOST_FUZZY = 200_000  # characters of a text that are searched for similar words


@dataclass(frozen=True, slots=True)
class Result:
    """Annotations with their anchors in the new document, by how sure that is."""

    placed: list[Annotation] = field(default_factory=list)
    moved: list[Annotation] = field(default_factory=list)
    orphans: list[Annotation] = field(default_factory=list)

    @property
    def all(self) -> list[Annotation]:
        """Every annotation that was given."""
        return [*self.placed, *self.moved, *self.orphans]


def reanchor(annotations: Iterable[Annotation], old: Document | None, new: Document) -> Result:
    """Return the annotations as they stand in the new version of their document.

    `old` is the version that the anchors were made on; without it only quotes and context are
    left to go by, and words that occur more than once in like surroundings become orphans.
    """
    finder = Finder(new, old)
    result = Result()
    for annotation in annotations:
        anchor, placement = finder.find(annotation.anchor)
        found = replace(annotation, document=new.fingerprint, anchor=anchor, placement=placement)
        {"placed": result.placed, "moved": result.moved, "orphan": result.orphans}[
            placement
        ].append(found)
    return result


def relink(
    annotation: Annotation, document: Document, paragraph: int | str, start: int, end: int
) -> Annotation:
    """Return an orphan (or any annotation) on the stretch that the user chose for it."""
    anchor = make_anchor(document, paragraph, start, end)
    return replace(annotation, document=document.fingerprint, anchor=anchor, placement="placed")


class Finder:
    """Places anchors of one document, or of no known document, in another."""

    def __init__(self, new: Document, old: Document | None = None) -> None:
        self._new = new
        self._old = old
        self._folded = [Folded(p.text) for p in new.paragraphs]
        self._judge = Judge(self._folded)
        self._pairs: dict[int, int] = {}
        self._diffs: dict[int, Pair] = {}
        self._claimed: dict[int, list[tuple[int, int]]] = {}
        if old is not None:
            self._old_folded = [Folded(p.text) for p in old.paragraphs]
            self._old_judge = Judge(self._old_folded)
            self._pairs = pair_paragraphs(self._old_folded, self._folded)
            self._successor_of = {n: o for o, n in self._pairs.items()}

    def find(self, anchor: Anchor, offset: int | None = None) -> tuple[Anchor, Placement]:
        """Return where an anchor stands now; an orphan keeps its anchor.

        `offset` is where another program says that it stands, in the paragraphs joined by line
        breaks.
        """
        origin = self._origin(anchor)
        if origin is None:
            return self._search_all(anchor, offset)
        place = self._pairs.get(origin)
        expected = self._expected(origin, anchor)
        if place is None:
            return self._search(anchor, expected)
        if self._new.paragraphs[place].text == self._old_folded[origin].original:
            return make_anchor(self._new, place, anchor.start, anchor.end), "placed"
        return self._within(anchor, origin, place, expected)

    def _origin(self, anchor: Anchor) -> int | None:
        """Return the old paragraph that an anchor is on, if the old text bears it out."""
        if self._old is None:
            return None
        place = self._old.index.get(anchor.paragraph_id)
        if place is None or not _stands(self._old_folded[place].original, anchor):
            return None
        return place

    def _same_place(self, anchor: Anchor, offset: int | None) -> Candidate | None:
        """Return the very place that the anchor names, if its words stand there."""
        place = self._new.index.get(anchor.paragraph_id)
        start, end = anchor.start, anchor.end
        if place is None and offset is not None:
            place, start = self._judge.plain.locate(offset)
            end = start + len(anchor.exact)
        if place is None or self._folded[place].original[start:end] != anchor.exact:
            return None
        return self._judge.candidate(anchor, place, start, end, None)

    def _expected(self, origin: int, anchor: Anchor) -> int:
        """Return about where in the new document an old place should be."""
        place = self._pairs.get(origin)
        if place is not None:
            return self._judge.plain.offset(place, anchor.start)
        old = self._old_judge.plain
        share = old.offset(origin, anchor.start) / max(1, len(old.text))
        return int(share * len(self._judge.plain.text))

    def _within(
        self, anchor: Anchor, origin: int, place: int, expected: int
    ) -> tuple[Anchor, Placement]:
        """Look in the edited paragraph itself, between the words that surround the quote."""
        source, text = self._old_folded[origin], self._folded[place]
        start, end = source.narrow(anchor.start, anchor.end)
        if start >= end:  # nothing of it is in the search form: a mark, a sign
            return self._search(anchor, expected)
        image = self._pair(place).image(start, end)
        if image.whole:
            carried = self._carried(anchor, source, text, place, image)
            sure = self._judge.candidate(anchor, place, *carried, expected)
            if believable(anchor, text.original[slice(*carried)], sure):
                same = text.original[slice(*carried)] == anchor.exact
                certain = same and sure.around >= SURROUNDED and sure.between >= ENCLOSED
                return self._make(sure), "placed" if certain else "moved"
            return self._search(anchor, expected)
        window = (image.start, image.end)
        spans = [
            span
            for span in occurrences(text, anchor.exact)
            if window[0] <= text.narrow(*span)[0] and text.narrow(*span)[1] <= window[1]
        ]
        exact = [self._judge.candidate(anchor, place, *span, expected) for span in spans]
        best = self._best(anchor, exact)
        if best is not None:
            return self._make(best), "moved"
        near = nearest_wording(text, window, anchor.exact)
        edited = [self._judge.candidate(anchor, place, *near, expected)] if near else []
        return self._search(anchor, expected, edited)

    def _carried(
        self, anchor: Anchor, source: Folded, text: Folded, place: int, image: Image
    ) -> tuple[int, int]:
        """Return the span that the diff gives; to the letter, where the spelling is the same."""
        first = source.narrow(anchor.start, anchor.end)[0]
        lead = source.start_of(first) - anchor.start
        start = text.start_of(image.start) - lead
        end = start + len(anchor.exact)
        if start >= 0 and text.original[start:end] == anchor.exact:
            return start, end
        return text.widen(image.start, image.end)

    def _search(
        self, anchor: Anchor, offset: int, edited: Sequence[Candidate] = ()
    ) -> tuple[Anchor, Placement]:
        """Look in the text that is new; `edited` are places where the words may be changed."""
        candidates = [
            *edited,
            *(
                self._judge.candidate(anchor, place, *span, offset)
                for place, span in self._exact(anchor, self._with_new_text)
                if not self._is_claimed(place, *self._folded[place].narrow(*span))
            ),
        ]
        if not candidates:
            candidates = self._similar(anchor, self._unclaimed, offset)
        return self._settle(anchor, candidates)

    def _search_all(self, anchor: Anchor, offset: int | None) -> tuple[Anchor, Placement]:
        """Look in the whole text for an anchor whose old text is not known."""
        known = self._same_place(anchor, offset)
        if known is not None and known.around >= SURROUNDED:
            return self._make(known), "placed"
        candidates = [
            self._judge.candidate(anchor, place, *span, offset)
            for place, span in self._exact(anchor, range(len(self._folded)))
        ]
        if not candidates:
            whole = [(place, (0, len(text.text))) for place, text in enumerate(self._folded)]
            candidates = self._similar(anchor, whole, offset)
        without_context = not anchor.prefix and not anchor.suffix
        return self._settle(anchor, candidates, ties=without_context and offset is not None)

    def _exact(
        self, anchor: Anchor, places: Iterable[int]
    ) -> Iterator[tuple[int, tuple[int, int]]]:
        for place in places:
            for span in occurrences(self._folded[place], anchor.exact):
                yield place, span

    def _similar(
        self, anchor: Anchor, windows: Iterable[tuple[int, tuple[int, int]]], offset: int | None
    ) -> list[Candidate]:
        if len(self._judge.plain.text) > MOST_FUZZY:
            return []
        return [
            self._judge.candidate(anchor, place, *span, offset)
            for place, window in windows
            if (span := nearest_wording(self._folded[place], window, anchor.exact))
        ]

    def _settle(
        self, anchor: Anchor, candidates: Iterable[Candidate], *, ties: bool = False
    ) -> tuple[Anchor, Placement]:
        around = [c for c in candidates if c.around >= SURROUNDED]
        best = self._best(anchor, around, ties=ties)
        return (anchor, "orphan") if best is None else (self._make(best), "moved")

    def _best(
        self, anchor: Anchor, candidates: Sequence[Candidate], *, ties: bool = False
    ) -> Candidate | None:
        """Return the best believable place; of two that are equally good none, unless `ties`."""
        ranked = sorted(
            (
                c
                for c in candidates
                if believable(anchor, self._folded[c.place].original[c.start : c.end], c)
            ),
            key=lambda c: -c.score,
        )
        if not ranked:
            return None
        if len(ranked) > 1 and ranked[0].score - ranked[1].score < TIE and not ties:
            return None
        return ranked[0]

    def _make(self, candidate: Candidate) -> Anchor:
        return make_anchor(self._new, candidate.place, candidate.start, candidate.end)

    def _pair(self, place: int) -> Pair:
        if place not in self._diffs:
            old = self._old_folded[self._successor_of[place]]
            self._diffs[place] = Pair(old, self._folded[place])
        return self._diffs[place]

    def _claims(self, place: int) -> list[tuple[int, int]]:
        """Return the spans of a new paragraph's search form that come from the old text."""
        if self._old is None or place not in self._successor_of:
            return []
        text = self._folded[place]
        if text.original == self._old_folded[self._successor_of[place]].original:
            return [(0, len(text.text))]
        if place not in self._claimed:
            self._claimed[place] = self._pair(place).claimed
        return self._claimed[place]

    def _is_claimed(self, place: int, start: int, end: int) -> bool:
        """Tell whether more than half of a span belongs to another place of the old text."""
        taken = sum(
            max(0, min(end, last) - max(start, first)) for first, last in self._claims(place)
        )
        return 2 * taken > end - start

    @cached_property
    def _with_new_text(self) -> list[int]:
        """Paragraphs that are not wholly those of the old text."""
        return list(dict.fromkeys(place for place, _ in self._unclaimed))

    @cached_property
    def _unclaimed(self) -> list[tuple[int, tuple[int, int]]]:
        """Return (place, window of the search form) of the text that is new."""
        windows = []
        for place, text in enumerate(self._folded):
            at = 0
            for first, last in [*self._claims(place), (len(text.text), len(text.text))]:
                if text.text[at:first].strip():
                    windows.append((place, (at, first)))
                at = max(at, last)
        return windows


def _stands(text: str, anchor: Anchor) -> bool:
    return 0 <= anchor.start < anchor.end and text[anchor.start : anchor.end] == anchor.exact
