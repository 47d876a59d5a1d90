"""Flash cards: the text by the csv module, the package by zip and SQLite."""

import csv
import io
import json
import sqlite3
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from reader.export.bundle import File
from tests.export.readback.record import Readback, Record


def _cards(rows: list[tuple[str, str, str]]) -> Readback:
    from lxml import html

    back = Readback()
    for front, back_html, tags in rows:
        page = html.fragment_fromstring(f"<div>{front}{back_html}</div>")

        def of(name: str, page: Any = page) -> list[str]:
            for br in page.xpath(".//br"):
                br.tail = "\n" + (br.tail or "")
            return [e.text_content() for e in page.xpath(f".//div[@class='{name}']")]

        assert page.xpath("./div[1]")[0].get("dir") == "rtl"
        [word], meaning, sentences = of("word"), of("meaning"), of("sentence")
        back.records.append(
            Record(word, note="".join(meaning).replace("\n\n", "\n"), tags=tuple(tags.split()))
        )
        if len(sentences) == 2:
            back.pairs.add((sentences[0], sentences[1]))
    return back


def read_anki(files: list[File]) -> Readback:
    lines = files[0].data.decode().split("\n")
    headers = [line for line in lines if line.startswith("#")]
    assert {"#separator:tab", "#html:true", "#guid column:1", "#tags column:4"} <= set(headers)
    body = "\n".join(line for line in lines if not line.startswith("#"))
    rows = list(csv.reader(io.StringIO(body), delimiter="\t"))
    rows = [row for row in rows if row]
    assert all(len(row) == 4 for row in rows)
    assert len({row[0] for row in rows}) == len(rows)
    back = _cards([(row[1], row[2], row[3]) for row in rows])
    back.provenance = json.loads(next(h for h in headers if h.startswith("# {"))[2:])
    return back


def read_apkg(files: list[File]) -> Readback:
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(files[0].data)) as package:
            package.extract("collection.anki2", folder)
        connection = sqlite3.connect(Path(folder) / "collection.anki2")
        rows = [
            (*fields.split("\x1f"), tags)
            for fields, tags in connection.execute("SELECT flds, tags FROM notes ORDER BY id")
        ]
        [(decks,)] = connection.execute("SELECT decks FROM col")
        connection.close()
    back = _cards(rows)
    deck = next(d for d in json.loads(decks).values() if d["name"] == "Reader")
    back.provenance = json.loads(deck["desc"])[0]
    return back
