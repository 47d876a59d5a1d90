"""Annotations and relations as JSON objects, fields at their default left out."""

import json
from dataclasses import MISSING, Field, asdict, fields
from typing import Any

from reader.annotations.anchor import Anchor, TargetAnchor
from reader.annotations.model import Annotation, Relation

Subject = Annotation | Relation


def to_json(subject: Subject) -> str:
    """Return a subject as one line of JSON; the keys are the fields' names."""
    data = to_dict(subject)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate of a broken file, which SQLite cannot hold
        text = json.dumps(data, separators=(",", ":"), sort_keys=True)
    return text


def from_json(text: str) -> Subject:
    """Return the subject that `to_json` wrote. Raises ValueError when it is something else."""
    try:
        return from_dict(json.loads(text))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"no annotation: {text[:80]!r}") from error


def to_dict(subject: Subject) -> dict[str, Any]:
    """Return a subject as plain data without the fields at their default."""
    data = asdict(subject)
    return {f.name: data[f.name] for f in fields(subject) if data[f.name] != _default(f)}


def from_dict(data: dict[str, Any]) -> Subject:
    """Return the subject of plain data; keys it does not know are left out."""
    if "from_id" in data:
        return Relation(**_known(Relation, data))
    values = _known(Annotation, data)
    values["anchor"] = Anchor(**_known(Anchor, data["anchor"]))
    if values.get("target"):
        values["target"] = TargetAnchor(**_known(TargetAnchor, data["target"]))
    values["tags"] = tuple(data.get("tags", ()))
    return Annotation(**values)


def _known(kind: type[Any], data: dict[str, Any]) -> dict[str, Any]:
    names = {f.name for f in fields(kind)}
    return {key: value for key, value in data.items() if key in names}


def _default(field: Field[Any]) -> object:
    return field.default if field.default is not MISSING else MISSING
