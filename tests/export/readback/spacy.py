"""JSON Lines by a strict schema of spaCy."""

from typing import Any

import msgspec

from reader.export.bundle import File
from tests.export.readback.record import Readback, Record


class SpacyEnt(msgspec.Struct, forbid_unknown_fields=True):
    start: int
    end: int
    label: str
    kb_id: str = ""


class SpacyToken(msgspec.Struct, forbid_unknown_fields=True):
    id: int
    start: int
    end: int


class Spacy(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    ents: list[SpacyEnt]
    spans: dict[str, list[SpacyEnt]]
    tokens: list[SpacyToken]
    meta: dict[str, Any]


def read_spacy(files: list[File]) -> Readback:
    [row] = [msgspec.json.decode(line, type=Spacy) for line in files[0].data.splitlines()]
    starts, ends = {t.start for t in row.tokens}, {t.end for t in row.tokens}
    assert [t.id for t in row.tokens] == list(range(len(row.tokens)))
    last = 0
    for token in row.tokens:  # no overlap, nothing but white space between
        assert not row.text[last : token.start].strip()
        last = token.end
    last = 0
    for ent in row.ents:
        assert ent.start >= last
        last = ent.end
    assert {(e.start, e.end, e.label) for e in row.ents} <= {
        (e.start, e.end, e.label) for e in row.spans["sc"]
    }
    back = Readback(provenance=row.meta)
    for e in row.spans["sc"]:
        assert e.start in starts
        assert e.end in ends
        back.records.append(
            Record(row.text[e.start : e.end], e.start, e.end, e.label, identity=e.kb_id,
                   status="accepted")
        )  # fmt: skip
    return back
