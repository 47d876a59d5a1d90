"""Vowel signs and reading marks of Arabic: what the reader may hide."""

import re

HARAKAT = (
    "\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    "\u06ea-\u06ed\u0897-\u089f\u08ca-\u08e1\u08e3-\u08ff"
)
"""Body of a regular-expression class. Hamza and madda (U+0653–0655) are part of the letter."""

_HARAKAT = re.compile(f"[{HARAKAT}]+")


def without_harakat(text: str) -> str:
    """Return the text without vowel signs."""
    return _HARAKAT.sub("", text)
