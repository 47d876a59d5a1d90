"""The glyphs of one line of a page, from left to right, with their places.

A PDF holds drawn glyphs, not text. What one glyph stands for may be several characters (a
lam-alef ligature), a presentation form, or nothing that is known.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

_ALEFS = "اأإآٱ"
WORD_GAP = 0.18
"""A gap wider than this share of the type size is a space that the file does not hold."""


class Glyph(NamedTuple):
    """What one drawn glyph stands for, in logical order, and where it stands."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line: glyphs from left to right; x grows to the right, y upwards, in points."""

    glyphs: tuple[Glyph, ...]
    left: float
    bottom: float
    right: float
    top: float
    size: float  # of the type

    @property
    def text(self) -> str:
        """The characters from left to right: visual order."""
        return "".join(glyph.text for glyph in self.glyphs)


def line_of(characters: Sequence[Any]) -> Line | None:
    """Return the line of some pdfminer LTChars, or None when none of them is known."""
    bases: list[Glyph] = []
    marks: list[Glyph] = []
    shown = []
    for character in sorted(characters, key=lambda c: (c.x0, c.x1)):
        text = _logical(character.get_text())
        if not text:
            continue
        glyph = Glyph(text, character.x0, character.x1)
        if all(unicodedata.combining(c) for c in text):
            marks.append(glyph)
        else:
            bases.append(glyph)
            if not text.isspace():
                shown.append(character)
    if not shown:
        return None
    size = sorted(c.size for c in shown)[len(shown) // 2]
    spaced = with_spaces(_with_marks(bases, marks), size)
    return Line(
        tuple(spaced),
        min(c.x0 for c in shown),
        min(c.y0 for c in shown),
        max(c.x1 for c in shown),
        max(c.y1 for c in shown),
        size,
    )


def _logical(text: str) -> str:
    """Return what a glyph stands for: plain letters for presentation forms, in logical order.

    Unknown glyphs (pdfminer writes "(cid:5)") and controls become nothing.
    """
    if text.startswith("(cid:"):
        return ""
    plain = "".join(
        unicodedata.normalize("NFKC", c)
        if "ﭐ" <= c <= "﷿" or "ﹰ" <= c <= "ﻼ" or "ﬀ" <= c <= "ﬆ"
        else c
        for c in text
        if c >= " " and not "\x7f" <= c <= "\x9f"
    )
    # isolated marks are a space and the mark once they are normalised
    plain = plain.strip() if len(plain) > 1 else plain
    # the one glyph of two letters that begins with an alef is a lam-alef written backwards
    if len(plain) == 2 and plain[0] in _ALEFS and plain[1] == "ل":
        plain = plain[::-1]
    return " " if plain in ("\xa0", "\t") else plain


def _with_marks(bases: list[Glyph], marks: list[Glyph]) -> list[Glyph]:
    """Put each mark after the letter that it is drawn over or under."""
    result = list(bases)
    for mark in marks:
        middle = (mark.left + mark.right) / 2
        places = [n for n, glyph in enumerate(result) if not glyph.text.isspace()]
        if places:
            at = min(
                places, key=lambda n: max(result[n].left - middle, middle - result[n].right, 0)
            )
            result[at] = result[at]._replace(text=result[at].text + mark.text)
    return result


def with_spaces(glyphs: list[Glyph], size: float) -> list[Glyph]:
    """Add the spaces that are only gaps, and leave one of those that follow each other.

    The glyphs stand from left to right; `size` is that of the type.
    """
    result: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text.isspace():
            if result and not result[-1].text.isspace():
                result.append(glyph._replace(text=" "))
            continue
        if (
            result
            and not result[-1].text.isspace()
            and glyph.left - result[-1].right > WORD_GAP * size
        ):
            result.append(Glyph(" ", result[-1].right, glyph.left))
        result.append(glyph)
    while result and result[-1].text.isspace():
        result.pop()
    return result
