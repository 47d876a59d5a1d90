"""Opening articles: a file that was asked for is read, and shown where it was asked for."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from textual.widgets import Static

from reader.tui.drawing import visual_line
from reader.tui.messages import DocumentLoaded, LoadFailed
from reader.tui.reading.article import Article
from reader.tui.reading.options import page_options
from reader.tui.reading.search import Sought
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.list_screen import ListScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.workers.loading import LoadJob

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

FIRST_SEEN = 8  # paragraphs that a window is likely to show, until it tells
_NAME_WIDTH = 60


class Openings:
    """Knows which file is being read, and which screen asked for it."""

    def __init__(self, app: "ReaderApp") -> None:
        self._app = app
        self._path: Path | None = None  # what was asked for last and has not come yet
        self._place: int | None = None  # the paragraph to show; None: where it was left
        self._sought: Sought | None = None  # what is to be lit
        self._asker: Screen[Any] | None = None

    def open(self, path: Path, place: int | None = None, sought: Sought | None = None) -> None:
        """Read a file, unless it is being read already; another one takes its place.

        It is shown where the last request wants it.
        """
        if path == self._path:
            if place is not None:
                self._place, self._sought = place, sought
            return
        self._path, self._place, self._sought = path, place, sought
        self._asker = self._app.screen
        self._tell(f"Opening {visual_line(path.name, _NAME_WIDTH, base=0, align='none')} …")
        self._app.crew.loader.replace(LoadJob(path))

    def loaded(self, event: DocumentLoaded) -> None:
        """Show a document that was read, if the screen that asked for it is still on top."""
        wanted, sought = self._place, self._sought
        asker = self._end(event.path)
        if asker is None:
            return
        app = self._app
        if asker is not app.screen and asker is not app.screen_stack[0]:
            name = event.path.name[:_NAME_WIDTH]
            app.say(f"{name} is not shown, as you went on: choose it again.")
            return
        article = Article(event.document)
        position = event.position
        place, offset = (position.place, position.offset) if position else (0, 0)
        if wanted is not None:
            place, offset = wanted, sought.start if sought else 0
        last = max(0, len(event.document.paragraphs) - 1)
        start = (min(place, last), offset)
        app.push_screen(ReadingScreen(article, page_options(app.settings), start, sought))
        app.crew.see(range(place, place + FIRST_SEEN))
        app.crew.read(event.document)

    def failed(self, event: LoadFailed) -> None:
        """Tell why a file cannot be read; show the library if nothing else is shown."""
        if self._end(event.path) is None:
            return
        self._app.say(event.reason, fault=True)
        if len(self._app.screen_stack) < 2:
            self._app.push_screen(LibraryScreen(self._app.paths))

    def _end(self, path: Path) -> Screen[Any] | None:
        """Return who asked for a file, and wait for it no more."""
        if path != self._path:
            return None
        asker = self._asker
        self._tell("")
        self._path = self._asker = None
        return asker

    def _tell(self, text: str) -> None:
        """Show on the screen that asks what is being done."""
        asker = self._asker
        if isinstance(asker, ListScreen):
            asker.show_busy(text)
        elif asker is not None and text:
            asker.mount(Static(text, markup=False))  # the empty one below all others
