"""W3C: plain JSON, by the standard's own words."""

import json
from typing import Any

from reader.export.bundle import File
from tests.export.readback.record import Readback, Record


def read_w3c(files: list[File]) -> Readback:
    data = json.loads(files[0].data)
    assert data["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert data["type"] == "AnnotationCollection"
    items = data["first"]["items"]
    assert data["total"] == len(items)
    back = Readback(provenance=data["reader:documents"][0])
    quotes: dict[str, str] = {}
    for item in items:
        assert item["type"] == "Annotation"
        if item["motivation"] == "linking":
            back.relations.add(
                (quotes[item["target"]], quotes[item["body"]], item["reader:relation"])
            )
            continue
        selectors = {s["type"]: s for s in item["target"]["selector"]}
        bodies = [(b["purpose"], b.get("value", b.get("source"))) for b in item["body"]]

        def of(purpose: str, bodies: list[Any] = bodies) -> list[str]:
            return [value for p, value in bodies if p == purpose]

        position = selectors.get("TextPositionSelector", {})
        english = item.get("reader:english")
        record = Record(
            quote=english["exact"] if english else selectors["TextQuoteSelector"]["exact"],
            start=position.get("start"),
            end=position.get("end"),
            label="".join(of("classifying")),
            colour="".join(of("highlighting")),
            note="".join(of("commenting")),
            tags=tuple(of("tagging")),
            identity="".join(of("identifying")).rpartition("/")[2],
            value=item.get("reader:value", ""),
            status=item["reader:status"],
            reviewed=item["reader:reviewed"],
            annotator=item["creator"]["name"],
            created=item["created"],
            score=item.get("reader:score"),
            side="target" if english else "source",
            orphan=item["reader:placement"] == "orphan",
        )
        quotes[item["id"]] = record.quote
        back.records.append(record)
    return back
