"""The formats that can be read.

To add one: write a module here with a `FORMAT`, and put it into `FORMATS`. Modules import their
libraries inside functions, so that a format costs nothing until a file of it is opened.
"""

from pathlib import PurePath

from reader.documents.formats import (
    docx,
    epub,
    feed,
    html,
    json_lines,
    markdown,
    mhtml,
    pdf,
    plain_text,
)
from reader.documents.formats.format import Format

FORMATS: tuple[Format, ...] = (
    pdf.FORMAT,
    epub.FORMAT,
    docx.FORMAT,
    mhtml.FORMAT,
    feed.FORMAT,
    html.FORMAT,
    json_lines.FORMAT,
    markdown.FORMAT,
    plain_text.FORMAT,
)
"""In the order in which their `sniff` is asked; plain text, which takes anything, is last."""


def choose(name: str, data: bytes) -> Format:
    """Return the format of a file: by binary content, then extension, then textual content."""
    for form in FORMATS:
        if form.binary and form.sniff(data):
            return form
    extension = PurePath(name).suffix.lower()
    for form in FORMATS:
        if not form.binary and extension in form.extensions:
            return form
    return next((form for form in FORMATS if not form.binary and form.sniff(data)), FORMATS[-1])


def extensions() -> frozenset[str]:
    """Return every known extension, lower case, with its dot."""
    return frozenset(extension for form in FORMATS for extension in form.extensions)
