"""Which cells of an HTML table hold data of a row, and which only lay out a page.

Old pages put the whole article into one cell, its paragraphs apart by `<br><br>`: there each line
is a block of its own. A cell of a row is one piece of text.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

CELLS = frozenset({"td", "th", "cell"})
LONG_CELL = 200
"""Characters; a longer cell with line breaks is text, not data."""
MOST_NESTED = 20
"""Cells around a cell that is looked through; pages to do harm have thousands."""

_CELL_NAMES = tuple(f"{{*}}{name}" for name in CELLS)
_ROWS = frozenset({"tr", "row"})
_TABLE = frozenset({"table"})


class Cells:
    """Judges the cells of one tree; each table and row is looked through once."""

    def __init__(self, blocks: frozenset[str], skipped: frozenset[str]) -> None:
        self._blocks = blocks
        self._skipped = skipped
        self._known: dict[Any, bool] = {}

    def belongs_to_row(self, cell: Any) -> bool:
        """Tell whether a cell's text is one with that of its row.

        So it is with at most one block inside and other cells with text in the table, unless line
        breaks part what is long, or paragraphs in a cell that is alone in its row.
        """
        if any(True for _ in islice(cell.iterancestors(*_CELL_NAMES), MOST_NESTED, None)):
            return False
        blocks = (child for child in cell.iter() if tag_of(child) in self._blocks)
        if len(list(islice(blocks, 2))) > 1:
            return False  # found without going on through tables that stand in each other
        breaks, doubled = _breaks(cell)
        if not breaks:
            return True  # one text either way
        row, table = _around(cell)
        if not self._several(table):
            return False
        size = sum(len(text.strip()) for _, text in self._texts(cell))
        return size <= LONG_CELL and not (doubled and not self._several(row))

    def _several(self, part: Any) -> bool:
        """Tell whether more than one cell of a row or table has text."""
        if part not in self._known:
            first = None
            self._known[part] = False
            for element, text in self._texts(part):
                if not text.strip():
                    continue
                cell = _up_to(element, CELLS)
                if cell is not None and first is not None and cell is not first:
                    self._known[part] = True
                    break
                first = cell if first is None else first
        return self._known[part]

    def _texts(self, part: Any) -> Iterator[tuple[Any, str]]:
        """Yield each text in an element that is shown, with the element that it stands in."""
        from lxml import etree

        walk = etree.iterwalk(part, events=("start", "comment", "pi"))
        for event, element in walk:
            if element is not part and element.tail:
                yield element.getparent(), element.tail
            if event == "start" and tag_of(element) in self._skipped:
                walk.skip_subtree()
            elif event == "start" and element.text:
                yield element, element.text


def _around(cell: Any) -> tuple[Any, Any]:
    """Return the row and the table of a cell; it stands for either that it lacks."""
    row = _up_to(cell, _ROWS | _TABLE)
    table = _up_to(cell, _TABLE)
    return (cell if row is None else row), (cell if table is None else table)


def _up_to(element: Any, tags: frozenset[str]) -> Any:
    """Return the nearest of the element and those around it that has one of the names."""
    while element is not None and tag_of(element) not in tags:
        element = element.getparent()
    return element


def _breaks(cell: Any) -> tuple[int, bool]:
    """Return how many line breaks a cell has, and whether two follow each other."""
    count = 0
    doubled = False
    for element in cell.iter("br", "lb"):
        after = element.getnext()
        count += 1
        empty = not (element.tail or "").strip()
        doubled = doubled or (empty and after is not None and tag_of(after) in ("br", "lb"))
    return count, doubled


def tag_of(element: Any) -> str:
    """Return an element's name without its namespace; "" for a comment or instruction."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
