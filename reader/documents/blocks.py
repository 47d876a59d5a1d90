"""From what a loader finds to paragraphs: the rules that hold for every format.

A loader gives `Block`s; here their texts lose the characters that end a paragraph, very long ones
are cut at sentence ends, and each becomes a `Paragraph` with its id.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.documents.model import Direction, Metadata, Paragraph, ParagraphKind, paragraph_id

LONGEST_PARAGRAPH = 64_000
"""Code points; a longer paragraph is cut, because it could not be drawn without a wait."""
PIECE = 16_000
"""Code points, at most, of each piece of a paragraph that is cut."""

# only from where a run of stops begins: trying each of them again takes its length squared
_SENTENCE_END = re.compile(r"(?<![.!?؟۔…])[.!?؟۔…]++[\"'»”’)\]]*+\s")
# of category Cf too, but drawn: Prepended_Concatenation_Mark, UAX #44
_SIGNS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)


class Block(NamedTuple):
    """One block of text as a loader found it; `text` may still hold line ends."""

    text: str
    kind: ParagraphKind = "text"
    level: int = 0
    direction: Direction | None = None


@dataclass
class Draft:
    """What a format's reader returns: a document before its paragraphs have ids."""

    blocks: Iterable[Block]
    metadata: Metadata = field(default_factory=Metadata)
    encoding: str = ""
    warnings: list[str] = field(default_factory=list)


def paragraphs(blocks: Iterable[Block]) -> tuple[tuple[Paragraph, ...], list[str]]:
    """Return the paragraphs of the blocks, blank ones left out, and warnings for the reader.

    Every line end inside a block ends a paragraph; a loader that means otherwise joins the lines
    first. No text has a lone surrogate: each becomes U+FFFD.
    """
    result: list[Paragraph] = []
    cut = 0
    for block in blocks:
        # str.splitlines ends lines at all of UAX #9 class B, and at what every text program treats
        # as the end of a line or page
        for line in block.text.splitlines():
            if _is_blank(line):
                continue
            text = without_surrogates(line)
            pieces: Iterable[str] = (text,)
            if len(text) > LONGEST_PARAGRAPH:
                pieces = split_long(text)
                cut += 1
            for piece in pieces:
                order = len(result)
                result.append(
                    Paragraph(
                        paragraph_id(order, piece), piece, block.kind, block.level, block.direction
                    )
                )
    warnings = []
    if cut:
        many = "A paragraph is" if cut == 1 else f"{cut} paragraphs are"
        warnings.append(
            f"{many} longer than {LONGEST_PARAGRAPH:,} characters and shown in several parts, "
            "cut at sentence ends."
        )
    return tuple(result), warnings


def _is_blank(line: str) -> bool:
    """Tell whether a line shows nothing: white space, direction marks, zero-width characters."""
    return all(c.isspace() or (unicodedata.category(c) == "Cf" and c not in _SIGNS) for c in line)


def without_surrogates(text: str) -> str:
    """Return the text with each lone surrogate (JSON escapes can make one) as U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def split_long(text: str) -> Iterator[str]:
    """Yield pieces of at most PIECE code points whose concatenation is the text.

    A piece ends after the last sentence end that fits, else after the last space, else anywhere.
    """
    start = 0
    while len(text) - start > PIECE:
        end = start + PIECE
        middle = start + PIECE // 2
        stops = [m.end() for m in _SENTENCE_END.finditer(text, middle, end)]
        if stops:
            end = stops[-1]
        else:
            space = text.rfind(" ", middle, end)
            end = space + 1 if space >= 0 else end
        yield text[start:end]
        start = end
    yield text[start:]
