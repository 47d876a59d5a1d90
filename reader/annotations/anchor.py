"""Where an annotation stands: position and quote with context, so that it survives edits.

W3C TextPositionSelector and TextQuoteSelector in one. The context of 32 characters on each side
is Hypothesis's convention; it runs across paragraph borders, which count as one line break.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.documents.model import Document, Paragraph
from reader.translation.model import ParagraphTranslation

CONTEXT = 32  # code points of prefix and suffix
BORDER = "\n"  # between two paragraphs in prefix and suffix


@dataclass(frozen=True, slots=True)
class Anchor:
    """Code points [start, end) of one paragraph, with the words there and around it."""

    paragraph_id: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class TargetAnchor:
    """Code points [start, end) of one English sentence, as one package translated it.

    `segment` is the sentence's place (from 0) in its paragraph's translation.
    """

    package: str  # reader.translation.model.ParagraphTranslation.package
    segment: int
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


def make_anchor(document: Document, paragraph: int | str, start: int, end: int) -> Anchor:
    """Return the anchor of [start, end) in a paragraph given by its place or its id.

    Raises ValueError for an empty stretch or one outside the paragraph, KeyError or IndexError
    for a paragraph that the document does not have.
    """
    place = document.index[paragraph] if isinstance(paragraph, str) else paragraph
    own = document.paragraphs[place]
    if not 0 <= start < end <= len(own.text):
        raise ValueError(f"{start}..{end} is no stretch of paragraph {own.id}")
    prefix, suffix = context(document.paragraphs, place, start, end)
    return Anchor(own.id, start, end, own.text[start:end], prefix, suffix)


def context(paragraphs: Sequence[Paragraph], place: int, start: int, end: int) -> tuple[str, str]:
    """Return up to 32 code points before and after [start, end) of the paragraph at `place`."""
    text = paragraphs[place].text
    prefix, suffix = text[:start][-CONTEXT:], text[end : end + CONTEXT]
    before, after = place, place
    while len(prefix) < CONTEXT and before > 0:
        before -= 1
        prefix = (paragraphs[before].text[-CONTEXT:] + BORDER + prefix)[-CONTEXT:]
    while len(suffix) < CONTEXT and after + 1 < len(paragraphs):
        after += 1
        suffix = (suffix + BORDER + paragraphs[after].text[:CONTEXT])[:CONTEXT]
    return prefix, suffix


def make_target_anchor(translation: ParagraphTranslation, start: int, end: int) -> TargetAnchor:
    """Return the anchor of [start, end) in a paragraph's English.

    A stretch that crosses a sentence border belongs to the first sentence that it covers a
    character of, and is cut at its ends. Raises ValueError when there is none.
    """
    text = translation.text
    for segment, (first, last) in enumerate(translation.target_spans):
        if start < last and first < last:
            start, end = max(start, first), min(end, last)
            if start >= end:
                break
            return TargetAnchor(
                package=translation.package,
                segment=segment,
                start=start - first,
                end=end - first,
                exact=text[start:end],
                prefix=text[:start][-CONTEXT:],
                suffix=text[end : end + CONTEXT],
            )
    raise ValueError(f"{start}..{end} is no stretch of a sentence's translation")
