"""Figures of an article, with a bar for each kind of name and number."""

from asyncio import to_thread
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from reader.arabic.statistics import TextStatistics
from reader.entities.model import Entity
from reader.tui.screens.list_screen import ListScreen
from reader.tui.themes.palettes import KINDS
from reader.tui.widgets.bar import Piece
from reader.tui.widgets.legend import TITLES

BAR_WIDTH = 40


class StatisticsScreen(ListScreen[None]):
    """Words, sentences, reading time, known words, names and numbers by kind."""

    SCOPES = ("lookup",)
    TITLE_TEXT = "Statistics"
    EMPTY = " Counting…"
    COUNTED = False

    def __init__(
        self, count: Callable[[], tuple[TextStatistics, float]], entities: Sequence[Entity]
    ) -> None:
        super().__init__()
        self._count = count
        self._entities = entities

    def on_mount(self) -> None:
        """Count in a thread: a book has many words."""
        super().on_mount()
        self.run_worker(self._fill())

    async def _fill(self) -> None:
        figures, known = await to_thread(self._count)
        counts = Counter(entity.label.value for entity in self._entities)
        most = max(counts.values(), default=1)
        rows: list[list[Piece]] = [
            _figure("words", f"{figures.words:,}"),
            _figure("different words", f"{figures.distinct_words:,}"),
            _figure("sentences", f"{figures.sentences:,}"),
            _figure("characters", f"{figures.characters:,}"),
            _figure("reading time", f"{figures.minutes} min"),
            _figure("known words", f"{known:.0%}"),
            [],
        ]
        for label, number in counts.most_common():
            bar = "█" * max(1, round(BAR_WIDTH * number / most))
            rows.append(
                [
                    Piece(f" {TITLES[label]:<16}", f"kind-{KINDS[label]}"),
                    Piece(f"{number:>5}  "),
                    Piece(bar, f"kind-{KINDS[label]}"),
                ]
            )
        self.all_rows = rows
        self.refresh_rows()

    def draw(self, row: Any, width: int) -> list[Piece]:
        """Return the row, which is drawn already."""
        pieces: list[Piece] = row
        return pieces


def _figure(name: str, value: str) -> list[Piece]:
    return [Piece(f" {name:<16}", "muted"), Piece(f"{value:>8}")]
