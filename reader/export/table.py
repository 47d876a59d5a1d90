"""CSV: one row for each annotation, all its fields, for spreadsheets and statistics."""

import csv
import io
from collections.abc import Sequence

from reader.annotations.model import Annotation
from reader.annotations.targets import locate_target
from reader.export.bundle import PROGRAM, Bundle, File, harmless

COLUMNS = (
    "quote", "label", "note", "tags", "identity", "value", "colour", "english", "side",
    "paragraph", "start", "end", "status", "reviewed", "annotator", "origin", "score",
    "placement", "created", "modified", "id", "title", "source", "content_hash", "packages",
    "exported", "program",
)  # fmt: skip
# a cell that begins so would be run as a formula by a spreadsheet
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(bundles: Sequence[Bundle]) -> list[File]:
    """Return one table; UTF-8 with a byte order mark, without which Excel garbles Arabic."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for bundle in bundles:
        for one in bundle.annotations:
            writer.writerow([_cell(value) for value in row(bundle, one)])
    name = bundles[0].stem if len(bundles) == 1 else "annotations"
    return [File(f"{name}.csv", out.getvalue().encode("utf-8-sig", "replace"))]


def row(bundle: Bundle, one: Annotation) -> list[object]:
    """Return an annotation's values in the order of COLUMNS.

    start and end count in the paragraph, on the English side in its stored English.
    """
    place = bundle.document.index.get(one.anchor.paragraph_id)
    start, end = _stretch(bundle, one)
    return [
        one.quote, one.label, one.note, "; ".join(one.tags), one.identity, one.value, one.colour,
        bundle.english(one), one.side, "" if place is None else place + 1, start, end,
        one.status, "yes" if one.reviewed else "no", one.annotator, one.origin,
        "" if one.score is None else one.score, one.placement, one.created, one.modified, one.id,
        bundle.document.title, bundle.source, f"sha256:{bundle.document.content_hash}",
        "; ".join(bundle.packages), bundle.time, PROGRAM,
    ]  # fmt: skip


def _stretch(bundle: Bundle, one: Annotation) -> tuple[object, object]:
    """Return [start, end) in the paragraph; nothing where its English is not stored."""
    if one.target is None:
        return one.anchor.start, one.anchor.end
    translation = bundle.translations.get(one.anchor.paragraph_id)
    return (translation and locate_target(one, translation)) or ("", "")


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = harmless(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
