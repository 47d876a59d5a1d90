"""E-books (EPUB 2 and 3): the chapters in spine order, named by the table of contents.

Source of the layout: EPUB 3.3 (W3C), sections on OCF, package document and navigation document;
NCX of EPUB 2.
"""

import posixpath
from typing import Any
from urllib.parse import unquote, urlsplit

from reader.documents.archive import Archive
from reader.documents.blocks import Block, Draft
from reader.documents.dublin_core import read_metadata
from reader.documents.formats.format import Format, Source
from reader.documents.html_blocks import html_blocks
from reader.documents.xml import markup_text, parse_html, parse_xml
from reader.errors import DocumentError

_NS = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
    "h": "http://www.w3.org/1999/xhtml",
    "enc": "http://www.w3.org/2001/04/xmlenc#",
}
_FONT_SCRAMBLING = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
MAX_CHAPTERS = 5000


def read(source: Source) -> Draft:
    """Return a book's text; raises DocumentError for a damaged, locked or hostile file."""
    archive = Archive(source.name, source.data)
    _refuse_locked(archive)
    container = parse_xml(archive.read("META-INF/container.xml"), source.name)
    package_path = container.xpath("string(//c:rootfile/@full-path)", namespaces=_NS)
    package = parse_xml(archive.read(package_path), source.name)
    folder = posixpath.dirname(package_path)
    names = _chapter_names(archive, package, folder)
    blocks: list[Block] = []
    warnings: dict[str, None] = {}
    for member in _spine(package, folder)[:MAX_CHAPTERS]:
        if member not in archive.names:
            continue  # listed but not packed: the rest of the book can still be read
        page = markup_text(archive.read(member), source.name)
        warnings |= {page.warning: None} if page.warning else {}
        tree = parse_html(page.text)
        chapter = html_blocks(tree, frozenset({"head", "nav"})) if tree is not None else []
        if chapter and member in names and not any(b.kind == "heading" for b in chapter):
            chapter = [
                Block(names[member], "heading", 1, chapter[0].direction),
                *(b for n, b in enumerate(chapter) if n or b.text != names[member]),
            ]
        blocks.extend(chapter)
    return Draft(blocks, read_metadata(package), warnings=list(warnings))


def _refuse_locked(archive: Archive) -> None:
    if "META-INF/encryption.xml" not in archive.names:
        return
    root = parse_xml(archive.read("META-INF/encryption.xml"), archive.name)
    methods = root.xpath("//enc:EncryptionMethod/@Algorithm", namespaces=_NS)
    if any(method not in _FONT_SCRAMBLING for method in methods):
        raise DocumentError(
            f"{archive.name} is locked by its seller (DRM): open a copy that has no lock."
        )


def _spine(package: Any, folder: str) -> list[str]:
    """Return the archive members of the reading order."""
    items = {
        item.get("id"): item.get("href", "")
        for item in package.xpath("//opf:manifest/opf:item", namespaces=_NS)
    }
    order = package.xpath("//opf:spine/opf:itemref/@idref", namespaces=_NS)
    return [_member(folder, items[name]) for name in order if name in items]


def _chapter_names(archive: Archive, package: Any, folder: str) -> dict[str, str]:
    """Return what the navigation document, or the NCX, calls each chapter file."""
    navigation = package.xpath(
        "string(//opf:item[contains(concat(' ', @properties, ' '), ' nav ')]/@href)", namespaces=_NS
    )
    ncx = package.xpath(
        "string(//opf:item[@media-type='application/x-dtbncx+xml']/@href)", namespaces=_NS
    )
    names: dict[str, str] = {}
    for href, entry, target, label in (
        (navigation, "//h:nav//h:a[@href]", "@href", "."),
        (ncx, "//ncx:navPoint", "ncx:content/@src", "ncx:navLabel/ncx:text"),
    ):
        member = _member(folder, href)
        if not href or member not in archive.names or names:
            continue
        root = parse_xml(archive.read(member), archive.name)
        for point in root.xpath(entry, namespaces=_NS):
            chapter = _member(
                posixpath.dirname(member), point.xpath(f"string({target})", namespaces=_NS)
            )
            text = " ".join(point.xpath(f"string({label})", namespaces=_NS).split())
            if text:
                names.setdefault(chapter, text)
    return names


def _member(folder: str, href: str) -> str:
    try:
        path = urlsplit(href).path
    except ValueError:
        path = href
    return posixpath.normpath(posixpath.join(folder, unquote(path)))


FORMAT = Format(
    name="EPUB book",
    media_type="application/epub+zip",
    extensions=(".epub",),
    read=read,
    sniff=lambda data: data.startswith(b"PK\x03\x04") and b"META-INF/container.xml" in data,
    binary=True,
)
