"""Markdown by markdown-it."""

import re
from itertools import pairwise

from reader.export.bundle import File
from tests.export.readback.record import Readback, Record


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
