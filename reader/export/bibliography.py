"""References: BibTeX and CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/)."""

import json
import re
from collections.abc import Sequence
from typing import Any

from reader.arabic.sanitise import sanitise
from reader.export.bundle import Bundle, File

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def write_bibtex(bundles: Sequence[Bundle]) -> list[File]:
    """Return an @online or @misc entry for each text."""
    text = "\n".join(_entry(bundle, key) for key, bundle in _by_key(bundles).items())
    return [File("references.bib", text.encode("utf-8", "replace"))]


def write_csl(bundles: Sequence[Bundle]) -> list[File]:
    """Return a list of CSL items, one for each text."""
    items = [_item(bundle, key) for key, bundle in _by_key(bundles).items()]
    text = json.dumps(items, ensure_ascii=False, indent=1)
    return [File("references.json", text.encode("utf-8", "backslashreplace") + b"\n")]


def _by_key(bundles: Sequence[Bundle]) -> dict[str, Bundle]:
    """Return the documents by citation key: of the text, so that it never changes with the list.

    Of several copies of a text the first counts.
    """
    found: dict[str, Bundle] = {}
    for bundle in bundles:
        found.setdefault(f"reader-{bundle.document.fingerprint[:10]}", bundle)
    return found


def _entry(bundle: Bundle, key: str) -> str:
    meta = bundle.document.metadata
    fields = {
        "title": f"{{{_tex(bundle.document.title)}}}",
        "author": f"{{{_tex(meta.author)}}}" if meta.author else "",
        "organization": _tex(meta.source),
        "date": meta.date[:10],
        "year": meta.date[:4],
        "url": _url(meta.url),
        "urldate": bundle.time[:10],
        "langid": "arabic" if (meta.language or "ar").startswith("ar") else "",
        "note": _tex(_note(bundle)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{'online' if meta.url else 'misc'}{{{key},", *lines, "}", ""])


def _item(bundle: Bundle, key: str) -> dict[str, Any]:
    meta = bundle.document.metadata
    item: dict[str, Any] = {
        "id": key,
        "type": "article-newspaper" if meta.source else "webpage" if meta.url else "document",
        "title": bundle.document.title,
        "author": [{"literal": meta.author}] if meta.author else [],
        "container-title": meta.source,
        "issued": _date(meta.date),
        "accessed": _date(bundle.time),
        "URL": meta.url,
        "language": meta.language or "ar",
        "note": _note(bundle),
    }
    return {name: value for name, value in item.items() if value}


def _note(bundle: Bundle) -> str:
    facts = bundle.provenance
    parts = [f"file {facts['path']}" if "path" in facts else "", facts["content_hash"]]
    if bundle.packages:
        parts.append(f"English by {', '.join(bundle.packages)}")
    return "; ".join(part for part in [*parts, facts["program"]] if part)


def _date(text: str) -> dict[str, Any] | None:
    match = _DATE.match(text)
    return {"date-parts": [[int(part) for part in match.groups() if part]]} if match else None


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(c, c) for c in " ".join(sanitise(text).split()))


def _url(text: str) -> str:
    """Return an address with what ends a BibTeX field in percent form."""
    return "".join(f"%{ord(c):02X}" if c in '{}\\" ' else c for c in sanitise(text))
