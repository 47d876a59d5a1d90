"""JSON Lines for annotation tools and training: doccano, spaCy, Prodigy."""

import json
from collections.abc import Sequence
from typing import Any

from reader.arabic.sanitise import sanitise
from reader.export.bundle import Bundle, File
from reader.export.spans import LabelledSpan, labelled, tokens, without_overlap


def write_doccano(bundles: Sequence[Bundle]) -> list[File]:
    """Return one file, a line for each document."""
    return _file(bundles, "doccano", [row for bundle in bundles for row in doccano(bundle)])


def write_spacy(bundles: Sequence[Bundle]) -> list[File]:
    """Return one file, a line for each document."""
    return _file(bundles, "spacy", [row for bundle in bundles for row in spacy(bundle)])


def write_prodigy(bundles: Sequence[Bundle]) -> list[File]:
    """Return one file, a line (task) for each paragraph with text."""
    return _file(bundles, "prodigy", [row for bundle in bundles for row in prodigy(bundle)])


def _file(bundles: Sequence[Bundle], flavour: str, rows: list[dict[str, Any]]) -> list[File]:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    name = bundles[0].stem if len(bundles) == 1 else "annotations"
    return [File(f"{name}.{flavour}.jsonl", text.encode("utf-8", "backslashreplace"))]


def doccano(bundle: Bundle) -> list[dict[str, Any]]:
    """Return doccano's sequence labelling with relations; comments are notes."""
    spans = labelled(bundle)
    numbers = {span.annotation.id: n for n, span in enumerate(spans, start=1)}
    return [
        {
            "text": bundle.plain.text,
            "label": [[s.start, s.end, s.label] for s in spans],
            "entities": [
                {"id": n, "label": s.label, "start_offset": s.start, "end_offset": s.end}
                for n, s in enumerate(spans, start=1)
            ],
            "relations": [
                {"id": n, "from_id": numbers[r.from_id], "to_id": numbers[r.to_id], "type": r.type}
                for n, r in enumerate(bundle.relations, start=1)
                if r.from_id in numbers and r.to_id in numbers
            ],
            "Comments": [f"{a.quote}: {a.note}" for a in bundle.decided if a.note],
            "meta": bundle.provenance,
        }
    ]


def spacy(bundle: Bundle) -> list[dict[str, Any]]:
    """Return what spaCy's Doc.from_json reads: ents without overlap, all spans in group "sc"."""
    spans = labelled(bundle)
    text = bundle.plain.text
    cuts = {edge for s in spans for edge in (s.start, s.end)}
    return [
        {
            "text": text,
            "ents": [
                {"start": s.start, "end": s.end, "label": s.label} for s in without_overlap(spans)
            ],
            "spans": {
                "sc": [
                    {
                        "start": s.start,
                        "end": s.end,
                        "label": s.label,
                        "kb_id": s.annotation.identity,
                    }
                    for s in spans
                ]
            },
            "tokens": [
                {"id": n, "start": a, "end": b}
                for n, (a, b) in enumerate(_with_white_space(text, tokens(text, cuts)))
            ],
            "meta": bundle.provenance,
        }
    ]


def _with_white_space(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Add the tokens that spaCy wants: white space beyond one blank after a token."""
    whole: list[tuple[int, int]] = []
    at = 0
    for start, end in [*found, (len(text), len(text))]:
        if whole and text[at:start].startswith(" "):
            at += 1
        if at < start:
            whole.append((at, start))
        if start < end:
            whole.append((start, end))
        at = end
    return whole


def prodigy(bundle: Bundle) -> list[dict[str, Any]]:
    """Return a task for each paragraph with text; its spans align with its tokens."""
    spans = labelled(bundle)
    rows = []
    for place, paragraph in enumerate(bundle.document.paragraphs):
        text = sanitise(paragraph.text)
        if not text.strip():
            continue
        base = bundle.plain.offset(place, 0)
        here = [s for s in spans if s.annotation.anchor.paragraph_id == paragraph.id]
        found = tokens(text, {edge - base for s in here for edge in (s.start, s.end)})
        rows.append(
            {
                "text": text,
                "tokens": [
                    {
                        "text": text[a:b],
                        "start": a,
                        "end": b,
                        "id": n,
                        "ws": text[b : b + 1].isspace(),
                    }
                    for n, (a, b) in enumerate(found)
                ],
                "spans": [_span(s, base, found) for s in here],
                "meta": {"paragraph": paragraph.id} | bundle.provenance,
                "answer": "accept",
            }
        )
    return rows


def _span(span: LabelledSpan, base: int, found: list[tuple[int, int]]) -> dict[str, Any]:
    start, end = span.start - base, span.end - base
    inside = [n for n, (a, b) in enumerate(found) if start < b and a < end]
    row: dict[str, Any] = {"start": start, "end": end, "label": span.label}
    if inside:
        row |= {"token_start": inside[0], "token_end": inside[-1]}
    return row
