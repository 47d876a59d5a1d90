"""How wide a character is on screen, in cells, and what is drawn for it.

Terminals disagree on the width of format characters, prepended signs, soft hyphens and flags, so
none of them is ever drawn: each gets nothing or a stand-in of a width all agree on.
"""

import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

Kind = Literal["base", "mark", "hidden", "space", "tab"]

TAB_WIDTH = 4
# The sign that encloses digits in some terminals and takes no cell in others (U+06DD, U+0600 …)
# is drawn as this symbol, one cell everywhere.
_PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
_PREPENDED_STAND_IN = "\u06de"
# Default-ignorable code points that are neither format characters nor variation selectors.
_IGNORABLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
_REPLACEMENT = "\ufffd"
_REGIONAL_INDICATOR_A = 0x1F1E6
_REGIONAL_INDICATOR_Z = 0x1F1FF
_EMOJI_MODIFIERS = range(0x1F3FB, 0x1F400)


class Drawn(NamedTuple):
    """What is drawn for one character of logical text."""

    kind: Kind
    glyph: str
    width: int


@lru_cache(maxsize=4096)
def drawn(character: str) -> Drawn:
    """Return what one code point looks like, its letter form aside.

    `base` starts a grapheme cluster, `mark` is drawn over the one before, `hidden` belongs to the
    one before and is not drawn.
    """
    code_point = ord(character)
    if 0x20 < code_point < 0x7F:
        return Drawn("base", character, 1)
    if character == "\t":
        return Drawn("tab", " " * TAB_WIDTH, TAB_WIDTH)
    category = unicodedata.category(character)
    if category in ("Zs", "Zl", "Zp"):
        width = 2 if unicodedata.east_asian_width(character) == "F" else 1
        return Drawn("space", " " * width, width)
    if character in _PREPENDED:
        return Drawn("base", _PREPENDED_STAND_IN, 1)
    if category in ("Cc", "Cs", "Cn"):
        return Drawn("base", _REPLACEMENT, 1)
    if category in ("Cf", "Me") or character in _IGNORABLE or _is_variation_selector(code_point):
        return Drawn("hidden", "", 0)
    if code_point in _EMOJI_MODIFIERS:
        return Drawn("hidden", "", 0)
    if _REGIONAL_INDICATOR_A <= code_point <= _REGIONAL_INDICATOR_Z:
        # A flag's two letters, as letters: fonts and terminals disagree about flags.
        return Drawn("base", chr(code_point - _REGIONAL_INDICATOR_A + ord("A")), 1)
    width = _table_width(character)
    return Drawn("base" if width else "mark", character, width)


def _is_variation_selector(code_point: int) -> bool:
    return 0xFE00 <= code_point <= 0xFE0F or 0xE0100 <= code_point <= 0xE01EF


def _table_width(character: str) -> int:
    # wcwidth costs 30 ms to import; what an Arabic article holds does not need it.
    code_point = ord(character)
    if code_point < 0x300 or 0x2010 <= code_point <= 0x2027:
        return 1
    if 0x600 <= code_point <= 0x6FF or 0xFB50 <= code_point <= 0xFDFF:
        return 0 if unicodedata.category(character) == "Mn" else 1
    if 0xFE70 <= code_point <= 0xFEFC:
        return 1
    from wcwidth import wcwidth

    return max(wcwidth(character), 0)
