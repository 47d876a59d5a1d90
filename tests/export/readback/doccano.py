"""JSON Lines by a strict schema of doccano."""

from typing import Any

import msgspec

from reader.export.bundle import File
from tests.export.readback.record import TEXT, Readback, Record


class DoccanoEntity(msgspec.Struct, forbid_unknown_fields=True):
    id: int
    label: str
    start_offset: int
    end_offset: int


class DoccanoRelation(msgspec.Struct, forbid_unknown_fields=True):
    id: int
    from_id: int
    to_id: int
    type: str


class Doccano(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    label: list[tuple[int, int, str]]
    entities: list[DoccanoEntity]
    relations: list[DoccanoRelation]
    Comments: list[str]
    meta: dict[str, Any]


def read_doccano(files: list[File]) -> Readback:
    [row] = [msgspec.json.decode(line, type=Doccano) for line in files[0].data.splitlines()]
    assert row.text == TEXT
    entities = {e.id: e for e in row.entities}
    assert [(e.start_offset, e.end_offset, e.label) for e in row.entities] == row.label
    back = Readback(provenance=row.meta)
    for e in row.entities:
        quote = row.text[e.start_offset : e.end_offset]
        back.records.append(Record(quote, e.start_offset, e.end_offset, e.label, status="accepted"))
    for r in row.relations:
        ends = (entities[r.from_id], entities[r.to_id])
        quotes = [row.text[e.start_offset : e.end_offset] for e in ends]
        back.relations.add((*quotes, r.type))
    for comment in row.Comments:
        quote, _, note = comment.partition(": ")
        back.records.append(Record(quote, note=note))
    return back
