"""Lines of a page to paragraphs, headings and list items.

A line break inside a paragraph is forced: the next line's first word would not have fitted. Where
it would have fitted, or the gap, the size of the type or an indent says so, a paragraph ends.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from reader.documents.blocks import Block
from reader.documents.model import Direction
from reader.documents.pdf.lines import Glyph, Line, with_spaces
from reader.documents.pdf.order import after_arabic, direction_of_line, logical

HEADING_SIZE = 1.12
"""Type larger than this, by the size of the body's type, is a heading."""
LONGEST_HEADING = 200
_BULLET = re.compile(r"^(?:[•▪▫●○◦■□‣⁃\uf000-\uf0ff]\s*|[*–-]\s+)")
_NUMBERED = re.compile(r"^[0-9٠-٩]{1,3}[.)]\s")
_SIGNS = 8  # glyphs, at most, of another font that stand between those of a line
_STOP = (".", "!", "?", "؟", ":", "…", "»", '"', ".)")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a column as it is read."""

    text: str
    opening: str  # the text, read as the start of a paragraph
    line: Line
    direction: Direction
    room: float  # points of the column's widest line that it leaves free
    first_word: float  # points that its first word takes
    indent: float  # points free at its start


def rows_of(segment: Sequence[Line], page: Direction, *, mirror: bool) -> list[Row]:
    """Return the rows of a column's lines; pieces that stand on one line are joined."""
    lines = list(_joined(segment))
    left = min(line.left for line in lines)
    right = max(line.right for line in lines)
    # the widest line, not the column: one that stands further out would make every other short
    width = max(line.right - line.left for line in lines)
    # text that is aligned at its end, or centred, has no indents that mean anything
    starts = [line.left - left if page == "ltr" else right - line.right for line in lines]
    aligned = 2 * sum(start < 0.5 * line.size for start, line in zip(starts, lines, strict=True))
    result = []
    for line, start in zip(lines, starts, strict=True):
        direction = direction_of_line(line.text, page)
        units = [glyph.text for glyph in line.glyphs]
        text, opening = (
            logical(units, direction, mirror=mirror, opening=first).strip()
            for first in (False, True)
        )
        glyphs = line.glyphs if direction == "ltr" else line.glyphs[::-1]
        indent = start if aligned >= len(lines) else 0.0
        room = width - (line.right - line.left)
        result.append(Row(text, opening, line, direction, room, _first_word(glyphs), indent))
    return result


def blocks_of(columns: Sequence[Sequence[Row]]) -> list[Block]:
    """Return the blocks of all columns of all pages in reading order."""
    body = _body_size(columns)
    sizes = sorted(
        {
            _rounded(row)
            for column in columns
            for row in column
            if row.line.size > HEADING_SIZE * body
        },
        reverse=True,
    )
    leading = _leading(columns)
    blocks: list[Block] = []
    for rows in _paragraphs(columns, leading):
        text = _text(rows)
        size = _rounded(rows[0])
        if (
            size in sizes
            and rows[0].line.size > HEADING_SIZE * body
            and len(text) <= LONGEST_HEADING
        ):
            blocks.append(Block(text, "heading", min(6, sizes.index(size) + 1)))
        elif _BULLET.match(text):
            blocks.append(Block(_BULLET.sub("", text), "list_item", 1))
        elif _NUMBERED.match(text):
            blocks.append(Block(text, "list_item", 1))
        else:
            blocks.append(Block(text))
    return blocks


def _joined(segment: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines from the top, those at the same height as one (a bullet and its text)."""
    waiting: list[Line] = []
    for line in sorted(segment, key=lambda line: -line.top):
        if waiting and _same_height(waiting[0], line):
            waiting.append(line)
            continue
        if waiting:
            yield _one(waiting)
        waiting = [line]
    if waiting:
        yield _one(waiting)


def _same_height(a: Line, b: Line) -> bool:
    shared = min(a.top, b.top) - max(a.bottom, b.bottom)
    apart = a.right <= b.left + 0.2 * a.size or b.right <= a.left + 0.2 * a.size
    level = shared > 0.6 * min(a.top - a.bottom, b.top - b.bottom)
    few, many = sorted((a, b), key=lambda line: len(line.glyphs))
    return level and (apart or (len(few.glyphs) <= _SIGNS and _stands_in_gaps(few, many)))


def _stands_in_gaps(few: Line, many: Line) -> bool:
    """Tell whether glyphs, such as the signs of another font, stand between those of a line."""
    solid = [glyph for glyph in many.glyphs if not glyph.text.isspace()]
    return all(
        glyph.right <= other.left + 0.1 * few.size or other.right <= glyph.left + 0.1 * few.size
        for glyph in few.glyphs
        if not glyph.text.isspace()
        for other in solid
    )


def _fills(glyph: Glyph | None, gap: Glyph) -> bool:
    if glyph is None or glyph.text.isspace():
        return False
    return gap.left < (glyph.left + glyph.right) / 2 < gap.right


def _one(lines: list[Line]) -> Line:
    if len(lines) == 1:
        return lines[0]
    size = max(lines, key=lambda line: len(line.glyphs)).size
    ordered = sorted((g for line in lines for g in line.glyphs), key=lambda g: (g.left, g.right))
    # a gap in one line, where a glyph of another stands, is no space
    glyphs = [
        glyph
        for before, glyph, after in zip(
            [None, *ordered], ordered, [*ordered[1:], None], strict=False
        )
        if not glyph.text.isspace() or not (_fills(before, glyph) or _fills(after, glyph))
    ]
    return Line(
        tuple(with_spaces(glyphs, size)),
        min(line.left for line in lines),
        min(line.bottom for line in lines),
        max(line.right for line in lines),
        max(line.top for line in lines),
        size,
    )


def _first_word(glyphs: Sequence[Glyph]) -> float:
    """Return the width of the first word of glyphs in reading order."""
    word = []
    for glyph in glyphs:
        if glyph.text.isspace():
            break
        word.append(glyph)
    return max(g.right for g in word) - min(g.left for g in word) if word else 0.0


def _rounded(row: Row) -> float:
    return round(row.line.size * 2) / 2


def _body_size(columns: Sequence[Sequence[Row]]) -> float:
    """Return the size of the type that most characters have."""
    counts: dict[float, int] = {}
    for column in columns:
        for row in column:
            counts[_rounded(row)] = counts.get(_rounded(row), 0) + len(row.text)
    return max(counts, key=lambda size: counts[size]) if counts else 1.0


def _leading(columns: Sequence[Sequence[Row]]) -> float:
    """Return the usual distance of baselines, by the size of the type."""
    distances = [
        (a.line.bottom - b.line.bottom) / max(a.line.size, 1.0)
        for column in columns
        for a, b in pairwise(column)
        if _rounded(a) == _rounded(b) and a.line.bottom > b.line.bottom
    ]
    return median(distances) if distances else 1.5


def _paragraphs(columns: Sequence[Sequence[Row]], leading: float) -> Iterator[list[Row]]:
    paragraph: list[Row] = []
    arabic = False  # how numbers had been drawn depends on the letter before, in a line above too
    for column in columns:
        for n, row in enumerate(column):
            if not row.text:
                continue
            if paragraph and _ends(paragraph, row, leading, new_column=n == 0):
                yield paragraph
                paragraph = []
                arabic = False
            paragraph.append(row if arabic else replace(row, text=row.opening))
            arabic = after_arabic(row.text, arabic)
    if paragraph:
        yield paragraph


def _ends(paragraph: list[Row], row: Row, leading: float, *, new_column: bool) -> bool:
    """Tell whether the paragraph is over before `row`."""
    last = paragraph[-1]
    size = max(last.line.size, 1.0)
    if abs(row.line.size - size) > 0.12 * size or row.direction != last.direction:
        return True
    if _BULLET.match(row.text) or _NUMBERED.match(row.text):
        return True
    # a quotation is set in from both sides
    inset = last.indent if abs(row.indent - last.indent) < 0.2 * size else 0.0
    if last.room - 2 * inset > row.first_word + 0.6 * size:
        return True
    if new_column:
        return last.text.endswith(_STOP)
    if last.line.bottom - row.line.bottom > 1.25 * leading * size:
        return True
    listed = _BULLET.match(paragraph[0].text) or _NUMBERED.match(paragraph[0].text)
    # a first line is set in by a little; a short line aligned at its end is far in
    return not listed and size < row.indent - last.indent < 5 * size


def _text(rows: list[Row]) -> str:
    """Return the rows as one text; a word that was divided by a hyphen is whole again."""
    text = rows[0].text
    for row in rows[1:]:
        divided = re.search(r"[a-z]-$", text) and re.match(r"[a-z]", row.text)
        whole = divided or text.endswith("\xad")
        text = text[:-1] + row.text if whole else f"{text} {row.text}"
    return text
