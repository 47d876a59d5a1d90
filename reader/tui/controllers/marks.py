"""Marks of the open article."""

from typing import TYPE_CHECKING

from reader.store.bookmarks import Bookmark, Bookmarks
from reader.store.documents import DocumentStore
from reader.tui.reading.cursor import Cursor
from reader.tui.screens.menu import Item

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

BEFORE = "'"  # where one was before the last jump
SHOWN = 50


class Marks:
    """Sets marks and goes to them."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen

    def set(self) -> None:
        """Mark this place with the next stroke."""
        self._screen.next_stroke("m", self._set)

    def go(self) -> None:
        """Go to the mark of the next stroke."""
        self._screen.next_stroke("'", self._go)

    def _document(self) -> int | None:
        store = DocumentStore(self._screen.reader.database)
        return store.id_of(self._screen.article.document)

    def _set(self, name: str) -> None:
        number = self._document()
        if number is None or len(name) != 1 or not name.isalnum():
            self._screen.reader.say("A mark is one letter.")
            return
        cursor = self._screen.cursor
        offset = self._screen.article.sentences(cursor.paragraph)[cursor.sentence][0]
        Bookmarks(self._screen.reader.database).put(number, name, cursor.paragraph, offset)
        self._screen.reader.say(f"Marked {name}.")

    def _go(self, name: str) -> None:
        number = self._document()
        if number is None:
            return
        store = Bookmarks(self._screen.reader.database)
        if name in (BEFORE, "ط"):  # the same key under an Arabic layout
            self._list(store.all(number))
            return
        found = store.get(number, name)
        if found is None:
            self._screen.reader.say("There is no such mark here.")
        else:
            self._jump(found)

    def _list(self, marks: list[Bookmark]) -> None:
        if not marks:
            self._screen.reader.say("There are no marks in this article.")
            return
        items = [
            Item(
                mark,
                self._screen.article.text(mark.place)[mark.offset : mark.offset + SHOWN],
                mark.name,
                note=f"¶ {mark.place + 1}",
            )
            for mark in marks
        ]
        self._screen.choose("Marks", items, self._jump)

    def _jump(self, mark: Bookmark) -> None:
        article = self._screen.article
        place = min(mark.place, len(article.document.paragraphs) - 1)
        self._screen.point(Cursor(place, article.sentence_at(place, mark.offset)))
