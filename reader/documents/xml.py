"""XML and HTML parsed without the dangers of hostile files.

No network, no external files, no entities but the five of XML, no XML of deep or huge trees.
"""

import re
from typing import Any

from reader.documents.encodings import (
    Decoded,
    arabic_encoding,
    damaged_allowed,
    decode,
    nearly_utf8,
    telling,
)
from reader.errors import DocumentError

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
# a script or a link has a charset too, of what it points to
_DECLARED = re.compile(rb"<!--.*?-->|<meta\b[^>]*>|<\?xml[^>]*\?>", re.DOTALL | re.IGNORECASE)
_ENCODING = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([\w.-]+)""", re.IGNORECASE)
_HEAD = 2048
_DAMAGE = 0.5
"""Share of the characters above ASCII that may be damaged where UTF-8 is declared."""

# Python has codecs that are no encodings of text (punycode takes more than linear time)
_WEB_ENCODING = re.compile(
    r"utf-?8|(?:windows-?|cp)\d{3,4}|iso[-_]?8859[-_]?\d{1,2}|koi8[-_][ru]|mac[_-]?\w+|gbk|gb2312"
    r"|gb18030|big5(?:-hkscs)?|euc-?(?:jp|kr)|shift[-_]jis"
)
_ONE_BYTE = re.compile(r"(?:windows-?|cp)\d{3,4}|iso[-_]?8859.*|koi8.*|mac.*")
_WESTERN = frozenset({"cp1252", "windows-1252", "windows1252"})
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
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

    # lxml takes no text with an encoding declaration, and no NUL; old pages never close <font>,
    # which is hundreds of levels: how deep a small file goes does no harm
    text = _DECLARATION.sub("", text, count=1).replace("\0", "")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, recover=True)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


def markup_text(data: bytes, name: str, stated: str = "") -> Decoded:
    """Return the text of an HTML or XHTML file in the encoding that the file declares.

    `stated` is what a header outside says, which counts first. A declaration that the bytes
    disprove is ignored. Raises DocumentError when they are not text.
    """
    declared = () if data.startswith(_MARKS) else (stated.lower(), _declared(data[:_HEAD]))
    for encoding in declared:
        encoding = _AS_BROWSERS_DO.get(encoding, encoding)
        if not _WEB_ENCODING.fullmatch(encoding):
            continue
        encoding = _corrected(data, encoding)
        try:
            return Decoded(data.decode(encoding), encoding)
        except (UnicodeError, LookupError):
            pass  # a false declaration, or damage: the text itself tells
        if encoding in ("utf-8", "utf8") and nearly_utf8(data, _DAMAGE):
            return damaged_allowed(data, "utf-8")
    return decode(data, name)


def _declared(head: bytes) -> str:
    for part in _DECLARED.findall(head):
        found = None if part.startswith(b"<!--") else _ENCODING.search(part)
        if found:
            return str(found.group(1).decode("ascii")).lower()
    return ""


def _corrected(data: bytes, encoding: str) -> str:
    """Return the encoding, or the one that the bytes have in spite of this declaration.

    Pages were converted to UTF-8 and kept the old declaration; and Arabic ones are declared as
    Western, because their program or server knew no other.
    """
    if not _ONE_BYTE.fullmatch(encoding) or data.isascii():
        return encoding
    # text of a one-byte encoding is hardly ever valid UTF-8, which may be damaged here and there
    if nearly_utf8(data):
        return "utf-8"
    arabic = arabic_encoding(telling(data)) if encoding in _WESTERN else ""
    return arabic if arabic in ("cp1256", "iso8859_6") else encoding
