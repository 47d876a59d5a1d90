"""brat standoff: an .ann file with its .txt beside it."""

import re
from itertools import combinations
from typing import Any

from reader.annotations.model import Annotation, Relation
from reader.export.brat import UNLABELLED
from reader.export.imports.parcel import Item, Parcel, Text, stable_id, text_document

_NO_LABEL = {*UNLABELLED.values(), "Mark"}
_FRAGMENT = re.compile(r"(\d+) (\d+)")


def read(annotations: str, text: str) -> Parcel:
    """Return the annotations of an .ann file on its text.

    A discontinuous span becomes one from its beginning to its end; events are left out.
    """
    found = Text(text_document(text.split("\n")))
    parcel = Parcel(text=found.document, fingerprint=found.document.fingerprint)
    lines = [line.split("\t") for line in annotations.split("\n") if line.strip()]
    about: dict[str, dict[str, Any]] = {}
    for parts in lines:
        _attributes(parts, about)
    made: dict[str, Annotation] = {}
    for parts in lines:
        if parts[0][:1] != "T" or len(parts) < 2:
            parcel.skipped += parts[0][:1] == "E"
            continue
        kind, _, where = parts[1].partition(" ")
        edges = [(int(a), int(b)) for a, b in _FRAGMENT.findall(where)]
        fields = about.get(parts[0], {})
        one = found.annotation(
            f"{parts[0]} {parts[1]}",
            min((a for a, _ in edges), default=0),
            max((b for _, b in edges), default=0),
            label="" if kind in _NO_LABEL else kind,
            **{**fields, "tags": tuple(fields.get("tags", ()))},
        )
        if one is None:
            parcel.skipped += 1
            continue
        made[parts[0]] = one
        parcel.items.append(Item(one))
    for parts in lines:
        parcel.relations.extend(_relations(parts, made))
    return parcel


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
