"""Words of a paragraph in logical offsets: for the word cursor, look-up, entities, agreement."""

import re
from typing import NamedTuple

from reader.arabic.harakat import HARAKAT

ARABIC_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef"
    "\u06fa-\u06fc\u06ff\u0750-\u077f\u0870-\u0887\u0889-\u088e\u08a0-\u08c9"
    "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdfb\ufe80-\ufefc"
)
"""Body of a regular-expression class, without tatweel."""

_INSIDE_ARABIC = f"{ARABIC_LETTERS}{HARAKAT}\u0653-\u0655\u0640\u200c\u200d\u034f"
_OTHER_LETTER = f"(?:(?![{ARABIC_LETTERS}\u0640])[^\\W\\d_])"
_COMBINING = "\u0300-\u036f"
_NUMBER = r"\d+(?:[.,٫٬/:\-–]\d+)*"

_WORD = re.compile(
    "|".join(
        (
            r"(?:[a-z][a-z0-9+.-]{0,20}://|www\.)[^\s<>\"«»“”،؛]*[^\s<>\"«»“”،؛.,:;!?؟'()\[\]{}]",
            r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
            rf"[#@][\w{HARAKAT}]+",
            r"\b(?:[A-Z]\.){2,}",
            rf"[\u0640]*[{ARABIC_LETTERS}][{_INSIDE_ARABIC}]*",
            rf"[0-9]*{_OTHER_LETTER}(?:{_OTHER_LETTER}|[{_COMBINING}]|\d|[-'’&](?={_OTHER_LETTER}|\d))*",
            _NUMBER,
        )
    )
)


class Word(NamedTuple):
    """Half-open range of one word in the paragraph's text."""

    start: int
    end: int


def words(text: str) -> list[Word]:
    """Return the words of a paragraph in order.

    An Arabic word keeps its particles, vowel signs and joiners; a Latin one its apostrophes,
    hyphens and digits (`COVID-19`, `U.S.`). A number is one word with its separators (12,500.75,
    2024/5/3, 10:30), and so are addresses and hashtags. Punctuation and signs are no words.
    """
    return [Word(*found.span()) for found in _WORD.finditer(text)]
