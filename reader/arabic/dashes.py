"""Dashes that Arabic keyboards type as tatweel: the ـ between two numbers (10ـ15, 1990 ـ 2000)."""

import re

from reader.arabic.joining import TATWEEL

_BETWEEN_DIGITS = re.compile(
    r"(?P<before>\d[%٪\u200e\u200f\u061c]*[ \u00a0]?)"
    rf"(?P<dash>{TATWEEL}+)"
    r"(?=[ \u00a0]?[\u200e\u200f\u061c]*\d)"
)


def with_dashes(text: str) -> str:
    """Return the text, of the same length, with "-" for the first tatweel between two numbers.

    Those after it stay: they only make it longer. «الـ27» and «1436هـ» have a letter beside theirs.
    """
    return _BETWEEN_DIGITS.sub(_dashed, text) if TATWEEL in text else text


def _dashed(found: re.Match[str]) -> str:
    return f"{found['before']}-{found['dash'][1:]}"
