"""Web pages saved to a file: the article without navigation, advertisements and footers.

trafilatura finds the article and what the page says of itself; its text, directions, lists and
headings are taken from the original tree, since trafilatura drops some of them. A page in which it
finds no article (a short note, a list) is taken whole, without its menus.
"""

import re
from typing import Any

from reader.documents.blocks import Block, Draft
from reader.documents.encodings import Decoded
from reader.documents.formats.format import Format, Source
from reader.documents.html_article import as_in_page, key, size, usual_direction
from reader.documents.html_blocks import html_blocks
from reader.documents.html_dates import publication_date
from reader.documents.model import Metadata
from reader.documents.quiet import quiet
from reader.documents.xml import markup_text, parse_html
from reader.errors import DocumentError

_MENUS = frozenset({"nav", "header", "footer", "aside", "form", "head"})
_PARAGRAPH = 80
"""Characters of a paragraph that is not found by chance in a form."""
_MOST_CELLS = 10_000
"""In a row of a table; trafilatura's time grows with their square, and no article has so many."""
_DEEPEST = 240
"""Levels of elements; trafilatura's parser leaves out what stands deeper than 255."""
_CENTRED = re.compile(r"(?<=<)center(?=[\s>])|(?<=</)center(?=[\s>])", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|p|div)\b", re.IGNORECASE)


def read(source: Source) -> Draft:
    """Return a page's article; raises DocumentError when it has no text."""
    return read_page(markup_text(source.data, source.name), source.name)


def read_page(page: Decoded, name: str) -> Draft:
    """Return the article of a page; raises DocumentError when it has no text."""
    blocks, metadata = _blocks(page.text, name)
    return Draft(blocks, metadata, page.encoding, [page.warning] if page.warning else [])


def _blocks(text: str, name: str) -> tuple[list[Block], Metadata]:
    tree = parse_html(text)
    if tree is None:
        raise DocumentError(f"{name} has no text in it: choose another file.")
    odd = _depth(tree) > _DEEPEST or any(len(row) > _MOST_CELLS for row in tree.iter("tr"))
    found = None if odd else _article(text)
    metadata = _metadata(tree, found)
    article = html_blocks(found.body) if found is not None else []
    _open_forms(tree, article)
    # a page whose whole text is in what should be a menu has no other
    whole = html_blocks(tree, _MENUS) or html_blocks(tree, frozenset({"head"}))
    blocks = as_in_page(article, whole)
    if not blocks:
        if 2 * size(whole) >= size(article):
            return _with_headline(whole, tree), metadata
        usual = usual_direction(html_blocks(tree))
        blocks = [block._replace(direction=usual) for block in article]
    if metadata.title and not _has_headline(blocks):
        blocks = _headed(Block(metadata.title, "heading", 1, blocks[0].direction), blocks)
    return blocks, metadata


def _with_headline(blocks: list[Block], tree: Any) -> list[Block]:
    """Return the blocks of a page with the headline that stands in a `<header>`.

    That of the whole page may be the name of the site: it counts when the title has its words.
    """
    if _has_headline(blocks):
        return blocks
    for element in tree.xpath("//header//h1"):
        for headline in html_blocks(element)[:1]:
            own = next(element.iterancestors("article", "main"), None) is not None
            if own or key(headline.text) in _title(tree):
                return _headed(headline._replace(kind="heading", level=1), blocks)
    return blocks


def _has_headline(blocks: list[Block]) -> bool:
    return any(block.kind == "heading" and block.level == 1 for block in blocks)


def _headed(headline: Block, blocks: list[Block]) -> list[Block]:
    return [headline, *(block for block in blocks if key(block.text) != key(headline.text))]


def _depth(tree: Any) -> int:
    """Return how many levels of elements a page has."""
    from lxml import etree

    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _open_forms(tree: Any, article: list[Block]) -> None:
    """Make a plain element of each form that is no menu, in the tree itself.

    ASP.NET puts whole pages into a form: one with half of the page's text, or with a paragraph of
    the article, is no form to fill in.
    """
    forms = list(tree.iter("form"))
    if not forms:
        return
    half = size(html_blocks(tree, _MENUS - {"form"})) / 2
    paragraphs = {key(block.text) for block in article if len(block.text) >= _PARAGRAPH}
    for form in forms:
        blocks = html_blocks(form, _MENUS - {"form"})
        if size(blocks) >= half or any(key(block.text) in paragraphs for block in blocks):
            form.tag = "div"


def _article(text: str) -> Any:
    import trafilatura

    quiet("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer")
    return trafilatura.bare_extraction(
        _CENTRED.sub("div", text.replace("\0", "")),  # it drops what old pages centre
        include_comments=False,
        with_metadata=True,
        include_formatting=False,
    )


def _metadata(tree: Any, found: Any) -> Metadata:
    language = tree.get("lang") or ""
    if found is None:
        return Metadata(title=_title(tree), language=language)
    extra = {"description": found.description} if found.description else {}
    return Metadata(
        title=found.title or "",
        author=found.author or "",
        date=publication_date(tree, found.date or ""),
        source=found.sitename or found.hostname or "",
        url=found.url or "",
        language=found.language or language,
        extra=extra,
    )


def _title(tree: Any) -> str:
    return key("".join(tree.xpath("//title//text()")[:1]))


FORMAT = Format(
    name="web page",
    media_type="text/html",
    extensions=(".html", ".htm", ".xhtml"),
    read=read,
    sniff=lambda data: bool(_PAGE.search(data[:1024])) and data.lstrip()[:1] in (b"<", b"\xef"),
    limit=32 * 1024 * 1024,
)
