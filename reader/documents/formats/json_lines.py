"""JSON Lines and JSON files of articles: an object a line, or an array of objects.

Opened, the file is one document with each article under its title; the library holds each article
as a document of its own, named "file.jsonl#1", "file.jsonl#2" … (see `loading.load_all`).
Which keys hold what is `_KEYS`; the text may be a string, a list of paragraphs, or HTML.
"""

import re
from typing import Any

from reader.documents.blocks import Block, Draft
from reader.documents.encodings import decode
from reader.documents.formats.collection import combined
from reader.documents.formats.format import Format, Source
from reader.documents.html_blocks import html_blocks
from reader.documents.model import Metadata
from reader.documents.xml import parse_html
from reader.errors import DocumentError

_KEYS = {
    "text": ("text", "content", "body", "article", "maintext", "article_text", "paragraphs"),
    "title": ("title", "headline", "name"),
    "author": ("author", "authors", "byline"),
    "date": ("date", "published", "date_published", "publish_date", "datePublished", "time"),
    "source": ("source", "site", "publisher", "sitename", "newspaper"),
    "url": ("url", "link", "source_url", "uri"),
    "language": ("language", "lang"),
}
_MARKUP = re.compile(r"</?(?:p|div|br|h[1-6]|ul|li|blockquote)\b[^>]*>", re.IGNORECASE)
_OBJECT = re.compile(rb'\s*\[?\s*\{\s*"')


def read(source: Source) -> Draft:
    """Return all articles as one draft; raises DocumentError when there is none."""
    return combined(articles(source))


def articles(source: Source) -> list[Draft]:
    """Return a draft for each article; raises DocumentError when no line is one.

    Lines that are no JSON object with text are left out, and a warning counts them.
    """
    decoded = decode(source.data, source.name)
    drafts: list[Draft] = []
    bad = 0
    for item in _items(decoded.text):
        blocks = _blocks(_value(item, "text")) if isinstance(item, dict) else []
        if blocks:
            drafts.append(Draft(blocks, _metadata(item), decoded.encoding))
        else:
            bad += 1
    if not drafts:
        raise DocumentError(
            f"{source.name} holds no articles: each line must be a JSON object with a “text” key."
        )
    if decoded.warning:
        drafts[0].warnings.append(decoded.warning)
    if bad:
        lines = "One entry is" if bad == 1 else f"{bad} entries are"
        drafts[0].warnings.append(f"{lines} not a JSON object with text and left out.")
    return drafts


def _items(text: str) -> list[Any]:
    """Return the values of a JSON array, or of one object, or of each line (None if not JSON)."""
    import msgspec

    faults = (msgspec.DecodeError, RecursionError)
    if text.lstrip()[:1] in ("[", "{"):
        try:
            whole = msgspec.json.decode(text)
            return whole if isinstance(whole, list) else [whole]
        except faults:
            pass  # more than one value: lines
    items: list[Any] = []
    for line in text.split("\n"):
        if line.strip():
            try:
                items.append(msgspec.json.decode(line.strip()))
            except faults:
                items.append(None)
    return items


def _value(item: dict[str, Any], key: str) -> Any:
    return next((item[name] for name in _KEYS[key] if item.get(name)), "")


def _metadata(item: dict[str, Any]) -> Metadata:
    return Metadata(
        title=_text(_value(item, "title")),
        author=_text(_value(item, "author")),
        date=_text(_value(item, "date")),
        source=_text(_value(item, "source")),
        url=_text(_value(item, "url")),
        language=_text(_value(item, "language")),
    )


def _text(value: Any) -> str:
    """Return a field as one line; a list (of authors) is joined."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return _text(value.get("name", ""))
    return " ".join(str(value).split())


def _blocks(value: Any) -> list[Block]:
    if isinstance(value, list):
        return [block for part in value for block in _blocks(part)]
    if isinstance(value, dict):
        return _blocks(value.get("text", ""))
    if not isinstance(value, str) or not value.strip():
        return []
    if _MARKUP.search(value):
        tree = parse_html(value)
        return html_blocks(tree) if tree is not None else []
    return [Block(value)]


FORMAT = Format(
    name="JSON Lines",
    media_type="application/jsonl",
    extensions=(".jsonl", ".ndjson", ".json"),
    read=read,
    articles=articles,
    sniff=lambda data: bool(_OBJECT.match(data[:1024])),
)
