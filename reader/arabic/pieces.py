"""Cuts a paragraph that is too long to be laid out at once.

Embedding levels need the whole paragraph, so an endless one is treated as several, cut where it
shows least: after a sentence, else after a space. No article has such paragraphs; a broken or
hostile file may be one line of megabytes.
"""

import re
import unicodedata
from collections.abc import Iterator

LONGEST_PIECE = 16_384
"""Most code points laid out at once: the first lines of any paragraph are there in a moment."""

_SENTENCE_END = re.compile(r"[.!?؟…۔][\"'»”’)\]]*\s+")
_SPACE = re.compile(r"\s+")
_SEARCHED = 4096


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open ranges that are laid out one after the other; usually the whole text."""
    start = 0
    while len(text) - start > LONGEST_PIECE:
        end = _cut(text, start + LONGEST_PIECE)
        yield start, end
        start = end
    yield start, len(text)


def _cut(text: str, limit: int) -> int:
    for opportunity in (_SENTENCE_END, _SPACE):
        ends = [m.end() for m in opportunity.finditer(text, limit - _SEARCHED, limit)]
        if ends:
            return ends[-1]
    end = limit
    while end > limit - _SEARCHED and unicodedata.combining(text[end]):
        end -= 1
    return end
