"""Sentences of a paragraph, and segments: sentences short enough for a translation model."""

import re

from reader.arabic.sentence_ends import CANDIDATE, is_end

LONGEST_SEGMENT = 400
"""Longer sentences are cut for translation, in code points."""

# Where to cut, best first. Each match ends where the next segment starts.
_CUTS = (
    re.compile(r"[؛;][\"'»”)\]]*\s+"),
    re.compile(r"[،,][\"'»”)\]]*\s+"),
    re.compile(r"(?::|\s[-–—])\s+"),
    re.compile(
        r"\s+(?=(?:ثم|لكن|ولكن|حيث|فيما|بينما|كما|وقد|وأن|وهو|وهي|إذ|إلا|بعد|قبل|خلال|الذي|التي|"
        r"and|but|which|who|while|because|after|before)\s)"
    ),
    re.compile(r"\s+(?=و\w)"),
    re.compile(r"\s+"),
)
_CONTENT = re.compile(r"\S")
_LEAST_SHARE = 0.3  # of the limit: a shorter first part is not worth a cut


def sentences(text: str) -> list[tuple[int, int]]:
    """Return half-open spans of the sentences; together they cover the whole text.

    White space after a sentence belongs to it. A sentence ends at . ! ? ؟ … ۔ with the quotes and
    brackets that close after it, if white space or the end follows, and at a line break. Not at
    decimal points, list numbers, initials and abbreviations, nor before a lower-case word.
    """
    spans = []
    start = 0
    for found in CANDIDATE.finditer(text):
        end = found.end()
        if end == len(text) or not _CONTENT.search(text, start, found.start()):
            continue
        if not is_end(text, start, found):
            continue
        spans.append((start, end))
        start = end
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def segments(text: str, max_chars: int = LONGEST_SEGMENT) -> list[tuple[int, int]]:
    """Return half-open spans that cover the text: sentences, cut where longer than `max_chars`.

    A long sentence is cut after ؛ or ، else before a conjunction, else at a space, else hard.
    Raises ValueError for a limit below 1.
    """
    if max_chars < 1:
        raise ValueError("a segment holds at least one character")
    spans = []
    for start, end in sentences(text):
        while end - start > max_chars and len(text[start:end].rstrip()) > max_chars:
            cut = _cut(text, start, start + max_chars)
            spans.append((start, cut))
            start = cut
        spans.append((start, end))
    return spans


def _cut(text: str, start: int, limit: int) -> int:
    least = start + int((limit - start) * _LEAST_SHARE)
    for opportunity in _CUTS:
        ends = [m.end() for m in opportunity.finditer(text, least, limit) if m.end() > start]
        if ends:
            return ends[-1]
    return limit
