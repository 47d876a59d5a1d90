"""A passage laid out: its rows, each with a line of either language."""

from dataclasses import dataclass
from enum import Enum

from reader.arabic.layout import Line, lay_out
from reader.tui.page.geometry import Geometry, PageOptions


class Side(Enum):
    """The language that a line, a cursor or a selection belongs to."""

    ARABIC = "arabic"
    ENGLISH = "english"

    @property
    def other(self) -> "Side":
        """The other language."""
        return Side.ENGLISH if self is Side.ARABIC else Side.ARABIC


@dataclass(frozen=True, slots=True)
class Row:
    """One screen row of a block; both lines are None in the empty row below it."""

    arabic: Line | None = None
    english: Line | None = None

    @property
    def empty(self) -> bool:
        """Tell the row below a block from the others."""
        return self.arabic is None and self.english is None

    def line(self, side: Side) -> Line | None:
        """Return the line of one language."""
        return self.arabic if side is Side.ARABIC else self.english


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of a passage. Offsets in lines count from the passage's start on the Arabic side,
    and in the passage's English on the other."""

    rows: tuple[Row, ...]

    @property
    def height(self) -> int:
        """Rows, with the empty one below."""
        return len(self.rows)

    def row_of(self, side: Side, offset: int) -> int:
        """Return the row where the offset stands, the last row of that side when beyond it."""
        found = 0
        for number, row in enumerate(self.rows):
            line = row.line(side)
            if line is None or not line.cells:
                continue
            found = number
            if offset < max(cell.end for cell in line.cells):
                break
        return found

    def first_offset(self, row: int) -> tuple[Side, int]:
        """Return a place in the text that identifies the row in any other layout."""
        for number in range(min(row, len(self.rows) - 1), -1, -1):
            for side in Side:
                line = self.rows[number].line(side)
                if line is not None and line.cells:
                    return side, min(cell.start for cell in line.cells)
        return Side.ARABIC, 0


def lay_out_block(
    arabic: str, english: str, shape: Geometry, options: PageOptions, base: int | None
) -> Block:
    """Lay a passage out: side by side, or the Arabic above the English."""
    right = lay_out(arabic, shape.arabic, base, harakat=options.harakat, render=options.render)
    left = (
        lay_out(english, shape.english, 0, harakat=True, render=options.render)
        if shape.english and english
        else []
    )
    if shape.stacked:
        rows = [Row(arabic=line) for line in right] + [Row(english=line) for line in left]
    else:
        height = max(len(right), len(left))
        rows = [
            Row(
                arabic=right[n] if n < len(right) else None,
                english=left[n] if n < len(left) else None,
            )
            for n in range(height)
        ]
    return Block((*rows, Row()))
