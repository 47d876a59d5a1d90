"""Finding things in the whole library: texts, and the articles of a name."""

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from reader.store.entities import EntityStore, IndexEntry
from reader.store.library import Library
from reader.store.search import Hit, SearchIndex
from reader.tui.page.block import Side
from reader.tui.reading.search import Sought
from reader.tui.screens.entity_index import EntityIndexScreen
from reader.tui.screens.finding import FindingScreen
from reader.tui.screens.menu import Item

if TYPE_CHECKING:
    from reader.tui.screens.library import LibraryScreen

_SIDES = {"text": Side.ARABIC, "translation": Side.ENGLISH}
INDEX_S = 0.3  # how long a search may wait for the index


class Finder:
    """Searches, and opens what was found at its place."""

    def __init__(self, screen: "LibraryScreen") -> None:
        self._screen = screen
        self._query = ""

    def ask(self) -> None:
        """Ask what to search for."""
        self._screen.ask("Search the library", self._query, self.search)

    def search(self, query: str) -> None:
        """Show what was found."""
        self._query = query.strip()
        if not self._query:
            return
        index = SearchIndex(self._screen.reader.database)
        until = monotonic() + INDEX_S
        # what was opened or annotated since; the rest of a new library follows in the background
        index.update(should_stop=lambda: monotonic() > until)
        hits = index.search(self._query)

        def open_hit(hit: Hit | None) -> None:
            if hit is not None:
                self._screen.reader.open_document(
                    Path(hit.path), hit.place, sought=_sought(self._query, hit)
                )

        self._screen.app.push_screen(FindingScreen(self._query, hits), open_hit)

    def names(self) -> None:
        """Show the names of the library."""
        store = EntityStore(self._screen.reader.database)

        def articles(entry: IndexEntry | None) -> None:
            if entry is not None:
                self._articles(store, entry)

        self._screen.app.push_screen(EntityIndexScreen(store), articles)

    def _articles(self, store: EntityStore, entry: IndexEntry) -> None:
        library = Library(self._screen.reader.database)
        items = []
        for document_id, mentions in store.documents_naming(entry.id):
            article = library.entry(document_id)
            if article is None:
                continue
            place = store.mentions(entry.id, document_id)[0].paragraph
            items.append(Item((article.path, place), article.title, note=str(mentions)))

        def open_article(value: tuple[str, int]) -> None:
            self._screen.reader.open_document(Path(value[0]), value[1])

        self._screen.choose("Articles", items, open_article)


def _sought(query: str, hit: Hit) -> Sought:
    return Sought(query, hit.place, _SIDES.get(hit.kind), hit.text, hit.spans)
