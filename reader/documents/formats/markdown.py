"""Markdown (CommonMark with tables) by markdown-it-py, with YAML front matter for metadata."""

import re
from typing import Any

from reader.documents.blocks import Block, Draft
from reader.documents.encodings import decode
from reader.documents.formats.format import Format, Source
from reader.documents.html_blocks import html_blocks
from reader.documents.model import Metadata, ParagraphKind
from reader.documents.xml import parse_html

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE
)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_FIELD = re.compile(r"^(\w+)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)


def read(source: Source) -> Draft:
    """Return the blocks of a Markdown file."""
    from markdown_it import MarkdownIt

    decoded = decode(source.data, source.name)
    text, metadata = _front_matter(decoded.text)
    parser = MarkdownIt("commonmark", {"maxNesting": 50}).enable("table")
    return Draft(
        # the parser gives up on what is nested too deeply: then the lines are shown as they are
        _blocks(parser.parse(text)) or [Block(text)],
        metadata,
        decoded.encoding,
        [decoded.warning] if decoded.warning else [],
    )


def _front_matter(text: str) -> tuple[str, Metadata]:
    found = _FRONT_MATTER.match(text)
    if not found:
        return text, Metadata()
    fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(found.group(1))}
    return text[found.end() :], Metadata(
        title=fields.get("title", ""),
        author=fields.get("author", ""),
        date=fields.get("date", ""),
        source=fields.get("source", "") or fields.get("publisher", ""),
        url=fields.get("url", "") or fields.get("link", ""),
        language=fields.get("lang", "") or fields.get("language", ""),
    )


def _blocks(tokens: list[Any]) -> list[Block]:
    blocks: list[Block] = []
    lists = quotes = heading = 0
    row: list[str] | None = None
    for token in tokens:
        kind = token.type
        if kind in (
            "bullet_list_open",
            "ordered_list_open",
            "bullet_list_close",
            "ordered_list_close",
        ):
            lists += token.nesting
        elif kind in ("blockquote_open", "blockquote_close"):
            quotes += token.nesting
        elif kind == "heading_open":
            heading = int(token.tag[1])
        elif kind == "heading_close":
            heading = 0
        elif kind == "tr_open":
            row = []
        elif kind == "tr_close":
            blocks.append(Block(" | ".join(row or [])))
            row = None
        elif kind in ("fence", "code_block"):
            blocks.append(Block(token.content, "code"))
        elif kind == "html_block":
            tree = parse_html(token.content)
            blocks.extend(html_blocks(tree) if tree is not None else [])
        elif kind == "inline":
            text = _inline(token.children or [])
            if row is not None:
                row.append(" ".join(text.split("\n")))
            else:
                blocks.append(Block(text, *_kind(heading, lists, quotes)))
    return blocks


def _kind(heading: int, lists: int, quotes: int) -> tuple[ParagraphKind, int]:
    if heading:
        return "heading", heading
    if lists:
        return "list_item", lists
    return ("quote", 0) if quotes else ("text", 0)


def _inline(children: list[Any]) -> str:
    """Return the text of a block: emphasis and links without their marks, images as their text."""
    parts = []
    for child in children:
        if child.type in ("text", "code_inline", "text_special", "image"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak" or _is_break(child):
            parts.append("\n")
    return "".join(parts)


def _is_break(child: Any) -> bool:
    return child.type == "html_inline" and bool(_BREAK.match(child.content))


FORMAT = Format(
    name="Markdown",
    media_type="text/markdown",
    extensions=(".md", ".markdown", ".mkd"),
    read=read,
    sniff=lambda _data: False,  # any text may hold its signs: only the extension tells
    limit=32 * 1024 * 1024,
)
