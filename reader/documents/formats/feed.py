"""RSS and Atom files: each entry is an article. Only the bytes given are read, nothing fetched."""

import html
import io
import re
import time
from calendar import timegm
from typing import Any

from reader.documents.blocks import Block, Draft
from reader.documents.formats.collection import combined
from reader.documents.formats.format import Format, Source
from reader.documents.html_blocks import html_blocks
from reader.documents.model import Metadata
from reader.documents.quiet import quiet
from reader.documents.xml import parse_html, refuse_entities
from reader.errors import DocumentError

# only these, so that a title about "List<T>" keeps its words
_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|br|cite|code|div|em|font|h[1-6]|i|img|mark|p|q|small|span|strong"
    r"|sub|sup|u|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)

_ROOT = re.compile(rb"<(?:[\w.-]+:)?(?:rss|feed|RDF|channel)\b")


def read(source: Source) -> Draft:
    """Return all entries as one draft; raises DocumentError when there is none."""
    parsed = _parsed(source)
    about = Metadata(
        title=_title(parsed.feed),
        author=_line(parsed.feed, "author"),
        url=_line(parsed.feed, "link"),
        language=_line(parsed.feed, "language"),
    )
    return combined(_drafts(parsed), about)


def articles(source: Source) -> list[Draft]:
    """Return a draft for each entry."""
    return _drafts(_parsed(source))


def _parsed(source: Source) -> Any:
    import feedparser

    quiet("feedparser")
    refuse_entities(source.data, source.name)
    # a stream, because feedparser takes a string for an address and would fetch it
    parsed = feedparser.parse(io.BytesIO(source.data))
    if not parsed.entries:
        raise DocumentError(f"{source.name} is a feed without articles: choose another file.")
    return parsed


def _drafts(parsed: Any) -> list[Draft]:
    drafts = []
    for entry in parsed.entries:
        stamp = entry.get("published_parsed") or entry.get("updated_parsed")
        metadata = Metadata(
            title=_title(entry),
            author=_line(entry, "author"),
            date=_iso(stamp) if stamp else "",
            source=_title(parsed.feed),
            url=_line(entry, "link"),
            language=_line(parsed.feed, "language"),
        )
        drafts.append(combined([Draft(_blocks(entry), metadata)]))
    return drafts


def _blocks(entry: Any) -> list[Block]:
    """Return the blocks of an entry's first content that has text, else of its summary."""
    contents = [part.get("value", "") for part in entry.get("content") or []]
    for markup in (*contents, entry.get("summary", "")):
        tree = parse_html(markup) if markup.strip() else None
        blocks = html_blocks(tree) if tree is not None else []
        if blocks:
            return blocks
    return []


def _title(item: Any) -> str:
    """Return the title as text; many feeds put HTML where the format has plain text."""
    title = _line(item, "title")
    kind = (item.get("title_detail") or {}).get("type", "")
    if kind in ("text/html", "application/xhtml+xml"):
        tree = parse_html(title)
        return " ".join(block.text for block in html_blocks(tree)) if tree is not None else ""
    return " ".join(html.unescape(_TAG.sub(_space_of, title)).split())


def _space_of(tag: re.Match[str]) -> str:
    return " " if re.match(r"</?(?:br|div|h\d|p)\b", tag.group(), re.IGNORECASE) else ""


def _iso(stamp: time.struct_time) -> str:
    try:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(timegm(stamp)))
    except (ValueError, OverflowError, OSError):
        return ""


def _line(item: Any, key: str) -> str:
    value = item.get(key, "")
    return " ".join(value.split()) if isinstance(value, str) else ""


def _sniff(data: bytes) -> bool:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and bool(_ROOT.search(head))


FORMAT = Format(
    name="feed",
    media_type="application/rss+xml",
    extensions=(".rss", ".atom"),
    read=read,
    articles=articles,
    sniff=_sniff,
    limit=32 * 1024 * 1024,
)
