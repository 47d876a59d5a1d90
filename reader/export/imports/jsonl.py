"""JSON Lines of doccano, spaCy and Prodigy; told apart by their keys."""

import json
from collections.abc import Iterator
from typing import Any

from reader.annotations.model import Relation
from reader.documents.blocks import without_surrogates
from reader.errors import ExchangeError
from reader.export.imports.parcel import Item, Parcel, Text, stable_id


def read(text: str) -> list[Parcel]:
    """Return the annotations of a file, by document; lines of one source belong together.

    Raises ExchangeError that names the line which is not JSON or has no text.
    """
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = _parsed(line)
        except (ValueError, RecursionError) as error:
            raise ExchangeError(f"Line {number} is not JSON ({error}).") from error
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise ExchangeError(f"Line {number} has no text: it is not of doccano, spaCy, Prodigy.")
        meta = row.get("meta")
        facts = meta if isinstance(meta, dict) else {}
        key = str(facts.get("source", "")), str(facts.get("fingerprint", ""))
        groups.setdefault(key, []).append(row)
    return [_parcel(source, fingerprint, rows) for (source, fingerprint), rows in groups.items()]


def _parsed(line: str) -> Any:
    """Return a line's JSON, without the halves of surrogate pairs that no text can hold."""
    row = json.loads(line)
    if "\\ud" not in line.lower():  # only an escape can make one
        return row
    return json.loads(without_surrogates(json.dumps(row, ensure_ascii=False)))


def _parcel(source: str, fingerprint: str, rows: list[dict[str, Any]]) -> Parcel:
    text = Text(line for row in rows for line in row["text"].split("\n"))
    parcel = Parcel(source, fingerprint, text.document)
    base = 0
    for number, row in enumerate(rows):
        answer = row.get("answer", "accept")
        made: dict[int | str | None, str] = {}
        for n, (start, end, fields, name) in enumerate(_spans(row)):
            one = text.annotation(
                f"{number} {n} {start} {end} {fields['label']}",
                base + start,
                base + end,
                status="rejected" if answer == "reject" else "accepted",
                **fields,
            )
            if one is None or answer == "ignore":
                parcel.skipped += 1
            else:
                made[name] = one.id
                parcel.items.append(Item(one))
        parcel.relations.extend(_relations(row, made, text.document.fingerprint))
        base += len(row["text"]) + 1
    return parcel


def _spans(row: dict[str, Any]) -> Iterator[tuple[int, int, dict[str, Any], Any]]:
    """Yield (start, end, fields, the file's own id), each stretch with a label once."""
    seen = set()
    for entry in _entries(row):
        start, end, label, identity, name = entry
        if not isinstance(start, int) or not isinstance(end, int) or not isinstance(label, str):
            continue
        if (start, end, label) in seen and name is None:
            continue
        seen.add((start, end, label))
        fields = {"label": "_".join(label.split()), "identity": identity}
        yield start, end, fields, name


def _entries(row: dict[str, Any]) -> Iterator[tuple[Any, Any, Any, str, Any]]:
    for e in _dicts(row.get("entities")):  # doccano with relations
        yield e.get("start_offset"), e.get("end_offset"), e.get("label"), "", _key(e.get("id"))
    for key in ("label", "labels"):  # doccano
        for e in _list(row.get(key)):
            if isinstance(e, list) and len(e) >= 3:
                yield e[0], e[1], e[2], "", None
    spans = row.get("spans")
    groups = spans.values() if isinstance(spans, dict) else [spans]  # spaCy, Prodigy
    for group in groups:
        for e in _dicts(group):
            identity = e.get("kb_id")
            known = identity if isinstance(identity, str) else ""
            yield e.get("start"), e.get("end"), e.get("label"), known, None
    for e in _dicts(row.get("ents")):  # spaCy
        yield e.get("start"), e.get("end"), e.get("label"), "", None


def _relations(
    row: dict[str, Any], made: dict[int | str | None, str], fingerprint: str
) -> list[Relation]:
    found = []
    for r in _dicts(row.get("relations")):
        ends = _key(r.get("from_id")), _key(r.get("to_id"))
        from_id, to_id = (made.get(end) if end is not None else None for end in ends)
        kind = r.get("type")
        if from_id and to_id and isinstance(kind, str):
            name = stable_id(from_id, to_id, kind)
            found.append(Relation(name, fingerprint, from_id, to_id, kind))
    return found


def _key(value: Any) -> int | str | None:
    """Return an entity's own id, None where it is nothing that an id can be."""
    return value if isinstance(value, int | str) else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [entry for entry in _list(value) if isinstance(entry, dict)]
