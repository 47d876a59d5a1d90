"""An EPUB 3 of one article, as small as readers accept: what benchmarks/ebooks.py opens."""

import zipfile
from html import escape
from pathlib import Path

_CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
_PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:article</dc:identifier><dc:title>Article</dc:title>
<dc:language>ar</dc:language><meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
</metadata><manifest>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
</manifest><spine toc="ncx" page-progression-direction="rtl"><itemref idref="text"/></spine>
</package>"""
_PAGE = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>Article</title></head><body>{}</body></html>"""
_NAVIGATION = '<nav epub:type="toc"><ol><li><a href="text.xhtml">Article</a></li></ol></nav>'
_NCX = """<?xml version="1.0" encoding="utf-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head/>
<docTitle><text>Article</text></docTitle><navMap><navPoint id="n1" playOrder="1">
<navLabel><text>Article</text></navLabel><content src="text.xhtml"/></navPoint></navMap></ncx>"""


def write(path: Path, paragraphs: list[str]) -> None:
    """Write the paragraphs as a book of one chapter."""
    text = "\n".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    members = {
        "META-INF/container.xml": _CONTAINER,
        "book.opf": _PACKAGE,
        "text.xhtml": _PAGE.format(text),
        "nav.xhtml": _PAGE.format(_NAVIGATION),
        "toc.ncx": _NCX,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in members.items():
            book.writestr(name, content)
