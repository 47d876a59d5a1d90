"""A one-line bar of styled words: what the title, status, legend and key bars share."""

from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.drawing import visual_line
from reader.tui.themes.styles import StyleBook

_LEAST = 8  # columns in which a shortened text still says something


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of a bar, already in visual order and harmless, in a named style.

    A `logical` one is in logical order: it is cut to the room that is left, then ordered.
    """

    text: str
    name: str = "bar"
    logical: bool = False


class Bar(Widget):
    """Shows pieces at the left and at the right of one line; the left ones give way."""

    DEFAULT_CSS = "Bar { height: 1; width: 1fr; }"

    def __init__(self, styles: StyleBook, *, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._book = styles

    def recolour(self, styles: StyleBook) -> None:
        """Draw in other colours."""
        self._book = styles
        self.refresh()

    def left(self) -> list[Piece]:
        """Return what stands at the left."""
        return []

    def right(self) -> list[Piece]:
        """Return what stands at the right."""
        return []

    def render_line(self, y: int) -> Strip:
        """Return the bar."""
        width = self.size.width
        right = _fit(self.right(), width)
        room = width - sum(cell_len(piece.text) for piece in right)
        left = _fit(self.left(), room)
        gap = room - sum(cell_len(piece.text) for piece in left)
        pieces = [*left, Piece(" " * gap), *right]
        segments = [Segment(piece.text, self._book.style(("bar", piece.name))) for piece in pieces]
        return Strip([segment for segment in segments if segment.text], width)


def _fit(pieces: list[Piece], room: int) -> list[Piece]:
    """Leave out whole pieces that do not fit, so that Arabic is never cut at its wrong end."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece.logical:
            if room <= _LEAST:
                break
            shown = visual_line(piece.text, room - 2, base=0, align="none")
            piece = Piece(f" {shown} ", piece.name)
        size = cell_len(piece.text)
        if size > room:
            if piece.text.isascii() and room > 1:
                kept.append(Piece(piece.text[:room], piece.name))
            break
        kept.append(piece)
        room -= size
    return kept
