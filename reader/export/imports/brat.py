"""brat standoff: an .ann file with its .txt beside it."""

import re
from collections.abc import Sequence
from itertools import combinations
from typing import Any

from reader.annotations.model import Annotation, Relation
from reader.annotations.plain import PlainText
from reader.export.brat import UNLABELLED
from reader.export.imports.parcel import Item, Parcel, Text, stable_id

_NO_LABEL = {*UNLABELLED.values(), "Mark"}
_FRAGMENT = re.compile(r"\b(\d{1,15}) (\d{1,15})\b")


def read(annotations: str, text: str) -> Parcel:
    """Return the annotations of an .ann file on its text.

    A discontinuous span becomes one from its beginning to its end; events are left out. Offsets
    are believed where the words that the file quotes stand there; else only the quote is.
    """
    found = Text(text.split("\n"))
    parcel = Parcel(text=found.document, fingerprint=found.document.fingerprint)
    lines = [
        line.removesuffix("\r").split("\t") for line in annotations.split("\n") if line.strip()
    ]
    about: dict[str, dict[str, Any]] = {}
    for parts in lines:
        _attributes(parts, about)
    bound = [parts for parts in lines if parts[0][:1] == "T" and len(parts) > 1]
    parcel.skipped = sum(parts[0][:1] == "E" for parts in lines)
    countings = sorted(found.countings, key=lambda plain: -_fitting(plain.text, bound))
    made: dict[str, Annotation] = {}
    for parts in bound:
        kind = parts[1].partition(" ")[0]
        fields = about.get(parts[0], {})
        item = _item(
            found,
            countings,
            parts,
            label="" if kind in _NO_LABEL else kind,
            **{**fields, "tags": tuple(fields.get("tags", ()))},
        )
        if item is None:
            parcel.skipped += 1
            continue
        made[parts[0]] = item.annotation
        parcel.items.append(item)
    for parts in lines:
        parcel.relations.extend(_relations(parts, made))
    return parcel


def _item(
    text: Text, countings: Sequence[PlainText], parts: list[str], **fields: Any
) -> Item | None:
    """Return the annotation of a T line, None when it has neither a place nor words.

    The words that it quotes tell which of the countings its offsets go by. Where they fit none,
    the text was changed since: the words are looked for, and what is found is marked.
    """
    edges, quote = _edges(parts), _quote(parts)
    if not edges:
        return None
    key = f"{parts[0]} {parts[1]}"
    start, end = min(a for a, _ in edges), max(b for _, b in edges)
    for plain in countings:
        if not quote or _fits(plain.text, edges, quote):
            one = text.annotation(key, start, end, plain, **fields)
            return Item(one) if one else None
    return Item(text.quoted(key, quote, **fields), start)


def _edges(parts: list[str]) -> list[tuple[int, int]]:
    return [(int(a), int(b)) for a, b in _FRAGMENT.findall(parts[1].partition(" ")[2])]


def _quote(parts: list[str]) -> str:
    return "\t".join(parts[2:]).strip()


def _fitting(text: str, lines: list[list[str]]) -> int:
    """Return how many T lines quote what stands at their offsets."""
    return sum(_fits(text, _edges(parts), _quote(parts)) for parts in lines if _edges(parts))


def _fits(text: str, edges: list[tuple[int, int]], quote: str) -> bool:
    """Tell whether the quote is what stands at `edges`; brat writes a space for a line break."""
    whole = text[min(a for a, _ in edges) : max(b for _, b in edges)]
    pieces = " ".join(text[a:b] for a, b in edges)
    return quote.split() in (pieces.split(), whole.split())


def _attributes(parts: list[str], about: dict[str, dict[str, Any]]) -> None:
    """Collect what A, N and # lines say about text-bound annotations."""
    words = parts[1].split() if len(parts) > 1 else []
    if len(words) < 2:
        return
    fields = about.setdefault(words[1], {})
    text = parts[2] if len(parts) > 2 else ""
    match parts[0][:1], words[0]:
        case "A" | "M", "Status" if words[2:] and words[2] in ("suggested", "rejected"):
            fields["status"] = words[2]
        case "A" | "M", "Reviewed":
            fields["reviewed"] = True
        case "A" | "M", "Colour" if words[2:]:
            fields["colour"] = words[2]
        case "N", _ if words[2:]:
            base, _, key = words[2].partition(":")
            fields["identity"] = key if base == "Wikidata" else text or words[2]
        case "#", "Tag":
            fields.setdefault("tags", []).append(text)
        case "#", "Value":
            fields["value"] = text
        case "#", _:
            note = text.replace(" ⏎ ", "\n")
            fields["note"] = "\n".join(n for n in (fields.get("note"), note) if n)


def _relations(parts: list[str], made: dict[str, Annotation]) -> list[Relation]:
    words = parts[1].split() if len(parts) > 1 else []
    ends: list[tuple[str, str]] = []
    kind = words[0] if words else ""
    if parts[0][:1] == "R" and len(words) >= 3:
        ends = [(words[1].rpartition(":")[2], words[2].rpartition(":")[2])]
    elif parts[0] == "*" and kind == "Equiv":
        kind, ends = "same_as", list(combinations(words[1:], 2))
    return [
        Relation(
            stable_id(made[a].id, made[b].id, kind), made[a].document, made[a].id, made[b].id, kind
        )
        for a, b in ends
        if a in made and b in made
    ]
