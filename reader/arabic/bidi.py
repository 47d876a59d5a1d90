"""The Unicode Bidirectional Algorithm (UAX #9) over python-bidi.

python-bidi computes the embedding levels, but its public function returns only reordered text
without mirroring or an index map. The levels are read from its debug report instead, which is not
an API: the distribution is pinned, every report is checked, and the conformance tests run on it.
The rules that belong to a line (L1, L2, L4) are here.
"""

from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from bidi import get_display

from reader.arabic.tables.mirroring import MIRROR
from reader.errors import ReaderError
from reader.extras import install_command

# The report takes about 71 bytes for each byte of text, so it must stay bounded.
MAX_CHARACTERS = 65_536

_MAX_LEVEL = 127  # UAX #9 max_depth 125, plus the two levels that I1 and I2 may add
_ISOLATES = frozenset(("LRI", "RLI", "FSI", "PDI"))
# The characters that X9 removes; the report keeps them, with the level of their neighbour.
REMOVED_BY_X9 = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "BN"))
_RESET_WITH_TRAILING_SPACE = REMOVED_BY_X9 | _ISOLATES | {"WS"}
_SEPARATORS = frozenset("SB")

# Headings of the report. The text itself is escaped onto one physical line, so no document can
# write a line that equals one of these.
_CLASSES_HEADING = "    original_classes: ["
_LEVELS_HEADING = "    levels: ["
_PARAGRAPHS_HEADING = "    paragraphs: ["
_END_OF_LIST = "    ],"
_LEVEL_LINE = {f"            {n},": n for n in range(_MAX_LEVEL + 1)}
_LINES_PER_LEVEL = 3
_LINES_PER_PARAGRAPH = 6
# 1 for the first byte of each UTF-8 sequence, 0 for the others
_IS_FIRST_BYTE = bytes(int(b & 0xC0 != 0x80) for b in range(256))

_NEW_PARAGRAPH = dict.fromkeys(
    map(ord, "\n\r\x1c\x1d\x1e\x85\u2029"), " "
)  # class B: would split the report


class UnsupportedLibraryError(ReaderError):
    """Another version of python-bidi is installed than the one whose report is known."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            f"This python-bidi is not supported: {install_command('python-bidi==0.6.12')}"
        )


class Analysis(NamedTuple):
    """What UAX #9 says about one paragraph."""

    base: int
    """Paragraph embedding level, 0 or 1."""
    levels: list[int]
    """Resolved embedding level of each code point, before L1."""
    classes: list[str]
    """Original bidi class of each code point, as `AL`, `EN`, …"""


def analyse(text: str, base: int | None = None) -> Analysis:
    """Compute embedding levels and bidi classes of one paragraph (UAX #9 rules P2 to I2).

    `base` is the paragraph level; None takes that of the first strong character (P2, P3), 0 if
    there is none. Class B characters count as spaces, except a last one. A text longer than
    `MAX_CHARACTERS` raises ValueError: the caller cuts it (`reader.arabic.pieces`).
    """
    if not text:
        return Analysis(base or 0, [], [])
    if len(text) > MAX_CHARACTERS:
        raise ValueError(f"{len(text)} characters are too many for one paragraph")
    body = text[:-1].translate(_NEW_PARAGRAPH) + text[-1]
    data = body.encode("utf-8", "replace")
    if len(data) != len(body.encode("utf-8", "surrogatepass")):
        body = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in body)
        data = body.encode("utf-8")
    return _read_report(body, data, base)


def _read_report(text: str, data: bytes, base: int | None) -> Analysis:
    direction = None if base is None else "RL"[base == 0]
    lines = get_display(text, base_dir=direction, debug=True).split("\n")
    try:
        first_class = lines.index(_CLASSES_HEADING) + 1
        last_class = lines.index(_END_OF_LIST, first_class)
        first_level = lines.index(_LEVELS_HEADING, last_class) + 1
        last_level = lines.index(_END_OF_LIST, first_level)
        paragraph = lines.index(_PARAGRAPHS_HEADING, last_level) + 1
        if lines[paragraph + _LINES_PER_PARAGRAPH] != _END_OF_LIST:
            raise ValueError("not one paragraph")
        found_base = _LEVEL_LINE[lines[paragraph + 3][4:]]
        by_byte = [
            _LEVEL_LINE[line] for line in lines[first_level + 1 : last_level : _LINES_PER_LEVEL]
        ]
    except (ValueError, KeyError, IndexError) as error:
        raise UnsupportedLibraryError from error
    if not len(by_byte) == len(data) == last_class - first_class:
        raise UnsupportedLibraryError
    firsts = data.translate(_IS_FIRST_BYTE)
    classes = [line[8:-1] for line in compress(lines[first_class:last_class], firsts)]
    return Analysis(found_base, list(compress(by_byte, firsts)), classes)


def self_check() -> None:
    """Raise `UnsupportedLibraryError` if the installed python-bidi is not read right."""
    if analyse("سلا 12 ab\n    levels: [") != _KNOWN:
        raise UnsupportedLibraryError


_KNOWN = Analysis(
    1,
    [1, 1, 1, 1, 2, 2, 1, *[2] * 13, 1, 1, 1],
    ["AL"] * 3 + ["WS", "EN", "EN", "WS", "L", "L"] + ["WS"] * 5 + ["L"] * 6 + ["CS", "WS", "ON"],
)


def resolve_line(
    levels: Sequence[int],
    classes: Sequence[str],
    base: int,
    start: int = 0,
    end: int | None = None,
) -> list[int]:
    """Return the levels of the line `[start, end)` after rule L1.

    Separators, white space before them and at the end of the line take the paragraph level.
    """
    line = list(levels[start:end])
    reset = True
    for i in range(len(line) - 1, -1, -1):
        bidi_class = classes[start + i]
        if bidi_class in _SEPARATORS:
            line[i] = base
            reset = True
        elif bidi_class not in _RESET_WITH_TRAILING_SPACE:
            reset = False
        elif reset:
            line[i] = base
    return line


def reorder(levels: Sequence[int]) -> list[int]:
    """Return the logical index at each visual position, left to right (rule L2).

    From the highest level down to the lowest odd one, every run at that level or above is
    reversed.
    """
    order = list(range(len(levels)))
    odd = [level for level in levels if level & 1]
    if not odd:
        return order
    for level in range(max(levels), min(odd) - 1, -1):
        start = None
        for position, value in enumerate(levels):
            if value >= level:
                if start is None:
                    start = position
            elif start is not None:
                order[start:position] = order[start:position][::-1]
                start = None
        if start is not None:
            order[start:] = order[start:][::-1]
    return order


def mirror(character: str) -> str:
    """Return the glyph that stands for a mirrored character at an odd level (rule L4)."""
    return MIRROR.get(character, character)
