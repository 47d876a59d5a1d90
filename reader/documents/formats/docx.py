"""Word files (DOCX) by way of mammoth's HTML, which keeps headings, lists and quotations."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from reader.documents.archive import Archive
from reader.documents.blocks import Draft
from reader.documents.dublin_core import read_metadata
from reader.documents.formats.format import Format, Source
from reader.documents.html_blocks import html_blocks
from reader.documents.xml import parse_html, parse_xml, refuse_entities

_PROPERTIES = "docProps/core.xml"
_PARTS = re.compile(r"word/(?:document\d*|footnotes|endnotes)\.xml")
# runs of text in a stated direction, and what a field shows: mammoth leaves them out, but reads
# the children of a smart tag, which stands in the same places
_PLAIN_CONTAINERS = frozenset({"dir", "bdo", "fldSimple"})
_IGNORED = re.compile(r"An unrecognised element was ignored: (?:\{.*\}|.*:)?(\w+)$")
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
    parts = {
        member: parse_xml(archive.read(member), source.name)
        for member in sorted(archive.names)
        if _PARTS.fullmatch(member)
    }
    opened = [member for member, tree in parts.items() if _open_containers(tree)]
    converted = mammoth.convert_to_html(
        io.BytesIO(_replaced(archive, parts, opened) if opened else source.data),
        style_map=_STYLES,
        include_embedded_style_map=False,
        # pictures would only be encoded to be thrown away
        convert_image=mammoth.images.img_element(lambda _image: {"src": ""}),
    )
    tree = parse_html(converted.value)
    blocks = html_blocks(tree) if tree is not None else []
    draft = Draft(blocks, warnings=list(_warnings(converted.messages, parts)))
    if _PROPERTIES in archive.names:
        draft.metadata = read_metadata(parse_xml(archive.read(_PROPERTIES), source.name))
    return draft


def _open_containers(tree: Any) -> bool:
    """Turn elements that only hold runs into smart tags, in the tree; tell if there were any."""
    found = [e for e in tree.iter() if _local(e) in _PLAIN_CONTAINERS and _is_word(e)]
    for element in found:
        element.tag = element.tag.rpartition("}")[0] + "}smartTag"
    return bool(found)


def _replaced(archive: Archive, parts: dict[str, Any], changed: list[str]) -> bytes:
    """Return the file with these of its parts written anew."""
    from lxml import etree

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for member in sorted(archive.names):
            own = etree.tostring(parts[member]) if member in changed else archive.read(member)
            new.writestr(member, own)
    return out.getvalue()


def _warnings(messages: list[Any], parts: dict[str, Any]) -> Iterator[str]:
    """Yield a sentence when elements that mammoth does not know hold text."""
    matches = (_IGNORED.search(message.message) for message in messages)
    ignored = {match.group(1) for match in matches if match}
    holding = {
        name
        for tree in parts.values()
        for element in tree.iter()
        if (name := _local(element)) in ignored and _has_text(element)
    }
    if holding:
        names = ", ".join(sorted(holding))
        yield f"Text in some elements ({names}) is not shown: compare with the original."


def _has_text(element: Any) -> bool:
    return any(_local(e) == "t" and (e.text or "").strip() for e in element.iter())


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _is_word(element: Any) -> bool:
    return "wordprocessingml" in element.tag


FORMAT = Format(
    name="Word file",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions=(".docx",),
    read=read,
    sniff=lambda data: data.startswith(b"PK\x03\x04") and b"word/document" in data,
    binary=True,
    limit=64 * 1024 * 1024,
)
