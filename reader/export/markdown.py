"""Markdown notes: what was annotated, in its sentence and with its English."""

from collections.abc import Sequence

from reader.export.bundle import Bundle, File
from reader.export.reading_view import view
from reader.export.templating import render


def write(bundles: Sequence[Bundle]) -> list[File]:
    """Return one file of notes for all documents."""
    text = render("notes.md.j2", {"documents": [view(bundle) for bundle in bundles]})
    name = bundles[0].stem if len(bundles) == 1 else "notes"
    return [File(f"{name}.md", _fewer_blank_lines(text).encode("utf-8", "replace"))]


def _fewer_blank_lines(text: str) -> str:
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).rstrip("\n") + "\n"
