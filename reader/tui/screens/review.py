"""Reviewing saved words: the word in its sentence, then its meaning, then how well it was known."""

from collections.abc import Sequence
from datetime import UTC, datetime

from textual.app import ComposeResult

from reader.store.vocabulary import Rating, SavedWord, VocabularyStore
from reader.tui.drawing import lay_out, visual_line
from reader.tui.screens.command_screen import CommandScreen
from reader.tui.screens.list_screen import ListTitle
from reader.tui.widgets.bar import Piece
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.row_list import RowList

_MARGIN = 8
_LEAST = 32  # cells that a margin does not take from the text


class ReviewScreen(CommandScreen[None]):
    """One card after another; a word forgotten comes again at the end."""

    SCOPES = ("review",)

    def __init__(self, words: Sequence[SavedWord]) -> None:
        super().__init__()
        self._left = list(words)
        self._done = 0
        self.revealed = False

    def compose(self) -> ComposeResult:
        """Lay the card out."""
        yield ListTitle(self.styles_book, widget_id="title")
        yield RowList(self.styles_book, lambda row, _: list(row))
        yield KeyBar(self.styles_book)

    def on_mount(self) -> None:
        """Show the first card."""
        super().on_mount()
        self.table.focus()
        self.show_card()

    def on_resize(self) -> None:
        """Wrap the sentence again."""
        self.show_card()

    @property
    def table(self) -> RowList:
        """The card's rows."""
        return self.query_one(RowList)

    @property
    def word(self) -> SavedWord:
        """The word on the card."""
        return self._left[0]

    def reveal(self) -> None:
        """Show the meaning."""
        self.revealed = True
        self.show_card()
        self.show_keys()

    def rate(self, rating: Rating) -> None:
        """Record how well the word was known and go on. Raises StoreError."""
        store = VocabularyStore(self.reader.database)
        reviewed = store.review(self.word.id, rating, now=datetime.now(UTC))
        self._left.pop(0)
        self._done += 1
        if rating == "again":
            self._left.append(reviewed)
        if not self._left:
            self.reader.say(f"{self._done} review{'' if self._done == 1 else 's'} done.")
            self.dismiss(None)
            return
        self.revealed = False
        self.show_card()

    def show_card(self) -> None:
        """Draw the card for the width of the window."""
        margin = min(_MARGIN, max(0, (self.size.width - _LEAST) // 2))
        width = max(2, self.size.width - 2 * margin)
        pad = Piece(" " * margin, "")
        word = self.word
        rows: list[list[Piece]] = [[pad, Piece(visual_line(word.word, width, base=1), "title")]]
        if self.revealed:  # above the sentence, which may be longer than the window
            rows += [[pad, Piece(line.text, "title")] for line in lay_out(word.gloss, width, 0)]
        rows.append([])
        for line in lay_out(word.sentence, width, 1):
            fill = " " * max(0, width - line.width)
            rows.append([pad, Piece(fill + line.text, "")])
        if self.revealed:
            rows.append([])
            rows += [
                [pad, Piece(line.text, "muted")] for line in lay_out(word.translation, width, 0)
            ]
        self.table.show(rows, 0)
        title = self.query_one("#title", ListTitle)
        title.text, title.note = "Review", f"{self._done} done, {len(self._left)} left"
        title.refresh()
