"""Annotations on the English: found again when the translation is another one than before."""

import re

from reader.annotations.anchor import TargetAnchor
from reader.annotations.matching import ACCEPTED, SAME_WORD
from reader.annotations.model import Annotation
from reader.translation.model import ParagraphTranslation

_SHORTEST = 4  # letters of words that are looked for in other spellings: "he" is like "the"


def locate_target(
    annotation: Annotation, translation: ParagraphTranslation
) -> tuple[int, int] | None:
    """Return [start, end) in `translation.text` of an annotation on the English side.

    The sentence is found by its Arabic, then the words in it: to the letter, else the most
    similar ones (0.8 of 1 or better). None when this translation does not have the words: the
    annotation then shows on its Arabic sentence alone.
    """
    target = annotation.target
    if target is None:
        return None
    spans = translation.target_spans
    if translation.package == target.package and target.segment < len(spans):
        first, last = spans[target.segment]
        start, end = first + target.start, first + target.end
        if end <= last and translation.text[start:end] == target.exact:
            return start, end
    segment = _segment(annotation, translation)
    if segment is None:
        return None
    first, _ = spans[segment]
    found = _in_sentence(target, translation.pairs[segment].target)
    return (first + found[0], first + found[1]) if found else None


def _segment(annotation: Annotation, translation: ParagraphTranslation) -> int | None:
    """Return the pair whose Arabic shares most with the annotation's."""
    anchor = annotation.anchor
    shared = [
        min(pair.end, anchor.end) - max(pair.start, anchor.start) for pair in translation.pairs
    ]
    best = max(range(len(shared)), key=shared.__getitem__, default=None)
    return best if best is not None and shared[best] > 0 else None


def _in_sentence(target: TargetAnchor, sentence: str) -> tuple[int, int] | None:
    whole = rf"(?<!\w){re.escape(target.exact)}(?!\w)"  # "he" is not in "the"
    places = [found.start() for found in re.finditer(whole, sentence)]
    if places:
        start = min(places, key=lambda place: abs(place - target.start))
        return start, start + len(target.exact)
    return _similar(target, sentence)


def _similar(target: TargetAnchor, sentence: str) -> tuple[int, int] | None:
    from rapidfuzz import fuzz

    if len(target.exact) < _SHORTEST or len(sentence) < len(target.exact) * ACCEPTED:
        return None
    alignment = fuzz.partial_ratio_alignment(target.exact.casefold(), sentence.casefold())
    if alignment is None or len(sentence.casefold()) != len(sentence):
        return None
    start, end = alignment.dest_start, alignment.dest_end
    if len(sentence) < len(target.exact):
        start, end = 0, len(sentence)
    while start > 0 and sentence[start - 1].isalnum() and sentence[start].isalnum():
        start -= 1
    while end < len(sentence) and sentence[end].isalnum() and sentence[end - 1].isalnum():
        end += 1
    same = fuzz.ratio(target.exact.casefold(), sentence[start:end].casefold()) / 100
    return (start, end) if same >= SAME_WORD else None
