"""Letter forms of one run of Arabic characters, with the code points each form stands for.

arabic-reshaper chooses the forms. It keeps no index map, does not know all letters, and stumbles
over marks and joiners, so it is given only letters it knows: marks and format characters are taken
out, ZWJ becomes a tatweel, other letters become stand-ins of the same joining type. Its output is
aligned with the letters again, and the originals are put back.
"""

import logging
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from reader.arabic.joining import TATWEEL, ZWJ, ZWNJ, joining_type
from reader.arabic.presentation import FORM_OF, FORMS, PresentationForm, letters_of
from reader.arabic.reshaper import PLAIN, reshape, stand_in
from reader.arabic.width import drawn

_log = logging.getLogger(__name__)


_COMPOSING_MARKS = frozenset("\u0653\u0654\u0655")  # madda, hamza above, hamza below
_LONGEST_CACHED = 48


class Shaped(NamedTuple):
    """One drawn unit of a run: offsets are relative to the run."""

    glyph: str
    marks: str
    width: int
    start: int
    end: int


class _Letter(NamedTuple):
    """A letter of the run as the reshaper sees it."""

    stand_in: str
    original: str
    start: int
    is_drawn: bool = True


def shape_run(run: str, is_rtl: bool) -> tuple[int, tuple[Shaped, ...]]:
    """Return how many leading code points have no base in the run, and the shaped units after.

    `run` holds Arabic letters, marks, joiners and invisible format characters of one embedding
    level. The units are contiguous, in logical order; a unit of several glyphs (a folded ligature
    character) has them in visual order.
    """
    if len(run) <= _LONGEST_CACHED:
        return _shape_cached(run, is_rtl)
    return _shape(run, is_rtl)


def _read_letters(run: str) -> tuple[list[_Letter], dict[int, str]]:
    """Split a run into letters and, by offset, the marks that are drawn."""
    letters: list[_Letter] = []
    marks: dict[int, str] = {}
    for i, character in enumerate(run):
        if character == ZWJ:
            letters.append(_Letter(TATWEEL, character, i, False))
        elif character == ZWNJ:
            letters.append(_Letter(ZWNJ, character, i, False))
        elif joining_type(character) == "T":
            if character in _COMPOSING_MARKS and _compose(letters, character):
                continue
            if drawn(character).kind == "mark":
                marks[i] = character
        else:
            for letter in letters_of(character):
                letters.append(_Letter(stand_in(letter), letter, i))
    return letters, marks


def _compose(letters: list[_Letter], mark: str) -> bool:
    """Compose alef, waw, yeh … with a following hamza or madda, as NFC does."""
    if not letters or not letters[-1].is_drawn:
        return False
    last = letters[-1]
    composed = unicodedata.normalize("NFC", last.original + mark)
    if len(composed) != 1:
        return False
    letters[-1] = _Letter(stand_in(composed), composed, last.start)
    return True


def _shape(run: str, is_rtl: bool) -> tuple[int, tuple[Shaped, ...]]:
    plain = _shape_plain(run) if PLAIN.issuperset(run) else None
    return _shape_any(run, is_rtl) if plain is None else (0, plain)


def _shape_plain(run: str) -> tuple[Shaped, ...] | None:
    """Shape a run of letters that the reshaper knows, which most words are: three times as fast.

    None if the forms do not match the letters.
    """
    shaped = []
    start = 0
    for form in reshape(run):
        known = FORMS.get(form)
        letters = known.letters if known else form
        end = start + len(letters)
        if run[start:end] != letters:
            return None
        shaped.append(Shaped(form, "", 1, start, end))
        start = end
    return tuple(shaped) if start == len(run) else None


def _shape_any(run: str, is_rtl: bool) -> tuple[int, tuple[Shaped, ...]]:
    letters, marks = _read_letters(run)
    first = next((letter.start for letter in letters if letter.is_drawn), len(run))
    units: list[tuple[str, int]] = []  # glyphs in logical order, start
    for glyph, start in _align(letters):
        if units and units[-1][1] == start:
            before = units[-1][0]
            units[-1] = (glyph + before if is_rtl else before + glyph, start)
        else:
            units.append((glyph, start))
    shaped = []
    for position, (glyph, start) in enumerate(units):
        end = units[position + 1][1] if position + 1 < len(units) else len(run)
        own = "".join(marks[i] for i in range(start, end) if i in marks) if marks else ""
        shaped.append(Shaped(glyph, own, _width(glyph), start, end))
    return first, tuple(shaped)


def _width(glyph: str) -> int:
    return 1 if len(glyph) == 1 else sum(drawn(c).width for c in glyph)


_shape_cached = lru_cache(maxsize=16_384)(_shape)


def _align(letters: list[_Letter]) -> list[tuple[str, int]]:
    """Return each drawn glyph with the offset of its first letter."""
    glyphs = []
    position = 0
    for form in reshape("".join(letter.stand_in for letter in letters)):
        known = FORMS.get(form) or PresentationForm(form, "isolated")
        sources = letters[position : position + len(known.letters)]
        if "".join(letter.stand_in for letter in sources) != known.letters:
            _log.warning("letter forms do not match their letters; drawn without joining")
            return [(letter.original, letter.start) for letter in letters if letter.is_drawn]
        position += len(sources)
        first = sources[0]
        if not first.is_drawn:
            continue
        if first.stand_in != first.original:
            form = FORM_OF.get((first.original, known.form), first.original)
        glyphs.append((form, first.start))
    return glyphs
