"""How far two annotators agree, and where they do not.

Cohen's kappa over words (J. Cohen, "A coefficient of agreement for nominal scales", 1960) and
precision, recall and F1 over spans, with the first annotator taken as the reference.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reader.annotations.model import Annotation
from reader.arabic.words import words
from reader.documents.model import Document

NONE = ""  # a word that has no label
Kind = Literal["label", "boundary", "only_first", "only_second"]


@dataclass(frozen=True, slots=True)
class Scores:
    """Spans in common: precision, recall and F1, 0 to 1."""

    matches: int
    first: int
    second: int

    @property
    def precision(self) -> float:
        """Share of the second annotator's spans that the first has too."""
        return self.matches / self.second if self.second else 0.0

    @property
    def recall(self) -> float:
        """Share of the first annotator's spans that the second has too."""
        return self.matches / self.first if self.first else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; 1 when nobody marked anything."""
        if not self.first and not self.second:
            return 1.0
        return 2 * self.matches / (self.first + self.second)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One place to decide: what each annotator has there (None: nothing)."""

    kind: Kind
    paragraph_id: str
    start: int
    end: int
    first: Annotation | None
    second: Annotation | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The comparison of two annotators on one document."""

    words: int
    kappa: float | None  # None where chance alone explains everything: one label throughout
    exact: Scores  # same span, same label
    overlapping: Scores  # spans that share a character, same label
    disagreements: tuple[Disagreement, ...]


def compare(
    document: Document, first: Sequence[Annotation], second: Sequence[Annotation]
) -> Agreement:
    """Compare the labels that two annotators gave to the Arabic text of a document.

    Suggestions not accepted, orphans and annotations without a label do not count.
    """
    one, two = _counted(document, first), _counted(document, second)
    labels = [(_word_labels(document, one)), (_word_labels(document, two))]
    return Agreement(
        words=len(labels[0]),
        kappa=kappa(labels[0], labels[1]),
        exact=Scores(len(_pair(one, two, exact=True)), len(one), len(two)),
        overlapping=Scores(len(_pair(one, two, exact=False)), len(one), len(two)),
        disagreements=_disagreements(document, one, two),
    )


def kappa(first: Sequence[str], second: Sequence[str]) -> float | None:
    """Return Cohen's kappa of two lists of labels of the same items.

    None when there are no items, or when both gave one and the same label to all of them.
    """
    total = len(first)
    if not total:
        return None
    observed = sum(a == b for a, b in zip(first, second, strict=True)) / total
    counts = Counter(first), Counter(second)
    chance = sum(counts[0][label] * counts[1][label] for label in counts[0]) / total**2
    return None if chance == 1 else (observed - chance) / (1 - chance)


def _counted(document: Document, annotations: Sequence[Annotation]) -> list[Annotation]:
    counted = [
        a
        for a in annotations
        if a.label
        and a.side == "source"
        and a.status == "accepted"
        and a.placement != "orphan"
        and a.anchor.paragraph_id in document.index
    ]
    return sorted(counted, key=lambda a: (document.index[a.anchor.paragraph_id], *_span(a)))


def _span(annotation: Annotation) -> tuple[int, int]:
    return annotation.anchor.start, annotation.anchor.end


def _word_labels(document: Document, annotations: Sequence[Annotation]) -> list[str]:
    """Return each word's label: of the longest annotation on it."""
    labels = []
    for paragraph in document.paragraphs:
        here = sorted(
            (a for a in annotations if a.anchor.paragraph_id == paragraph.id),
            key=lambda a: _span(a)[0] - _span(a)[1],
        )
        for word in words(paragraph.text):
            on_it = (
                a.label for a in here if a.anchor.start < word.end and word.start < a.anchor.end
            )
            labels.append(next(on_it, NONE))
    return labels


def _overlap(a: Annotation, b: Annotation) -> int:
    """Return how many characters two annotations share."""
    if a.anchor.paragraph_id != b.anchor.paragraph_id:
        return 0
    return min(a.anchor.end, b.anchor.end) - max(a.anchor.start, b.anchor.start)


def _pair(
    first: Sequence[Annotation], second: Sequence[Annotation], *, exact: bool, label: bool = True
) -> dict[str, str]:
    """Match spans one to one, those that share most first; ids of the first to the second."""
    possible = sorted(
        (
            (_overlap(a, b), n, m)
            for n, a in enumerate(first)
            for m, b in enumerate(second)
            if _overlap(a, b) > 0
            and (a.label == b.label or not label)
            and (_span(a) == _span(b) or not exact)
        ),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, n, m in possible:
        if n not in pairs and m not in taken:
            pairs[n] = m
            taken.add(m)
    return {first[n].id: second[m].id for n, m in pairs.items()}


def _disagreements(
    document: Document, first: Sequence[Annotation], second: Sequence[Annotation]
) -> tuple[Disagreement, ...]:
    agreed = _pair(first, second, exact=True)
    rest_one = [a for a in first if a.id not in agreed]
    rest_two = [b for b in second if b.id not in set(agreed.values())]
    by_id = {b.id: b for b in rest_two}
    found: list[Disagreement] = []
    matched: set[str] = set()
    pairs: dict[str, str] = {}
    # the same span under two labels first, then two spans for one thing
    for exact in (True, False):
        left = [a for a in rest_one if a.id not in pairs]
        open_two = [b for b in rest_two if b.id not in matched]
        new = _pair(left, open_two, exact=exact, label=False)
        pairs |= new
        matched |= set(new.values())
    for a in rest_one:
        other = by_id.get(pairs.get(a.id, ""))
        if other is None:
            found.append(_place("only_first", a, None))
        else:
            kind: Kind = "boundary" if _span(a) != _span(other) else "label"
            found.append(_place(kind, a, other))
    found.extend(_place("only_second", None, b) for b in rest_two if b.id not in matched)
    return tuple(sorted(found, key=lambda d: (document.index[d.paragraph_id], d.start, d.end)))


def _place(kind: Kind, first: Annotation | None, second: Annotation | None) -> Disagreement:
    there = [a.anchor for a in (first, second) if a is not None]
    return Disagreement(
        kind,
        there[0].paragraph_id,
        min(a.start for a in there),
        max(a.end for a in there),
        first,
        second,
    )
