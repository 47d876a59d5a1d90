"""RSS and Atom files: each entry is an article. Only the bytes given are read, nothing fetched."""

import io
import time
from calendar import timegm
from typing import Any

from reader.documents.blocks import Draft
from reader.documents.formats.collection import combined
from reader.documents.formats.format import Format, Source
from reader.documents.html_blocks import html_blocks
from reader.documents.model import Metadata
from reader.documents.quiet import quiet
from reader.documents.xml import parse_html, refuse_entities
from reader.errors import DocumentError


def read(source: Source) -> Draft:
    """Return all entries as one draft; raises DocumentError when there is none."""
    parsed = _parsed(source)
    about = Metadata(
        title=_line(parsed.feed, "title"),
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
        content = entry.get("content") or []
        html = content[0].get("value", "") if content else entry.get("summary", "")
        tree = parse_html(html) if html.strip() else None
        stamp = entry.get("published_parsed") or entry.get("updated_parsed")
        metadata = Metadata(
            title=_line(entry, "title"),
            author=_line(entry, "author"),
            date=_iso(stamp) if stamp else "",
            source=_line(parsed.feed, "title"),
            url=_line(entry, "link"),
            language=_line(parsed.feed, "language"),
        )
        blocks = html_blocks(tree) if tree is not None else []
        drafts.append(combined([Draft(blocks, metadata)]))
    return drafts


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
    return head.startswith(b"<") and any(
        tag in head for tag in (b"<rss", b"<feed", b"<rdf:RDF", b"<channel")
    )


FORMAT = Format(
    name="feed",
    media_type="application/rss+xml",
    extensions=(".rss", ".atom"),
    read=read,
    articles=articles,
    sniff=_sniff,
    limit=32 * 1024 * 1024,
)
