"""The stretches of a document that are laid out at once."""

from dataclasses import dataclass

from reader.arabic.sentences import sentences
from reader.documents.model import Document

# Laying out costs a few microseconds a character: this much stays far below one frame.
MAX_LENGTH = 3000


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a part of a very long one: code points [start, end) of its text."""

    paragraph: int  # place in the document
    start: int
    end: int


def passages(document: Document) -> list[Passage]:
    """Return the document's passages in order; empty paragraphs have none."""
    result: list[Passage] = []
    for place, paragraph in enumerate(document.paragraphs):
        if not paragraph.text.strip():
            continue
        if len(paragraph.text) <= MAX_LENGTH:
            result.append(Passage(place, 0, len(paragraph.text)))
        else:
            result += [Passage(place, a, b) for a, b in _pieces(paragraph.text)]
    return result


def _pieces(text: str) -> list[tuple[int, int]]:
    """Cut at ends of sentences; a sentence longer than a piece is cut at a blank."""
    cuts = [end for _, end in sentences(text)]
    pieces: list[tuple[int, int]] = []
    start, last = 0, 0
    for cut in [*cuts, len(text)]:
        while cut - start > MAX_LENGTH:
            end = last if last > start else _blank_before(text, start + MAX_LENGTH, start)
            pieces.append((start, end))
            start = last = end
        last = cut
    if start < len(text):
        pieces.append((start, len(text)))
    return pieces


def _blank_before(text: str, limit: int, start: int) -> int:
    blank = text.rfind(" ", start + 1, limit)
    return blank + 1 if blank > start else limit
