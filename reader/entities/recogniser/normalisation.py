"""Folding of a word before the recogniser looks at it.

Harakat, tatweel and format characters carry nothing for names; alef, ya and ta marbuta forms
vary between newsrooms; digits matter only as "a digit".
"""

from __future__ import annotations

import re

_DROPPED = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f]"
)
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        "ى": "ي",
        "ی": "ي",
        "ة": "ه",
        "ۀ": "ه",
        "ک": "ك",
        **dict.fromkeys("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0"),
    }
)


def strip_marks(word: str) -> str:
    """`word` without harakat, tatweel and format characters; its letters stay as they are."""
    return _DROPPED.sub("", word)


def fold(word: str) -> str:
    """`word` without marks and tatweel, with alef, ya, ta marbuta and digits folded.

    The result may be empty (a word of format characters only).
    """
    return strip_marks(word).translate(_FOLDED).lower()
