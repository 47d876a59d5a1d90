"""Arabic lines drawn by other means than the reader's: the judge of benchmarks/layout.py.

Levels, order and mirroring are libfribidi's, letter forms follow the joining types of the Unicode
Standard. Slow, and without an index map.
"""

import ctypes
import unicodedata

from reader.arabic.joining import joining_type
from reader.arabic.presentation import FORM_OF, Form
from tests.arabic.conformance.fribidi import Fribidi

_REORDER_MARKS = 0x2  # FRIBIDI_FLAG_REORDER_NSM, rule L3
_LAM_ALEF = {"ا": "\ufefb", "أ": "\ufef7", "إ": "\ufef9", "آ": "\ufef5"}


def letter_forms(text: str) -> list[str]:
    """Return the glyph of each code point; empty for what a ligature swallowed or hides."""
    kinds = [joining_type(c) for c in text]
    glyphs = list(text)
    visible = [i for i, kind in enumerate(kinds) if kind != "T"]
    for n, i in enumerate(visible):
        before = kinds[visible[n - 1]] if n else "U"
        after = kinds[visible[n + 1]] if n + 1 < len(visible) else "U"
        joins_before = kinds[i] in "DR" and before in "DC"
        joins_after = kinds[i] == "D" and after in "DRC"
        form: Form = ("isolated", "initial", "final", "medial")[2 * joins_before + joins_after]  # type: ignore[assignment]
        glyphs[i] = FORM_OF.get((text[i], form), text[i])
        follower = text[visible[n + 1]] if n + 1 < len(visible) else ""
        if text[i] == "ل" and follower in _LAM_ALEF:
            glyphs[i] = chr(ord(_LAM_ALEF[follower]) + joins_before)
        if n and text[i] in _LAM_ALEF and text[visible[n - 1]] == "ل":
            # the marks of the swallowed alef stand over the ligature
            own = slice(i + 1, visible[n + 1] if n + 1 < len(visible) else len(text))
            glyphs[visible[n - 1]] += "".join(glyphs[own])
            glyphs[i] = ""
            glyphs[own] = [""] * len(glyphs[own])
    return ["" if unicodedata.category(c) == "Cf" else g for c, g in zip(text, glyphs, strict=True)]


class Judge:
    """One paragraph, ready to be drawn in lines."""

    def __init__(self, fribidi: Fribidi, text: str, base: int) -> None:
        """Resolve the paragraph's levels and letter forms."""
        self._fribidi = fribidi
        self._types, self._levels, self._direction = fribidi.resolve(text, base)
        self._glyphs = letter_forms(text)

    def line(self, start: int, end: int) -> str:
        """Return the line that holds logical `[start, end)`, left to right."""
        n = len(self._glyphs)
        levels = (ctypes.c_int8 * n)(*self._levels)
        order = (ctypes.c_int * n)(*range(n))
        library = self._fribidi.library
        library.fribidi_reorder_line(
            _REORDER_MARKS, self._types, end - start, start, self._direction, levels, None, order
        )
        drawn = []
        for i in order[start:end]:
            glyph = self._glyphs[i]
            drawn.append(self._fribidi.mirror(glyph) if levels[i] & 1 else glyph)
        return "".join(drawn)
