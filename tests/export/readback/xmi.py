"""XMI by the XML itself, offsets in UTF-16 units; cassis reads it in another test."""

import json
from xml.etree import ElementTree

from reader.export.bundle import File
from tests.export.readback.record import Readback, Record


def read_xmi(files: list[File]) -> Readback:
    root = ElementTree.fromstring(next(f.data for f in files if f.name.endswith(".xmi")))
    xmi = "{http://www.omg.org/XMI}id"
    by_tag: dict[str, list[dict[str, str]]] = {}
    for element in root:
        by_tag.setdefault(element.tag.rpartition("}")[2], []).append(element.attrib)
    text = by_tag["Sofa"][0]["sofaString"]
    units = text.encode("utf-16-le")

    def quote(row: dict[str, str]) -> str:
        return units[2 * int(row["begin"]) : 2 * int(row["end"])].decode("utf-16-le")

    def points(unit: str) -> int:
        return len(units[: 2 * int(unit)].decode("utf-16-le"))

    back = Readback(provenance=json.loads(by_tag["DocumentMetaData"][0]["provenance"]))
    named = {(quote(e), e["value"]) for e in by_tag["NamedEntity"]}
    by_id = {}
    for row in by_tag["ReaderAnnotation"]:
        by_id[row[xmi]] = row
        assert not row["label"] or (quote(row), row["label"]) in named
        back.records.append(
            Record(
                quote=quote(row),
                start=points(row["begin"]),
                end=points(row["end"]),
                label=row["label"],
                colour=row["colour"],
                note=row["note"],
                tags=tuple(row["tags"].split("\n")) if row["tags"] else (),
                identity=row["identity"],
                value=row["value"],
                status=row["status"],
                reviewed=row["reviewed"] == "true",
                annotator=row["annotator"],
                created=row["created"],
            )
        )
    for row in by_tag["ReaderRelation"]:
        ends = (by_id[row["Governor"]], by_id[row["Dependent"]])
        back.relations.add((*map(quote, ends), row["kind"]))
    assert all(quote(t).strip() == quote(t) for t in by_tag["Token"] + by_tag["Sentence"])
    return back
