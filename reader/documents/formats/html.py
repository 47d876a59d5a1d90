"""Web pages saved to a file: the article without navigation, advertisements and footers.

trafilatura finds the article and what the page says of itself; directions, lists and headings are
taken from the original tree, since trafilatura drops some of them. A page in which it finds no
article (a short note, a list) is taken whole, without its menus.
"""

import re
from typing import Any

from reader.documents.blocks import Block, Draft
from reader.documents.formats.format import Format, Source
from reader.documents.html_blocks import html_blocks
from reader.documents.model import Direction, Metadata
from reader.documents.quiet import quiet
from reader.documents.xml import markup_text, parse_html
from reader.errors import DocumentError

SHORTEST_ARTICLE = 200
"""Characters; a shorter page is taken whole."""

_MENUS = frozenset({"nav", "header", "footer", "aside", "form", "head"})
_DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time/@datetime",
)
_ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|p|div)\b", re.IGNORECASE)


def read(source: Source) -> Draft:
    """Return a page's article; raises DocumentError when it has no text."""
    text, encoding = markup_text(source.data, source.name)
    draft = read_page(text, source.name)
    draft.encoding = encoding
    return draft


def read_page(text: str, name: str) -> Draft:
    """Return the article of a page given as text."""
    tree = parse_html(text)
    if tree is None:
        raise DocumentError(f"{name} has no text in it: choose another file.")
    whole = html_blocks(tree, _MENUS)
    found = _article(text)
    metadata = _metadata(tree, found)
    article = html_blocks(found.body) if found is not None else []
    if not _is_sound(article, whole):
        return Draft(whole, metadata)
    blocks = _with_structure(article, whole)
    if metadata.title and not any(b.kind == "heading" and b.level == 1 for b in blocks):
        first = Block(metadata.title, "heading", 1, blocks[0].direction)
        blocks = [first, *(b for b in blocks if b.text != metadata.title)]
    return Draft(blocks, metadata)


def _article(text: str) -> Any:
    import trafilatura

    quiet("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer")
    return trafilatura.bare_extraction(
        text.replace("\0", ""), include_comments=False, with_metadata=True, include_formatting=False
    )


def _metadata(tree: Any, found: Any) -> Metadata:
    language = tree.get("lang") or ""
    if found is None:
        title = " ".join("".join(tree.xpath("//title//text()")[:1]).split())
        return Metadata(title=title, language=language)
    extra = {"description": found.description} if found.description else {}
    return Metadata(
        title=found.title or "",
        author=found.author or "",
        date=_exact_date(tree, found.date or ""),
        source=found.sitename or found.hostname or "",
        url=found.url or "",
        language=found.language or language,
        extra=extra,
    )


def _exact_date(tree: Any, day: str) -> str:
    """Return the page's own time stamp of the day that was found, if it has one."""
    for path in _DATES:
        for value in tree.xpath(path):
            if day and value.startswith(day) and _ISO.fullmatch(value.strip()):
                return str(value.strip())
    return day


def _is_sound(article: list[Block], whole: list[Block]) -> bool:
    """Tell an article from text run together, which trafilatura gives for want of one."""
    paragraphs = {block.text for block in whole}
    size = sum(len(block.text) for block in article)
    same = sum(len(block.text) for block in article if block.text in paragraphs)
    return size >= SHORTEST_ARTICLE and same >= 0.6 * size


def _with_structure(blocks: list[Block], whole: list[Block]) -> list[Block]:
    """Return the article's blocks as they stand in the page.

    trafilatura says which text is the article; kinds, levels and directions are the page's own,
    and a heading in front of a kept block that it left out comes back.
    """
    places: dict[str, int] = {}
    for place, block in enumerate(whole):
        places.setdefault(block.text, place)
    ways: tuple[Direction | None, ...] = ("rtl", "ltr", None)
    usual = max(ways, key=lambda way: sum(len(b.text) for b in whole if b.direction == way))
    kept = {block.text for block in blocks}
    result: list[Block] = []
    for block in blocks:
        place = places.get(block.text, -1)
        if place < 0:
            result.append(block._replace(direction=usual))
            continue
        before = whole[place - 1] if place else None
        if before and before.kind == "heading" and before.text not in kept:
            kept.add(before.text)
            result.append(before)
        found = whole[place]
        result.append(found if found.kind != "text" else block._replace(direction=found.direction))
    return result


FORMAT = Format(
    name="web page",
    media_type="text/html",
    extensions=(".html", ".htm", ".xhtml"),
    read=read,
    sniff=lambda data: bool(_PAGE.search(data[:1024])) and data.lstrip()[:1] in (b"<", b"\xef"),
    limit=32 * 1024 * 1024,
)
