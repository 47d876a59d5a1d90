"""Screenshots as arrays, and the cells in them."""

import subprocess

import numpy as np
import numpy.typing as npt

Picture = npt.NDArray[np.uint8]
_TOLERANCE = 2  # of 255, mean over a cell; one dot of a letter is 5
_EDGE = 2  # pixels at the sides of a cell, into which the neighbours' strokes bleed


def screenshot(display: str) -> Picture:
    """Return the X screen as rows, columns, RGB."""
    done = subprocess.run(
        ["import", "-display", display, "-window", "root", "-depth", "8", "ppm:-"],
        capture_output=True,
        check=True,
    )
    magic, size, _, pixels = done.stdout.split(b"\n", 3)
    if magic != b"P6":
        raise RuntimeError("ImageMagick's import did not write a PPM picture")
    width, height = map(int, size.split())
    return np.frombuffer(pixels, np.uint8).reshape(height, width, 3)


class Cells:
    """A page cut into its cells, measured by the two marks in the first row."""

    def __init__(
        self,
        picture: Picture,
        first: tuple[int, int, int],
        last: tuple[int, int, int],
        columns: int,
    ) -> None:
        """Find the marks; raises ValueError where they are not on the picture."""
        top, bottom, left, _ = _box(picture, first)
        *_, right = _box(picture, last)
        self._picture = picture
        self._top, self._left = top, left
        self.height, self.width = bottom - top, (right - left) / columns

    def at(self, row: int, column: int, width: int = 1) -> Picture:
        """Return the pixels of a cell, counted from zero."""
        top = self._top + row * self.height
        left = round(self._left + column * self.width)
        return self._picture[top : top + self.height, left : left + round(width * self.width)]


def _box(picture: Picture, colour: tuple[int, int, int]) -> tuple[int, int, int, int]:
    rows, columns = np.nonzero((picture == np.array(colour, np.uint8)).all(axis=2))
    if not len(rows):
        raise ValueError("a mark is not on the picture")
    return int(rows.min()), int(rows.max()) + 1, int(columns.min()), int(columns.max()) + 1


def distance(one: Picture, other: Picture) -> float:
    """Return the mean difference of two cells' pixels, 0 to 255, their sides left out."""
    difference = np.abs(one.astype(int) - other.astype(int))
    return float(difference[:, _EDGE:-_EDGE].mean())


def right_cells(cells: Cells, widths: list[int]) -> list[bool]:
    """Tell for each cell of row 1 whether it looks like its reference, row 2 on."""
    result = []
    column = 0
    for i, width in enumerate(widths):
        shown = cells.at(1, column, width)
        result.append(distance(shown, cells.at(2 + i, column, width)) <= _TOLERANCE)
        column += width
    return result
