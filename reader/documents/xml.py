"""XML and HTML parsed without the dangers of hostile files.

No network, no external files, no entities but the five of XML, no deep or huge trees.
"""

import re
from typing import Any

from reader.errors import DocumentError

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9._-]+)""")

# Python has codecs that are no encodings of text (punycode takes more than linear time)
_WEB_ENCODING = re.compile(
    r"utf-?8|(?:windows-?|cp)\d{3,4}|iso[-_]?8859[-_]?\d{1,2}|koi8[-_][ru]|mac[_-]?\w+|gbk|gb2312"
    r"|gb18030|big5(?:-hkscs)?|euc-?(?:jp|kr)|shift[-_]jis"
)
# the HTML standard's encoding sniffing: what pages call these is something else
_AS_BROWSERS_DO = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252",
    "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",
}  # fmt: skip


def parse_xml(data: bytes, name: str) -> Any:
    """Return the root element; raises DocumentError for anything that is not safe XML."""
    from lxml import etree

    refuse_entities(data, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise DocumentError(f"{name} holds damaged XML: download or copy it again.") from error
    if root is None:
        raise DocumentError(f"{name} holds damaged XML: download or copy it again.")
    return root


def refuse_entities(data: bytes, name: str) -> None:
    """Raise DocumentError when XML declares entities of its own, which no document needs."""
    if b"<!ENTITY" in data or "<!ENTITY".encode("utf-16-le") in data.replace(b"\0\0", b"\0"):
        raise DocumentError(
            f"{name} declares XML entities, a known attack, and was not opened: "
            "check where it comes from."
        )


def parse_html(text: str) -> Any:
    """Return the root element of a page or a piece of one, or None when nothing is in it."""
    from lxml import etree

    # lxml takes no text with an encoding declaration, and no NUL
    text = _DECLARATION.sub("", text, count=1).replace("\0", "")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, recover=True)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


def markup_text(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of an HTML or XHTML file and its encoding, as the file declares it.

    Raises DocumentError when the bytes are not text.
    """
    from reader.documents.encodings import decode

    declared = _ENCODING.search(data[:2048])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = declared.group(1).decode("ascii").lower()
        encoding = _AS_BROWSERS_DO.get(encoding, encoding)
        try:
            if _WEB_ENCODING.fullmatch(encoding):
                return data.decode(encoding), encoding
        except (UnicodeError, LookupError):
            pass  # a false declaration: the text itself tells
    decoded = decode(data, name)
    return decoded.text, decoded.encoding
