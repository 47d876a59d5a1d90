"""The word cursor of the reading screen."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.arabic.sanitise import safe
from reader.tui.page.block import Side
from reader.tui.reading.highlights import linked
from reader.tui.reading.selection import Selection, words_of
from reader.tui.reading.window import Spot
from reader.tui.reading.word_motion import by_words, side_text, start_at, visually

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Words:
    """Moves the word cursor and makes it a selection."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen

    @property
    def selection(self) -> Selection | None:
        """The selection, if there is one."""
        return self._screen.view.pointing.selection

    def text(self) -> str:
        """Return the selected words."""
        selection = self.selection
        if selection is None:
            return ""
        start, end = selection.span
        return side_text(self._screen.article, selection.paragraph, selection.side)[start:end]

    def start(
        self, side: Side = Side.ARABIC, offset: int | None = None, paragraph: int | None = None
    ) -> bool:
        """Put the cursor on a word, by default the first of the current sentence.

        Tell whether there is a word that can be meant; where there is none, say why.
        """
        self._screen.reader.crew.look_up.prepare()
        cursor = self._screen.cursor
        article = self._screen.article
        if paragraph is None:
            paragraph = cursor.paragraph
        if not self._seen(side, paragraph):
            return False
        if offset is None:
            offset = article.sentence_start(paragraph, side, cursor.sentence)
        found = start_at(article, paragraph, side, offset)
        if found is None and side is Side.ENGLISH:
            self._screen.reader.say("This paragraph has no English yet.")
            return False
        if found is None:
            self._screen.reader.say("There is no word here.")
        self._set(found)
        return found is not None

    def _seen(self, side: Side, paragraph: int) -> bool:
        """Tell whether a side is shown, and say so if it is not: a hidden word cannot be meant."""
        if self._screen.view.shows_side(paragraph, side):
            return True
        self._screen.reader.say("The English is hidden here: show it first.")
        return False

    def stop(self) -> None:
        """Leave the word cursor; the current sentence is the one it stood in."""
        self._screen.desk.relinking = ""  # the lost annotation is left as it is
        self._set(None)

    def toggle_extending(self) -> None:
        """Let the selection grow with the cursor, or shrink it to the word."""
        if self.selection:
            extending = not self.selection.extending
            self._set(replace(self.selection, extending=extending, anchor=self.selection.head))

    def set_extending(self) -> None:
        """Let the selection grow with the cursor."""
        if self.selection and not self.selection.extending:
            self._set(replace(self.selection, extending=True))

    def move(self, count: int) -> None:
        """Move in the order of the text."""
        if self.selection:
            self._follow(by_words(self._screen.article, self.selection, count))

    def move_visually(self, columns: int, rows: int, count: int) -> None:
        """Move as the screen shows it."""
        window = self._screen.view.window
        selection = self.selection
        if selection is None or window is None:
            return
        for _ in range(count):
            selection = visually(window, selection, columns, rows)
        self._follow(selection)

    def _follow(self, moved: Selection) -> None:
        if self._seen(moved.side, moved.paragraph):
            self._set(moved)

    def select_sentence(self) -> None:
        """Select the sentence of the cursor."""
        selection = self.selection
        if selection is None:
            return
        article = self._screen.article
        place, side = selection.paragraph, selection.side
        number = article.sentence_of(place, side, selection.head[0])
        whole = (0, len(side_text(article, place, side)))
        start, end = article.sentences(place)[number]
        if side is Side.ENGLISH:
            start, end = article.english_sentence(place, number) or whole
        text = side_text(article, selection.paragraph, selection.side)[start:end]
        start += len(text) - len(text.lstrip())
        self._set(selection.over(start, start + len(text.strip())))

    def select_paragraph(self) -> None:
        """Select the whole paragraph."""
        if self.selection:
            text = side_text(self._screen.article, self.selection.paragraph, self.selection.side)
            self._set(self.selection.over(0, len(text)))

    def keep_up(self, before: str) -> None:
        """Let go of a selection whose words were `before` and are others in new English."""
        if self.text() != before:
            self._set(None)

    def select(self, side: Side, paragraph: int, start: int, end: int) -> None:
        """Select a given stretch; English that is held back is shown."""
        self._screen.view.open_up(paragraph, side)
        if not self._seen(side, paragraph):
            return
        self._set(Selection(side, paragraph, (start, end), (start, end)))

    def drag(self, start: Spot, end: Spot) -> None:
        """Select from one spot to another, inside the paragraph and language of the first."""
        paragraph, side, first = start
        other_language = end.paragraph == paragraph and end.side is not side
        if other_language or not self._screen.view.shows_side(paragraph, side):
            return
        article = self._screen.article
        last = end.offset
        if end.paragraph != paragraph:
            last = len(side_text(article, paragraph, side)) if end.paragraph > paragraph else 0
        anchor = start_at(article, paragraph, side, first)
        head = start_at(article, paragraph, side, last)
        if anchor is not None and head is not None:
            self._set(Selection(side, paragraph, anchor.head, head.head, extending=True))

    def swap_ends(self) -> None:
        """Move the cursor to the other end of the selection."""
        selection = self.selection
        if selection:
            text = side_text(self._screen.article, selection.paragraph, selection.side)
            self._set(selection.swapped(words_of(text)))

    def other_side(self) -> None:
        """Go to the other language, to the linked words where they are known."""
        selection = self.selection
        if selection is None:
            self.start(Side.ENGLISH)
            return
        article = self._screen.article
        place, side = selection.paragraph, selection.side
        links = linked(article, place, side, selection.span)
        number = article.sentence_of(place, side, selection.head[0])
        start = article.sentence_start(place, side.other, number)
        self.start(side.other, min((first for first, _ in links), default=start), place)

    def copy(self) -> None:
        """Copy the selected words in logical order."""
        self._screen.reader.copy_text(self.text())

    def _set(self, selection: Selection | None) -> None:
        self._screen.select(selection)

    def describe(self) -> str:
        """Return what the status line says of the selection."""
        selection = self.selection
        if selection is None:
            return ""
        start, end = selection.span
        size = len(safe(self.text()).split())
        return f"{selection.side.value} {start}–{end} · {size} word{'s' if size != 1 else ''}"
