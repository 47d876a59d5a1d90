"""Rows to runs of text with named styles."""

from dataclasses import dataclass

from reader.arabic.layout import Line
from reader.tui.page.block import Row
from reader.tui.page.geometry import GAP, GUTTER, SCROLLBAR, Geometry
from reader.tui.page.layers import Layers, Names

PLAIN: Names = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Text drawn in one style; `width` in cells."""

    text: str
    width: int
    names: Names = PLAIN


@dataclass(frozen=True, slots=True)
class RowMarks:
    """What stands in the gutters of a row."""

    current: bool = False  # the paragraph of the cursor
    note: str = ""  # one cell beside the English: a doubt, a note


def paint_row(
    row: Row,
    shape: Geometry,
    arabic: Layers,
    english: Layers,
    marks: RowMarks,
    *,
    arabic_under: Names = PLAIN,
    english_under: Names = PLAIN,
    shifts: tuple[int, int] = (0, 0),
) -> list[Run]:
    """Return the runs of a whole row but for the scroll bar, exactly `shape.width` - 1 wide.

    `…_under` are names below all layers of that side: dimmed, heading, placeholder. `shifts` are
    added to offsets of the Arabic and the English line before its layers are asked.
    """
    bar = ("mark",) if marks.current else PLAIN
    runs = [Run(" " * shape.margin, shape.margin)]
    runs.append(Run("▌" if marks.current else " ", 1, bar))
    runs.append(Run(marks.note or " ", 1, ("gutter-note",)))
    if shape.stacked or not shape.english:
        line = row.arabic or row.english
        if row.arabic:
            runs += paint_line(line, shape.inner, arabic, arabic_under, shifts[0])
        else:
            runs += paint_line(line, shape.inner, english, english_under, shifts[1])
    else:
        runs += paint_line(row.english, shape.english, english, english_under, shifts[1])
        runs.append(Run(" │ ", GAP, ("rule",)))
        runs += paint_line(row.arabic, shape.arabic, arabic, arabic_under, shifts[0])
    runs.append(Run(" ▐" if marks.current else "  ", GUTTER, bar))
    rest = shape.width - SCROLLBAR - sum(run.width for run in runs)
    if rest > 0:
        runs.append(Run(" " * rest, rest))
    return [run for run in runs if run.width > 0]


def paint_line(
    line: Line | None, width: int, layers: Layers, under: Names = PLAIN, shift: int = 0
) -> list[Run]:
    """Return a line's runs, padded to `width` on the side where its paragraph ends."""
    if line is None:
        return [Run(" " * width, width)]
    runs: list[Run] = []
    text: list[str] = []
    size, names = 0, PLAIN
    for cell in line.cells:
        if not cell.width:
            continue
        found = under + layers.at(cell.start + shift, cell.end + shift)
        if found != names and text:
            runs.append(Run("".join(text), size, names))
            text, size = [], 0
        names = found
        text.append(cell.glyph)
        size += cell.width
    if text:
        runs.append(Run("".join(text), size, names))
    pad = width - sum(run.width for run in runs)
    if pad > 0:
        space = Run(" " * pad, pad)
        runs = [space, *runs] if line.base else [*runs, space]
    return runs
