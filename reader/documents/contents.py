"""The table of contents of a document."""

from dataclasses import dataclass

from reader.documents.model import Document


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its text, its level (1 is the highest) and its place among the paragraphs."""

    text: str
    level: int
    place: int


def contents(document: Document) -> list[Heading]:
    """Return the headings in order; levels count from 1 without gaps at the top."""
    found = [
        Heading(paragraph.text.strip(), paragraph.level, place)
        for place, paragraph in enumerate(document.paragraphs)
        if paragraph.kind == "heading"
    ]
    if not found:
        return []
    top = min(heading.level for heading in found)
    return [Heading(h.text, h.level - top + 1, h.place) for h in found]
