"""The line above an article: its title, and where it comes from."""

from reader.documents.model import Document
from reader.tui.drawing import visual_line
from reader.tui.themes.styles import StyleBook
from reader.tui.widgets.bar import Bar, Piece


class TitleBar(Bar):
    """Title at the right, as Arabic begins there; source and date at the left."""

    def __init__(self, styles: StyleBook) -> None:
        super().__init__(styles)
        self._document: Document | None = None

    def show(self, document: Document) -> None:
        """Show a document's title."""
        self._document = document
        self.refresh()

    def left(self) -> list[Piece]:
        """Return source and date."""
        if self._document is None:
            return []
        known = self._document.metadata
        facts = [fact for fact in (known.source, known.author, known.date[:10]) if fact]
        text = " · ".join(facts)
        return [
            Piece(" " + visual_line(text, max(1, self.size.width // 2), align="none"), "bar-muted")
        ]

    def right(self) -> list[Piece]:
        """Return the title, cut to its room."""
        if self._document is None:
            return []
        room = max(1, self.size.width - 2)
        return [Piece(visual_line(self._document.title, room, align="none") + " ", "title")]
