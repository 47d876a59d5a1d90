"""A bilingual page: Arabic and English side by side, annotations marked, ready to print."""

from collections.abc import Sequence

from reader.export.bundle import Bundle, File
from reader.export.reading_view import view
from reader.export.templating import render


def write(bundles: Sequence[Bundle]) -> list[File]:
    """Return one page for all documents, nothing outside it needed."""
    title = ", ".join(bundle.document.title for bundle in bundles)
    documents = [view(bundle) for bundle in bundles]
    text = render("bilingual.html.j2", {"title": title, "documents": documents})
    name = bundles[0].stem if len(bundles) == 1 else "articles"
    return [File(f"{name}.html", text.encode("utf-8", "xmlcharrefreplace"))]
