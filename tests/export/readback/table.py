"""The table of annotations, by the csv module."""

import csv
import io

from reader.export.bundle import File
from tests.export import sample
from tests.export.readback.record import Readback, Record


def read_csv(files: list[File]) -> Readback:
    assert files[0].data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(files[0].data.decode("utf-8-sig"), newline="")))
    assert all(None not in row and len(row) == 27 for row in rows)
    assert not any(v.startswith(("=", "+", "-", "@")) for row in rows for v in row.values())
    starts = [0]
    for text in sample.TEXTS:
        starts.append(starts[-1] + len(text) + 1)
    back = Readback(provenance=rows[0])
    for row in rows:
        placed = row["side"] == "source" and row["paragraph"]
        base = starts[int(row["paragraph"]) - 1] if placed else 0
        back.records.append(
            Record(
                quote=row["quote"],
                start=base + int(row["start"]) if placed else None,
                end=base + int(row["end"]) if placed else None,
                label=row["label"],
                colour=row["colour"],
                note=row["note"].removeprefix("'"),
                tags=tuple(row["tags"].split("; ")) if row["tags"] else (),
                identity=row["identity"],
                value=row["value"],
                status=row["status"],
                reviewed=row["reviewed"] == "yes",
                annotator=row["annotator"],
                created=row["created"],
                score=float(row["score"]) if row["score"] else None,
                side=row["side"],
                orphan=row["placement"] == "orphan",
            )
        )
        if row["english"]:
            back.pairs.add((row["quote"], row["english"]))
    return back
