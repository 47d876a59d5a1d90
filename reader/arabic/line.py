"""A line of cells in visual order, and the way between its columns and logical offsets."""

from dataclasses import dataclass
from typing import NamedTuple

Columns = tuple[int, int]
"""Half-open range of screen columns, 0 at the left edge of the line's first cell."""


class Cell(NamedTuple):
    """What is drawn in one place of a line."""

    glyph: str
    """Text to print; empty for a character that is not drawn."""
    width: int
    """Screen columns, 0 for a character that is not drawn."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph."""

    cells: tuple[Cell, ...]
    """In visual order, left to right."""
    start: int
    end: int
    base: int
    """Paragraph embedding level: a line of level 1 is drawn against the right edge."""

    @property
    def text(self) -> str:
        """The line as it is printed, left to right."""
        return "".join(cell.glyph for cell in self.cells)

    @property
    def width(self) -> int:
        """Screen columns that the line takes."""
        return sum(cell.width for cell in self.cells)

    def columns_of(self, start: int, end: int) -> list[Columns]:
        """Return the columns that logical `[start, end)` takes on this line, left to right.

        Adjacent columns are one range; where the direction changes there are several.
        """
        ranges: list[Columns] = []
        column = 0
        for cell in self.cells:
            after = column + cell.width
            if cell.width and cell.start < end and start < cell.end:
                if ranges and ranges[-1][1] == column:
                    ranges[-1] = (ranges[-1][0], after)
                else:
                    ranges.append((column, after))
            column = after
        return ranges

    def offset_at(self, column: int) -> int:
        """Return the logical offset of what is drawn in a column.

        Left or right of the line it is that of the nearest cell; on a line that draws nothing, the
        line's start.
        """
        position = 0
        nearest = self.start
        for cell in self.cells:
            if cell.width:
                nearest = cell.start
                if column < position + cell.width:
                    break
            position += cell.width
        return nearest
