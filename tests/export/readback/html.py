"""HTML by lxml."""

import re

from reader.export.bundle import File
from tests.export.readback.record import Readback, Record


def read_html(files: list[File]) -> Readback:
    from lxml import html

    root = html.document_fromstring(files[0].data.decode())
    assert not root.xpath("//script")
    assert not root.xpath("//@src")
    assert not root.xpath("//link")
    back = Readback()
    for name, value in zip(root.xpath("//dl/dt"), root.xpath("//dl/dd"), strict=True):
        key = {"Source": "source", "Content": "content_hash"}.get(name.text, name.text)
        back.provenance[key] = value.text_content()
    roles = {"place": "LOC", "person": "PER", "group": "NORP", "event": "EVENT", "number": "NUM",
             "organisation": "ORG"}  # fmt: skip
    runs: dict[tuple[str, str], str] = {}
    for row in root.xpath("//tr"):
        english, arabic = row.xpath("./td")
        assert (arabic.get("dir"), arabic.get("lang"), english.get("dir")) == ("rtl", "ar", "ltr")
        if english.text_content():
            back.pairs.add((arabic.text_content(), english.text_content()))
        for cell in (arabic, english):
            for mark in cell.xpath(".//mark"):
                for role in mark.get("class").split():
                    key = (role, row.get("id") + cell.get("lang"))
                    runs[key] = runs.get(key, "") + mark.text_content()
    for (role, place), words in runs.items():
        side = "target" if place.endswith("en") else "source"
        if role in roles:
            back.records.append(Record(words, label=roles[role], side=side))
        elif role != "note":
            back.records.append(Record(words, colour=role, side=side))
        else:
            back.records.append(Record(words, side=side))
    for lost in root.xpath("//ul[@class='orphans']/li/bdi[1]"):
        back.records.append(Record(lost.text_content(), orphan=True))
    for note in root.xpath("//ol/li"):
        lines = [b.text_content() for b in note.xpath("./bdi")]
        head = note.text_content()
        label = re.search(r" — (\w+)", head)
        tags = tuple(line.removeprefix("#") for line in lines if line.startswith("#"))
        identity = re.search(r" = (Q\d+)", head)
        value = re.search(r" = (\d+)", head)
        links = [
            b
            for b in note.xpath("./bdi")
            if (b.getprevious() is not None and "→" in (b.getprevious().tail or ""))
        ]
        for link in links:
            kind = link.getprevious().tail.removeprefix("→ ").removesuffix(": ")
            back.relations.add((lines[0], link.text_content(), kind))
        after_break = [b.getnext() for b in note.xpath("./br") if b.getnext() is not None]
        text = [n.text_content() for n in after_break if n.tag == "bdi" and n not in links]
        back.records.append(
            Record(
                lines[0],
                label=label[1] if label else "",
                note="\n".join(text),
                tags=tags,
                identity=identity[1] if identity else "",
                value=value[1] if value else "",
            )
        )
    return back
