"""A paragraph cut for the model: sentences, and pieces of those that are too long for it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from reader.translation.sentences_local import sentences
from reader.translation.tokenizers import Pieces

MAX_PIECES = 100  # models are trained on sentences; far longer ones come out cut or repeated

_ARABIC_LETTER = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_NOT_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LONE = re.compile(r"[\ud800-\udfff]")
# where a long sentence may be cut, best first; the cut is at the end of the match
_CUTS = (
    re.compile(r"[؛;:]\s+"),
    re.compile(r"[،,]\s+|\s[-–—]\s+"),
    re.compile(
        r"\s(?=(?:و|ثم|لكن|ولكن|بينما|حيث|إذ|فيما|كما|التي|الذي|الذين)(?:\s|[\u0621-\u064a]{2}))"
    ),
    re.compile(r"\s+"),
)


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


def has_arabic(text: str) -> bool:
    """Tell whether the text has at least one Arabic letter."""
    return _ARABIC_LETTER.search(text) is not None


def clean(text: str) -> str:
    """Return the text without what no model knows: controls, lone surrogates; offsets stay."""
    return _LONE.sub("\ufffd", _NOT_TEXT.sub(" ", text))


def cut(text: str, encode: Callable[[str], Pieces], max_pieces: int = MAX_PIECES) -> list[Sentence]:
    """Return the sentences of a paragraph's text with their pieces."""
    text = clean(text)
    found = []
    for start, end in sentences(text):
        if has_arabic(text[start:end]):
            segments = tuple(_segments(text, start, end, encode, max_pieces))
        else:
            segments = (Segment(start, None),)
        found.append(Sentence(start, end, segments))
    return found


def _segments(
    text: str, start: int, end: int, encode: Callable[[str], Pieces], max_pieces: int
) -> list[Segment]:
    source = encode(text[start:end])
    if len(source.pieces) <= max_pieces or end - start < 2:
        return [Segment(start, source)]
    parts = -(-len(source.pieces) // max_pieces)
    middle = source.offsets[len(source.pieces) // parts][0]
    at = start + _cut_near(text[start:end], middle)
    return [
        *_segments(text, start, start + len(text[start:at].rstrip()), encode, max_pieces),
        *_segments(text, at, end, encode, max_pieces),
    ]


def _cut_near(text: str, wanted: int) -> int:
    """Return where to cut: the best kind of break in the second half of [0, wanted)."""
    for pattern in _CUTS:
        places = [m.end() for m in pattern.finditer(text, wanted // 2, wanted + 1)]
        places = [place for place in places if 0 < place <= wanted and text[:place].strip()]
        if places:
            return places[-1]
    return max(1, wanted)
