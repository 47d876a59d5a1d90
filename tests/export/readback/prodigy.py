"""JSON Lines by a strict schema of Prodigy."""

from typing import Any, Literal

import msgspec

from reader.export.bundle import File
from tests.export.readback.record import Readback, Record


class ProdigyToken(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    start: int
    end: int
    id: int
    ws: bool


class ProdigySpan(msgspec.Struct, forbid_unknown_fields=True):
    start: int
    end: int
    label: str
    token_start: int
    token_end: int


class Prodigy(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    tokens: list[ProdigyToken]
    spans: list[ProdigySpan]
    meta: dict[str, Any]
    answer: Literal["accept", "reject", "ignore"]


def read_prodigy(files: list[File]) -> Readback:
    back = Readback()
    base = 0
    for line in files[0].data.splitlines():
        row = msgspec.json.decode(line, type=Prodigy)
        back.provenance = row.meta
        for n, token in enumerate(row.tokens):
            assert token.id == n
            assert row.text[token.start : token.end] == token.text
        for s in row.spans:
            assert row.tokens[s.token_start].start == s.start
            assert row.tokens[s.token_end].end == s.end
            back.records.append(
                Record(row.text[s.start : s.end], base + s.start, base + s.end, s.label,
                       status="accepted")
            )  # fmt: skip
        base += len(row.text) + 1
    return back
