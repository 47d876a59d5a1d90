"""A paragraph cut for the model: sentences, and pieces of those that are too long for it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from reader.arabic.dashes import with_dashes
from reader.arabic.script import has_arabic
from reader.arabic.sentences import segments as segments_of
from reader.arabic.sentences import sentences
from reader.arabic.turned import in_reading_order
from reader.translation.tokenizers import Pieces

MAX_PIECES = 100  # models are trained on sentences; far longer ones come out cut or repeated

_NOT_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029]")
_LONE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a paragraph that goes through the model in one go.

    `start` is where its text stands in the paragraph. Without pieces it is not Arabic and is
    kept as it is.
    """

    start: int
    source: Pieces | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """[start, end) in the paragraph, and what of it goes to the model."""

    start: int
    end: int
    segments: tuple[Segment, ...]


def clean(text: str) -> str:
    """Return the text as a model is to read it, of the same length; offsets stay.

    Controls and spaces without width are blank, lone surrogates U+FFFD, turned decimals in reading
    order (`reader.arabic.turned`), a tatweel between numbers is a dash: models drop it.
    """
    return with_dashes(in_reading_order(_LONE.sub("\ufffd", _NOT_TEXT.sub(" ", text))))


def cut(text: str, encode: Callable[[str], Pieces], max_pieces: int = MAX_PIECES) -> list[Sentence]:
    """Return the sentences of a paragraph's text with their pieces."""
    text = clean(text)
    found = []
    for start, end in sentences(text):
        start, end = trimmed(text, start, end)
        if start == end:
            continue
        if has_arabic(text[start:end]):
            segments = tuple(_segments(text, start, end, encode, max_pieces))
        else:
            segments = (Segment(start, None),)
        found.append(Sentence(start, end, segments))
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return [start, end) without the white space at both ends."""
    bare = text[start:end].lstrip()
    start = end - len(bare)
    return start, start + len(bare.rstrip())


def _segments(
    text: str, start: int, end: int, encode: Callable[[str], Pieces], max_pieces: int
) -> list[Segment]:
    source = encode(text[start:end])
    parts = -(-len(source.pieces) // max_pieces)
    if parts <= 1 or end - start < 2:
        return [Segment(start, source)]
    # parts of like length, with some room to end at a comma
    limit = max(1, int(1.2 * (end - start) / parts))
    found: list[Segment] = []
    for a, b in segments_of(text[start:end], min(limit, end - start - 1)):
        a, b = trimmed(text, start + a, start + b)
        if a < b:
            found += _segments(text, a, b, encode, max_pieces)
    return found
