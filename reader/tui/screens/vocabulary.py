"""The saved words: their meaning, status and next review."""

from datetime import UTC, datetime
from typing import Any

from reader.store.vocabulary import SavedWord, Status, VocabularyStore
from reader.tui.drawing import visual_line
from reader.tui.screens.list_screen import ListScreen
from reader.tui.screens.prompt import Prompt
from reader.tui.screens.review import ReviewScreen
from reader.tui.widgets.bar import Piece

_STATUS_WIDTH = 10
_DATE_WIDTH = 12
_LEAST = 44  # cells of a list that has room for dates


class VocabularyScreen(ListScreen[None]):
    """Rows are saved words."""

    SCOPES = ("vocabulary",)
    TITLE_TEXT = "Vocabulary"
    EMPTY = " No words yet: press s on a word of an article."

    def on_mount(self) -> None:
        """Read the words."""
        super().on_mount()
        self.reload()

    def on_screen_resume(self) -> None:
        """Read the words again after a review."""
        if self.is_mounted:
            self.reload()

    @property
    def store(self) -> VocabularyStore:
        """The words in the database. Raises StoreError."""
        return VocabularyStore(self.reader.database)

    @property
    def current(self) -> SavedWord | None:
        """The word under the cursor."""
        word: SavedWord | None = self.table.current
        return word

    def reload(self) -> None:
        """Read the words again."""
        with self.reader.faults_shown():
            self.all_rows = list(self.store.words())
            self.refresh_rows()

    def orders(self) -> Any:
        """Newest first, by next review, by status, by spelling."""
        return (
            ("newest", lambda w: -w.added.timestamp()),
            ("next review", lambda w: w.due),
            ("status", lambda w: (w.status, w.word)),
            ("word", lambda w: w.word),
        )

    def draw(self, row: Any, width: int) -> list[Piece]:
        """Return a word's line: status, next review, meaning, word."""
        due = row.due.astimezone().date().isoformat() if width >= _LEAST else ""
        room = max(4, (width - _STATUS_WIDTH - 2 - (_DATE_WIDTH if due else 0)) // 2)
        return [
            Piece(f" {row.status:<{_STATUS_WIDTH}}", f"status-{row.status}"),
            Piece(f"{due:<{_DATE_WIDTH}}" if due else "", "muted"),
            Piece(visual_line(row.gloss, room, base=0)),
            Piece(visual_line(row.word, room, base=1)),
        ]

    def searchable(self, row: Any) -> str:
        """Filter by word, meaning and status."""
        return f"{row.word} {row.lemma} {row.gloss} {row.status}"

    def set_status(self, status: Status) -> None:
        """Set the current word's status. Raises StoreError."""
        if self.current:
            self.store.set_status(self.current.id, status)
            self.reload()

    def forget(self) -> None:
        """Forget the current word. Raises StoreError."""
        if self.current:
            self.store.remove(self.current.id)
            self.reload()

    def edit_gloss(self) -> None:
        """Let the current word's meaning be edited."""
        word = self.current
        if word is None:
            return

        def keep(text: str | None) -> None:
            if text is not None:
                with self.reader.faults_shown():
                    self.store.set_gloss(word.id, text.strip())
                self.reload()

        title = "Meaning"
        self.app.push_screen(Prompt(self.styles_book, title, word.gloss), keep)

    def review(self) -> None:
        """Review the words that are due. Raises StoreError."""
        due = self.store.due(now=datetime.now(UTC))
        if due:
            self.app.push_screen(ReviewScreen(due))
        else:
            self.reader.say("Nothing is due: come back later, or save more words.")

    def on_row_list_chosen(self, event: Any) -> None:
        """Edit the meaning."""
        self.edit_gloss()
