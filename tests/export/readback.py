"""Reads each export back with a parser that shares no code with the writer.

What it finds is compared with the sample, feature by feature: that is the "what survives" matrix
of docs/annotation-formats.md.
"""

import csv
import io
import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal
from xml.etree import ElementTree

import msgspec

from reader.export.bundle import File
from tests.export import sample

TEXT = "\n".join(sample.TEXTS).replace("\x1b", "␛")  # what standoff offsets count in


@dataclass
class Record:
    """One annotation as another program sees it; None: the format does not say."""

    quote: str = ""
    start: int | None = None
    end: int | None = None
    label: str = ""
    colour: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    identity: str = ""
    value: str = ""
    status: str = ""
    reviewed: bool = False
    annotator: str = ""
    created: str = ""
    score: float | None = None
    side: str = ""
    orphan: bool = False


@dataclass
class Readback:
    """Everything another program finds in an export."""

    records: list[Record] = field(default_factory=list)
    relations: set[tuple[str, str, str]] = field(default_factory=set)  # quotes and type
    pairs: set[tuple[str, str]] = field(default_factory=set)  # Arabic, English
    provenance: dict[str, Any] = field(default_factory=dict)


def _text_of(files: list[File], suffix: str) -> str:
    return next(f.data for f in files if f.name.endswith(suffix)).decode("utf-8")


# -- W3C: plain JSON, by the standard's own words


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


# -- brat: a strict reader after its page on the standoff format


def read_brat(files: list[File]) -> Readback:
    text = _text_of(files, ".txt")
    conf = _text_of(files, "annotation.conf")
    sections = dict(re.findall(r"^\[(\w+)\]\n((?:[^\[\n].*\n?)*)", conf, re.MULTILINE))
    assert set(sections) == {"entities", "relations", "events", "attributes"}
    types = set(sections["entities"].split("\n"))
    links = {line.split("\t")[0] for line in sections["relations"].split("\n")}
    back = Readback(provenance=json.loads(_text_of(files, ".provenance.json")))
    by_id: dict[str, Record] = {}
    ids = set()
    for line in _text_of(files, ".ann").removesuffix("\n").split("\n"):
        name, rest, *words = line.split("\t")
        assert name not in ids
        ids.add(name)
        match name[0]:
            case "T":
                found = re.fullmatch(r"([\w-]+) (\d+) (\d+)", rest)
                assert found, line
                kind, start, end = found[1], int(found[2]), int(found[3])
                assert kind in types
                assert text[start:end] == "\t".join(words)
                label = "" if kind in ("Highlight", "Note", "Tagged", "Identity", "Mark") else kind
                by_id[name] = Record(text[start:end], start, end, label, status="accepted")
            case "A":
                kind, target, *value = rest.split(" ")
                record = by_id[target]
                if kind == "Status":
                    record.status = value[0]
                elif kind == "Reviewed":
                    record.reviewed = True
                else:
                    record.colour = value[0]
            case "N":
                kind, target, reference = rest.split(" ")
                assert kind == "Reference"
                by_id[target].identity = reference.partition(":")[2]
            case "#":
                kind, target = rest.split(" ")
                if kind == "Tag":
                    by_id[target].tags += (words[0],)
                elif kind == "Value":
                    by_id[target].value = words[0]
                else:
                    by_id[target].note = words[0]
            case "R":
                found = re.fullmatch(r"([\w-]+) Arg1:(T\d+) Arg2:(T\d+)", rest)
                assert found, line
                assert found[1] in links
                back.relations.add((by_id[found[2]].quote, by_id[found[3]].quote, found[1]))
            case _:
                raise AssertionError(line)
    back.records = list(by_id.values())
    return back


# -- CoNLL: seqeval reads the tags, the tokens are looked for in the text


def read_conll(files: list[File]) -> Readback:
    from seqeval.metrics.sequence_labeling import get_entities
    from seqeval.scheme import IOB2, Entities

    back = Readback()
    tokens: list[str] = []
    tags: list[str] = []
    sentences: list[list[str]] = [[]]
    for line in files[0].data.decode().removesuffix("\n").split("\n"):
        if line.startswith("-DOCSTART-"):
            back.provenance = json.loads(line.split(" ", 4)[4])
        elif not line:
            sentences.append([])
        else:
            token, pos, chunk, tag = line.split(" ")
            assert (pos, chunk) == ("-X-", "-X-")
            tokens.append(token)
            tags.append(tag)
            sentences[-1].append(tag)
    assert not any(s and s[0].startswith("I-") for s in sentences)
    spans, at = [], 0
    for token in tokens:
        start = TEXT.index(token, at)
        assert not TEXT[at:start].strip()
        at = start + len(token)
        spans.append((start, at))
    assert not TEXT[at:].strip()
    strict = Entities([tags], scheme=IOB2).entities[0]
    assert len(strict) == len(get_entities(tags))
    for label, first, last in get_entities(tags):
        start, end = spans[first][0], spans[last][1]
        back.records.append(Record(TEXT[start:end], start, end, label, status="accepted"))
    return back


# -- JSON Lines: strict schemas of the three tools


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


# -- XMI: by the XML itself, offsets in UTF-16 units; cassis reads it in another test


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


# -- for reading: Markdown by markdown-it, HTML by lxml


def read_markdown(files: list[File]) -> Readback:
    from markdown_it import MarkdownIt

    back = Readback()
    tokens = MarkdownIt("commonmark").parse(files[0].data.decode())
    assert {t.content.strip() for t in tokens if t.type == "html_block"} == {
        '<div dir="rtl">',
        "</div>",
    }
    texts: list[str] = []
    lost, quotes, item = False, [], None
    for before, token in pairwise(tokens):
        if token.type != "inline":
            continue
        assert all(
            c.type in ("text", "strong_open", "strong_close", "softbreak") for c in token.children
        )
        words = "".join(c.content for c in token.children)
        texts.append(words)
        if before.type == "heading_open":
            lost = words.startswith("Without a place")
        parts = [c for c in token.children if c.content or c.type == "strong_open"]
        if parts and parts[0].type == "strong_open":
            item = _markdown_item(parts[1].content, "".join(c.content for c in parts[2:]))
            item.orphan = lost
            back.records.append(item)
        elif words.startswith("→ ") and item is not None:
            kind, _, target = words.removeprefix("→ ").partition(": ")
            back.relations.add((item.quote, target, kind))
        elif item is not None and before.level and not lost and token.level > 2:
            item.note = f"{item.note}\n{words}".strip("\n")
        elif before.type == "paragraph_open" and token.level == 2:
            quotes.append(words)
            item = None
        if words.startswith("Source: "):
            back.provenance = {"source": words.removeprefix("Source: ")}
        if words.startswith("Content: "):
            back.provenance["content_hash"] = words.removeprefix("Content: ")
    back.pairs = {
        (a, b) for a, b in pairwise(quotes) if re.search("[؀-ۿ]", a) and not re.search("[؀-ۿ]", b)
    }
    return back


def _markdown_item(quote: str, rest: str) -> Record:
    found = re.fullmatch(
        r"(?: — (?P<label>\w+))?(?: \((?P<colour>(?!suggested)\w+)\))?(?P<facts>(?: = [^#(]+?)*)"
        r"(?P<tags>(?: #.+?)*)(?P<suggested> \(suggested\))?",
        rest,
    )
    assert found, rest
    facts = [f for f in found["facts"].split(" = ") if f]
    return Record(
        quote=quote,
        label=found["label"] or "",
        colour=found["colour"] or "",
        identity=next((f for f in facts if f.startswith("Q")), ""),
        value=next((f for f in facts if f.isdecimal()), ""),
        tags=tuple(t for t in found["tags"].split(" #") if t),
        status="suggested" if found["suggested"] else "accepted",
    )


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


# -- tables and references


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


def read_tmx(files: list[File]) -> Readback:
    root = ElementTree.fromstring(files[0].data)
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    header = root.find("header")
    for name in ("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang",
                 "srclang", "datatype"):  # fmt: skip
        assert header.get(name)
    back = Readback(
        provenance={p.get("type").removeprefix("x-"): p.text for p in header.iter("prop")}
    )
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    for unit in root.iter("tu"):
        texts = {v.get(lang): v.find("seg").text for v in unit.iter("tuv")}
        back.pairs.add((texts["ar"], texts["en"]))
    return back


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


def read_bibtex(files: list[File]) -> Readback:
    text = files[0].data.decode()
    head, *lines = text.removesuffix("}\n").strip().split("\n")
    assert re.fullmatch(r"@online\{reader-[0-9a-f]{10},", head)
    fields = {}
    for line in lines:
        found = re.fullmatch(r"  (\w+) = \{(.*)\},", line)
        assert found, line
        depth = 0
        for c in re.sub(r"\\.", "", found[2]):
            depth += (c == "{") - (c == "}")
            assert depth >= 0
        assert depth == 0
        fields[found[1]] = found[2]
    assert fields["title"] == r"{زيارة \& <أخرى>}"
    assert fields["author"] == r"{كاتب\_ما}"
    assert (fields["date"], fields["urldate"]) == ("2026-03-05", "2026-11-21")
    digest = re.search(r"sha256:\w+", fields["note"])
    source = fields["url"].replace("%7B", "{").replace("%7D", "}")
    return Readback(provenance={"source": source, "content_hash": digest[0]})


def read_csl(files: list[File]) -> Readback:
    [item] = json.loads(files[0].data)
    assert item["issued"] == {"date-parts": [[2026, 3, 5]]}
    assert item["accessed"] == {"date-parts": [[2026, 11, 21]]}
    assert item["title"] == sample.DOC.title
    assert item["author"] == [{"literal": "كاتب_ما"}]
    digest = re.search(r"sha256:\w+", item["note"])
    return Readback(provenance={"source": item["URL"], "content_hash": digest[0]})


READERS: dict[str, Callable[[list[File]], Readback]] = {
    "w3c": read_w3c,
    "brat": read_brat,
    "conll": read_conll,
    "jsonl (doccano)": read_doccano,
    "jsonl (spacy)": read_spacy,
    "jsonl (prodigy)": read_prodigy,
    "xmi": read_xmi,
    "markdown": read_markdown,
    "html": read_html,
    "csv": read_csv,
    "tmx": read_tmx,
    "anki": read_anki,
    "apkg": read_apkg,
    "bibtex": read_bibtex,
    "csl": read_csl,
}
