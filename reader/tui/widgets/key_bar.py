"""The keys at the bottom, made from the commands that can be used now."""

from rich.cells import cell_len

from reader.tui.themes.styles import StyleBook
from reader.tui.widgets.bar import Bar, Piece


class KeyBar(Bar):
    """Keys with a word each."""

    def __init__(self, styles: StyleBook) -> None:
        super().__init__(styles)
        self._keys: list[tuple[str, str]] = []

    def show(self, keys: list[tuple[str, str]]) -> None:
        """Show pairs of a key and what it does."""
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def left(self) -> list[Piece]:
        """Return the keys."""
        pieces: list[Piece] = []
        room = self.size.width
        for key, word in self._keys:
            pair = [Piece(f" {key}", "bar-key"), Piece(f" {word} ", "bar-muted")]
            room -= sum(cell_len(piece.text) for piece in pair)
            if room < 0:
                break
            pieces += pair
        return pieces
