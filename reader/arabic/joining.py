"""Joining types of characters in Arabic script (Unicode Standard, section 9.2)."""

import unicodedata
from functools import lru_cache
from typing import Literal

from reader.arabic.tables.joining import DUAL_JOINING, JOIN_CAUSING, RIGHT_JOINING

JoiningType = Literal["D", "R", "C", "T", "U"]

ZWNJ = "\u200c"
ZWJ = "\u200d"
TATWEEL = "\u0640"

_TABLE: dict[str, JoiningType] = {}
for _kind, _ranges in (("D", DUAL_JOINING), ("R", RIGHT_JOINING), ("C", JOIN_CAUSING)):
    for _low, _high in _ranges:
        _TABLE.update(dict.fromkeys(map(chr, range(_low, _high + 1)), _kind))  # type: ignore[arg-type]
_TABLE[ZWJ] = "C"
# Format characters that are not transparent (ArabicShaping.txt lists them as non-joining).
_NON_JOINING_FORMATS = frozenset(
    (ZWNJ, *"\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2\u2066\u2067\u2068\u2069")
)


@lru_cache(maxsize=4096)
def joining_type(character: str) -> JoiningType:
    """Return Joining_Type: D dual, R right, C join causing, T transparent, U non-joining."""
    known = _TABLE.get(character)
    if known:
        return known
    if character in _NON_JOINING_FORMATS:
        return "U"
    return "T" if unicodedata.category(character) in ("Mn", "Me", "Cf") else "U"
