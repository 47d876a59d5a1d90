"""Word files (DOCX) by way of mammoth's HTML, which keeps headings, lists and quotations."""

import io

from reader.documents.archive import Archive
from reader.documents.blocks import Draft
from reader.documents.dublin_core import read_metadata
from reader.documents.formats.format import Format, Source
from reader.documents.html_blocks import html_blocks
from reader.documents.xml import parse_html, parse_xml, refuse_entities

_PROPERTIES = "docProps/core.xml"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Preformatted Text'] => pre:fresh
"""


def read(source: Source) -> Draft:
    """Return the text of a Word file; raises DocumentError for a damaged or hostile one."""
    import mammoth

    archive = Archive(source.name, source.data)
    for member in archive.names:
        if member.endswith((".xml", ".rels")):
            refuse_entities(archive.read(member), source.name)
    converted = mammoth.convert_to_html(
        io.BytesIO(source.data),
        style_map=_STYLES,
        include_embedded_style_map=False,
        # pictures would only be encoded to be thrown away
        convert_image=mammoth.images.img_element(lambda _image: {"src": ""}),
    )
    tree = parse_html(converted.value)
    blocks = html_blocks(tree) if tree is not None else []
    if _PROPERTIES not in archive.names:
        return Draft(blocks)
    return Draft(blocks, read_metadata(parse_xml(archive.read(_PROPERTIES), source.name)))


FORMAT = Format(
    name="Word file",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions=(".docx",),
    read=read,
    sniff=lambda data: data.startswith(b"PK\x03\x04") and b"word/document" in data,
    binary=True,
    limit=64 * 1024 * 1024,
)
