"""W3C Web Annotation JSON-LD (https://www.w3.org/TR/annotation-model/): annotations whole.

What the model has no word for is in the namespace `reader:`; other programs pass it by. Positions
are code points of the paragraphs joined by one line break (the standard leaves the unit open:
w3c/web-annotation issue 206).
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from reader.annotations.model import Annotation, Relation
from reader.export.bundle import PROGRAM, Bundle, File

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"reader": "urn:x-reader:terms#"}]
WIKIDATA = "http://www.wikidata.org/entity/"


def write(bundles: Sequence[Bundle]) -> list[File]:
    """Return one annotation collection of all documents."""
    items = [item for bundle in bundles for item in annotations(bundle)]
    collection = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "label": ", ".join(bundle.document.title for bundle in bundles),
        "generator": {"type": "Software", "name": PROGRAM},
        "generated": bundles[0].time,
        "total": len(items),
        "reader:unit": "code point",
        "reader:documents": [bundle.provenance for bundle in bundles],
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    text = json.dumps(collection, ensure_ascii=False, indent=1)
    name = bundles[0].stem if len(bundles) == 1 else "annotations"
    return [File(f"{name}.jsonld", text.encode("utf-8", "backslashreplace") + b"\n")]


def annotations(bundle: Bundle) -> list[dict[str, Any]]:
    """Return a document's annotations and relations as W3C annotations."""
    return [
        *(annotation(bundle, a) for a in bundle.annotations),
        *(relation(r) for r in bundle.relations),
    ]


def annotation(bundle: Bundle, one: Annotation) -> dict[str, Any]:
    """Return one annotation as JSON-LD."""
    bodies = _bodies(one)
    item: dict[str, Any] = {
        "id": f"urn:uuid:{one.id}",
        "type": "Annotation",
        "motivation": list(dict.fromkeys(b["purpose"] for b in bodies)) or ["bookmarking"],
        "body": bodies,
        "target": {
            "source": iri(bundle),
            "selector": _selectors(bundle, one),
        },
    }
    if one.annotator:
        item["creator"] = {"type": "Person", "name": one.annotator}
    for key, value in (("created", one.created), ("modified", one.modified)):
        if value:
            item[key] = value
    extra = {
        "document": one.document,
        "status": one.status,
        "reviewed": one.reviewed,
        "origin": one.origin,
        "score": one.score,
        "value": one.value,
        "placement": one.placement,
        "english": asdict(one.target) if one.target else None,
    }
    item.update({f"reader:{k}": v for k, v in extra.items() if v is not None and v != ""})
    return item


def relation(one: Relation) -> dict[str, Any]:
    """Return a link between two annotations: an annotation on the first, about the second."""
    item: dict[str, Any] = {
        "id": f"urn:uuid:{one.id}",
        "type": "Annotation",
        "motivation": "linking",
        "body": f"urn:uuid:{one.to_id}",
        "target": f"urn:uuid:{one.from_id}",
        "reader:document": one.document,
        "reader:relation": one.type,
    }
    if one.annotator:
        item["creator"] = {"type": "Person", "name": one.annotator}
    if one.created:
        item["created"] = one.created
    return item


def iri(bundle: Bundle) -> str:
    """Return the document's address, its path as a reference, or a name made of its text."""
    if bundle.source in ("", "-"):
        return f"urn:x-reader:document:{bundle.document.fingerprint}"
    kept = "/:?#[]@!$&'()*+,;=~"
    if "://" in bundle.source:
        kept += "%"  # an address is escaped already; in a path it is a letter like others
    return quote(bundle.source, safe=kept, errors="replace")


def _bodies(one: Annotation) -> list[dict[str, Any]]:
    bodies: list[dict[str, Any]] = []
    if one.label:
        bodies.append(_text("classifying", one.label))
    if one.colour:
        bodies.append(_text("highlighting", one.colour))
    if one.note:
        bodies.append({**_text("commenting", one.note), "format": "text/plain"})
    bodies.extend(_text("tagging", tag) for tag in one.tags)
    if one.identity[:1] == "Q" and one.identity[1:].isdecimal():
        bodies.append(
            {
                "type": "SpecificResource",
                "purpose": "identifying",
                "source": WIKIDATA + one.identity,
            }
        )
    elif one.identity:
        bodies.append(_text("identifying", one.identity))
    return bodies


def _text(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _selectors(bundle: Bundle, one: Annotation) -> list[dict[str, Any]]:
    anchor = one.anchor
    selectors: list[dict[str, Any]] = [
        {
            "type": "TextQuoteSelector",
            "exact": anchor.exact,
            "prefix": anchor.prefix,
            "suffix": anchor.suffix,
        }
    ]
    if one.placement != "orphan":
        start, end = bundle.span(one)
        selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
    selectors.append(
        {
            "type": "reader:ParagraphSelector",
            "reader:paragraph": anchor.paragraph_id,
            "reader:start": anchor.start,
            "reader:end": anchor.end,
        }
    )
    return selectors
