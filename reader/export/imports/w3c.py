"""W3C Web Annotation JSON-LD of this program and of others (Hypothesis, Recogito, Annotorious).

The quote is what counts; a position only helps to choose between equal quotes. Forms accepted: one
annotation, a list, a page, a collection with its first page, and Hypothesis's API form.
"""

import uuid
from collections.abc import Iterator
from dataclasses import fields as fields_of
from typing import Any, cast

from reader.annotations.anchor import BORDER, Anchor, TargetAnchor
from reader.annotations.labels import COLOUR_ROLES
from reader.annotations.model import Annotation, Origin, Placement, Relation, Status
from reader.documents.blocks import without_surrogates
from reader.export.imports.parcel import Item, Parcel, stable_id
from reader.export.w3c import WIKIDATA

_UUID = "urn:uuid:"
_COLOUR = "yellow"  # of a highlight that names none of ours
_SELECTORS = 50  # nested selectors and bodies looked at
_NESTED = 50  # lists in lists, pages in collections
_LARGEST_OFFSET = 1 << 53  # what every program can count to; no text is so long


def read(data: Any) -> list[Parcel]:
    """Return the annotations in parsed JSON-LD, by document."""
    parcels: dict[tuple[str, str], Parcel] = {}
    for entry in _entries(data):
        source = _source(entry)
        fingerprint = _string(entry.get("reader:document"))
        if _is_relation(entry):
            source = next((s for s, f in parcels if f and f == fingerprint), source)
        parcel = parcels.setdefault((source, fingerprint), Parcel(source, fingerprint))
        if _is_relation(entry):
            parcel.relations.append(_relation(entry))
            continue
        item = _item(entry)
        if item is None:
            parcel.skipped += 1
        else:
            parcel.items.append(item)
    return list(parcels.values())


def _entries(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _NESTED:
        return
    if isinstance(data, list):
        for entry in data:
            yield from _entries(entry, depth + 1)
    elif isinstance(data, dict):
        inside = data.get("items", data.get("rows", data.get("first")))
        if inside is not None and "target" not in data:
            yield from _entries(inside, depth + 1)
        elif "target" in data:
            yield data


def _is_relation(entry: dict[str, Any]) -> bool:
    return "reader:relation" in entry


def _relation(entry: dict[str, Any]) -> Relation:
    return Relation(
        id=_id(entry),
        document=_string(entry.get("reader:document")),
        from_id=_string(entry.get("target")).removeprefix(_UUID),
        to_id=_string(entry.get("body")).removeprefix(_UUID),
        type=_string(entry.get("reader:relation")),
        annotator=_creator(entry),
        created=_string(entry.get("created")),
    )


def _item(entry: dict[str, Any]) -> Item | None:
    selectors = list(_selectors(_first(entry.get("target"))))
    quote = _of_type(selectors, "TextQuoteSelector")
    position = _of_type(selectors, "TextPositionSelector")
    place = _of_type(selectors, "reader:ParagraphSelector")
    offset = _number(position.get("start"))
    exact = _string(quote.get("exact"))
    if not exact:
        return None
    prefix, suffix = _string(quote.get("prefix")), _string(quote.get("suffix"))
    if BORDER in exact.strip(BORDER):  # over several paragraphs: its longest part stands for it
        part = max(exact.split(BORDER), key=len)
        at = exact.index(part)
        if offset is not None:
            offset += at
        prefix, suffix = prefix + exact[:at], exact[at + len(part) :] + suffix
        exact = part
    start, end = _number(place.get("reader:start")), _number(place.get("reader:end"))
    anchor = Anchor(
        paragraph_id=_string(place.get("reader:paragraph")),
        start=start or 0,
        end=end if end is not None else (start or 0) + len(exact),
        exact=exact,
        prefix=prefix,
        suffix=suffix,
    )
    return Item(_annotation(entry, anchor), offset)


def _annotation(entry: dict[str, Any], anchor: Anchor) -> Annotation:
    bodies = list(_bodies(entry))
    own = "reader:status" in entry
    values: dict[str, list[str]] = {}
    for purpose, value in bodies:
        values.setdefault(purpose, []).append(value)
    colour = next(iter(values.get("highlighting", [])), "")
    motivations = entry.get("motivation", entry.get("motivatedBy", []))
    if not colour and not own and "highlighting" in _list(motivations):
        colour = _COLOUR
    notes = [v for p in ("commenting", "replying", "describing", "") for v in values.get(p, [])]
    return Annotation(
        id=_id(entry),
        document=_string(entry.get("reader:document")),
        anchor=anchor,
        target=_target(entry.get("reader:english")),
        label=next(iter(values.get("classifying", [])), "").replace("\n", " "),
        colour=colour if not colour or colour in COLOUR_ROLES else _COLOUR,
        note="\n".join(notes),
        tags=tuple(dict.fromkeys(values.get("tagging", []))),
        identity=next(iter(values.get("identifying", [])), "").removeprefix(WIKIDATA),
        value=_string(entry.get("reader:value")),
        status=cast(
            Status, _one_of(entry, "status", ("accepted", "suggested", "rejected"), "accepted")
        ),
        reviewed=entry.get("reader:reviewed") is True,
        annotator=_creator(entry),
        origin=cast(Origin, _one_of(entry, "origin", ("human", "recogniser", "import"), "import")),
        score=_score(entry.get("reader:score")),
        placement=cast(
            Placement, _one_of(entry, "placement", ("placed", "moved", "orphan"), "placed")
        ),
        created=_string(entry.get("created")),
        modified=_string(entry.get("modified", entry.get("updated"))),
    )


def _bodies(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (purpose, text) of an annotation's bodies, whatever their form."""
    motivation = next(iter(_list(entry.get("motivation"))), "")
    for body in _list(entry.get("body"))[:_SELECTORS]:
        if isinstance(body, str):
            yield "", body
        elif isinstance(body, dict):
            value = _string(body.get("value")) or _string(body.get("source"))
            for purpose in _list(body.get("purpose")) or [motivation]:
                if value:
                    yield _string(purpose), value
    for key in ("bodyValue", "text"):
        if _string(entry.get(key)):
            yield "commenting", _string(entry[key])
    for tag in _list(entry.get("tags")):
        if _string(tag):
            yield "tagging", tag


def _selectors(target: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the selectors of a target, those that refine others too."""
    if not isinstance(target, dict) or depth > 5:
        return
    for key in ("selector", "refinedBy"):
        for selector in _list(target.get(key))[:_SELECTORS]:
            if isinstance(selector, dict):
                yield selector
                yield from _selectors(selector, depth + 1)


def _of_type(selectors: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    return next((s for s in selectors if kind in _list(s.get("type"))), {})


def _source(entry: dict[str, Any]) -> str:
    target = _first(entry.get("target"))
    if isinstance(target, str):
        return "" if target.startswith(_UUID) else target.partition("#")[0]
    source = target.get("source", "") if isinstance(target, dict) else ""
    if isinstance(source, dict):
        source = source.get("id", "")
    return _string(source) or _string(entry.get("uri"))


def _target(data: Any) -> TargetAnchor | None:
    names = {f.name for f in fields_of(TargetAnchor)}
    if not isinstance(data, dict) or not {"package", "segment", "start", "end"} <= data.keys():
        return None
    known: dict[str, Any] = {
        key: _string(value) if isinstance(value, str) else value
        for key, value in data.items()
        if key in names
    }
    numbers = ("segment", "start", "end")
    sound = isinstance(known.get("exact"), str) and all(
        _number(value) is not None if key in numbers else isinstance(value, str)
        for key, value in known.items()
    )
    return TargetAnchor(**known) if sound else None


def _id(entry: dict[str, Any]) -> str:
    name = _string(entry.get("id"))
    try:
        return str(uuid.UUID(name.removeprefix(_UUID)))
    except ValueError:
        return stable_id(name or sorted(entry.items(), key=str))


def _creator(entry: dict[str, Any]) -> str:
    creator = _first(entry.get("creator"))
    if isinstance(creator, dict):
        return _string(creator.get("name")) or _string(creator.get("id"))
    return _string(creator) or _string(entry.get("user"))


def _one_of(entry: dict[str, Any], key: str, known: tuple[str, ...], default: str) -> str:
    value = entry.get(f"reader:{key}")
    return value if isinstance(value, str) and value in known else default


def _number(value: Any) -> int | None:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and 0 <= value <= _LARGEST_OFFSET else None


def _score(value: Any) -> float | None:
    """Return a score of 0 to 1, None for what is none: NaN, too large, no number."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value <= 1 else None


def _string(value: Any) -> str:
    return without_surrogates(value) if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _first(value: Any) -> Any:
    return next(iter(_list(value)), None)
