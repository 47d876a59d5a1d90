"""Makes hostile or broken strings harmless, one code point for one.

Document text, file names, labels and notes may hold escape sequences, NULs, line separators or
lone surrogates. `sanitise` keeps every offset; `safe` gives a short one-line form for any place
outside the main text.
"""

import re
import unicodedata

_CONTROL_PICTURES = 0x2400
_DELETE_PICTURE = "\u2421"
_REPLACEMENT = "\ufffd"
_ELLIPSIS = "…"
# Line and paragraph separators: blank, since a paragraph is drawn as running text. Tab stays; the
# layout gives it cells (it has a bidi class of its own).
_BLANK = "\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"


def _stand_in(code_point: int) -> str:
    character = chr(code_point)
    if character in _BLANK:
        return " "
    if code_point < 0x20:
        return chr(_CONTROL_PICTURES + code_point)
    return _DELETE_PICTURE if code_point == 0x7F else _REPLACEMENT


_STAND_INS = {
    code_point: _stand_in(code_point)
    for code_point in (
        *(c for c in range(0x20) if chr(c) != "\t"),
        *range(0x7F, 0xA0),
        0x2028,
        0x2029,
        *range(0xD800, 0xE000),
    )
}
_HOSTILE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

# Explicit directional formatting characters: they turn the text around them, so they are named.
BIDI_CONTROL_NAMES = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
_SPACES = re.compile(r"\s+")


def sanitise(text: str) -> str:
    """Replace what could act on the terminal or end a paragraph; the length stays the same.

    C0 controls become control pictures (ESC: ␛), C1 controls and lone surrogates U+FFFD, line and
    paragraph separators blanks. Tabs, joiners and bidi controls stay: `reader.arabic.layout`
    needs them and draws none of them as such. For a string outside the main text use `safe`.
    """
    if not _HOSTILE.search(text):
        return text
    return text.translate(_STAND_INS)


def safe(text: str, max_len: int | None = None) -> str:
    """Return a harmless one-line form of any string, at most `max_len` characters long.

    No control or format character is left but ZWNJ between letters (Persian spelling); white
    space is one space; bidi overrides are named (`⟨RLO⟩`). A cut string ends with an ellipsis.
    """
    text = _SPACES.sub(" ", sanitise(text)).strip()
    if not text.isascii():
        text = "".join(map(_printable, text, text[1:] + " "))
    if max_len is not None and len(text) > max_len:
        return text[: max(max_len - 1, 0)].rstrip() + _ELLIPSIS[:max_len]
    return text


def _printable(character: str, following: str) -> str:
    if character.isascii():
        return character
    if name := BIDI_CONTROL_NAMES.get(character):
        return f"⟨{name}⟩"
    category = unicodedata.category(character)
    if category == "Cf":
        return character if character == "\u200c" and following.isalpha() else ""
    return _REPLACEMENT if category == "Cn" else character
