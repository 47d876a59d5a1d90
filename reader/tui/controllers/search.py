"""The search in the open article."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.tui.drawing import visual_line
from reader.tui.reading.cursor import Cursor
from reader.tui.reading.highlights import Match
from reader.tui.reading.search import Notes, all_matches, matches

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

_SHOWN_QUERY = 24


class Search:
    """Remembers the query and the hit one is at."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen
        self.query = ""
        self._given: tuple[Match, ...] | None = None  # hits that were not searched for

    def ask(self) -> None:
        """Open the search field."""
        self._screen.ask("Search", self.query, self.start)

    def start(self, query: str) -> None:
        """Search from the cursor on."""
        self.query = query.strip()
        self._given = None
        if not self.query:
            self.leave()
            return
        view = self._screen.view
        found = all_matches(self._screen.article, self.query, self._notes())
        view.pointing = replace(view.pointing, matches=tuple(found or ()), match=None)
        self.next(1, from_here=True)

    def walk(self, name: str, found: Sequence[Match]) -> None:
        """Walk through given places as if they had been searched for."""
        self.query = name
        self._given = tuple(found)
        view = self._screen.view
        view.pointing = replace(view.pointing, matches=self._given, match=None)
        self.next(1, from_here=True)

    def next(self, step: int, *, from_here: bool = False) -> None:
        """Go to the next hit (1) or the one before (-1), around the ends of the article."""
        screen = self._screen
        here = screen.view.pointing.match
        start = here.paragraph if here else screen.cursor.paragraph
        found = self._beside(start, None if from_here else here, step)
        if found is None:
            screen.reader.say(f"Nothing found for {visual_line(self.query, 40, align='none')}.")
            return
        known = screen.view.pointing.matches
        sentence = (
            screen.article.sentence_at(found.paragraph, found.start)
            if found.side.value == "arabic"
            else 0
        )
        screen.point(Cursor(found.paragraph, sentence), match=found)
        place = f"{known.index(found) + 1} of {len(known)}" if found in known else ""
        shown = visual_line(self.query, _SHOWN_QUERY, align="none")
        screen.status.hint = f"{shown}  {place}  n next · N before · Esc ends"

    def leave(self) -> None:
        """End the search."""
        self.query = ""
        view = self._screen.view
        view.pointing = replace(view.pointing, matches=(), match=None)
        self._screen.show_place()

    def _notes(self) -> Notes:
        return self._screen.desk.notebook.remarks

    def _beside(self, start: int, here: Match | None, step: int) -> Match | None:
        """Walk hits from a paragraph on until the one after `here`."""
        if self._given is not None:
            return self._beside_given(here, step)
        past = here is None
        first = None
        for match in matches(self._screen.article, self.query, start, step, self._notes()):
            if first is None:
                first = match
            if past:
                return match
            past = match == here
        return first if past else None

    def _beside_given(self, here: Match | None, step: int) -> Match | None:
        given = self._given or ()
        if not given:
            return None
        at = given.index(here) + step if here in given else 0
        return given[at % len(given)]
