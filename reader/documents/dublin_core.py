"""What a package (EPUB, DOCX) says about itself in Dublin Core terms.

Source: Dublin Core Metadata Element Set 1.1, and `dcterms:created` of the DCMI terms.
"""

from typing import Any

from reader.documents.model import Metadata

_NS = {"dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/"}


def read_metadata(root: Any) -> Metadata:
    """Return the metadata found anywhere below an element; the first of each field counts."""

    def first(name: str) -> str:
        return " ".join(str(root.xpath(f"string(.//{name})", namespaces=_NS)).split())

    return Metadata(
        title=first("dc:title"),
        author=first("dc:creator"),
        date=first("dc:date") or first("dcterms:created"),
        source=first("dc:publisher"),
        language=first("dc:language"),
    )
