"""Labelled spans and tokens, as the formats for training need them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import category

from reader.annotations.model import Annotation
from reader.arabic.words import words
from reader.export.bundle import Bundle

_SIGN = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """[start, end) in the document's plain text (or in one paragraph), with its label."""

    start: int
    end: int
    label: str
    annotation: Annotation


def labelled(bundle: Bundle) -> list[LabelledSpan]:
    """Return the labels on the Arabic that count, in document offsets, in order."""
    return [LabelledSpan(*bundle.span(a), a.label, a) for a in bundle.decided if a.label]


def without_overlap(spans: Iterable[LabelledSpan]) -> list[LabelledSpan]:
    """Return spans that do not overlap: of two that do, the longer, else the first."""
    kept: list[LabelledSpan] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


def tokens(text: str, cuts: Iterable[int] = ()) -> list[tuple[int, int]]:
    """Return words and single signs, [start, end), without the white space between them.

    `cuts` are offsets at which a word is divided: where a label begins or ends inside it, after
    a particle for example. Unseen characters (direction marks, zero-width spaces) are no signs,
    unless a cut stands beside one.
    """
    inside = sorted(set(cuts))
    found: list[tuple[int, int]] = []
    at = 0
    for word in words(text):
        found.extend(_signs(text, at, word.start, inside))
        found.append((word.start, word.end))
        at = word.end
    found.extend(_signs(text, at, len(text), inside))
    if not inside:
        return found
    divided: list[tuple[int, int]] = []
    for start, end in found:
        edges = [start, *(cut for cut in inside if start < cut < end), end]
        divided.extend(pairwise(edges))
    return divided


def _signs(text: str, start: int, end: int, cuts: list[int]) -> Iterator[tuple[int, int]]:
    for sign in _SIGN.finditer(text, start, end):
        if category(sign.group()) != "Cf" or not {sign.start(), sign.end()}.isdisjoint(cuts):
            yield sign.span()
