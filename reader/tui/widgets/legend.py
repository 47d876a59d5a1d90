"""What the colours mean, and which layers are shown."""

from collections.abc import Iterable

from reader.entities.legend import LEGEND
from reader.tui.themes.palettes import KINDS
from reader.tui.themes.styles import StyleBook
from reader.tui.widgets.bar import Bar, Piece

TITLES = {label.value: entry.name for label, entry in LEGEND.items()}


class Legend(Bar):
    """The kinds that occur in the article, in their colours."""

    def __init__(self, styles: StyleBook) -> None:
        super().__init__(styles)
        self._labels: list[str] = []
        self._hidden: set[str] = set()

    def show(self, labels: Iterable[str], hidden: set[str]) -> None:
        """Show these labels; hidden ones are marked."""
        found = set(labels)
        self._labels = [label for label in TITLES if label in found]
        self._hidden = set(hidden)
        self.refresh()

    def left(self) -> list[Piece]:
        """Return the legend."""
        pieces = []
        for label in self._labels:
            hidden = label in self._hidden
            style = "bar-muted" if hidden else f"kind-{KINDS[label]}"
            pieces.append(Piece(f" {'○' if hidden else '●'} {TITLES[label]} ", style))
        return pieces
