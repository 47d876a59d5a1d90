"""The search in the open article."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.tui.page.block import Side
from reader.tui.reading.cursor import Cursor
from reader.tui.reading.highlights import Match
from reader.tui.reading.search import Notes, Sought, all_matches, matches, matches_in

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

_SHOWN_QUERY = 24
_SAID_QUERY = 60


class Search:
    """Remembers the query and the hit one is at."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen
        self.query = ""
        self._given: tuple[Match, ...] | None = None  # hits that were not searched for
        self._counted = True
        self._gone: tuple[Cursor, Match] | None = None  # a hit that a new translation took away
        self._awaited: Sought | None = None  # found in English that is not there yet

    def ask(self) -> None:
        """Open the search field."""
        self._screen.ask("Search", self.query, self.start)

    def start(self, query: str) -> None:
        """Search from the cursor on."""
        self._begin(query)
        if self.query:
            self.next(1, from_here=True)
        else:
            self.leave()

    def _begin(self, query: str) -> None:
        self.query = query.strip()
        self._given = self._awaited = None
        view = self._screen.view
        found = all_matches(self._screen.article, self.query, self._notes()) if self.query else []
        self._counted = found is not None
        view.pointing = replace(view.pointing, matches=tuple(found or ()), match=None)

    def arrive(self, sought: Sought) -> None:
        """Go to what a search of the library found, at once or when its English is there.

        The two searches differ in what they find: where this one does not find the query in the
        paragraph, the words that the other one found there are walked through.
        """
        article, paragraph = self._screen.article, sought.paragraph
        if paragraph >= len(article.document.paragraphs):  # the file has changed since
            return
        notes = self._notes()(paragraph)
        found = matches_in(article, paragraph, sought.query, notes)
        own = [match for match in found if sought.side in (match.side, None)]
        given = sought.on_page(article)
        if own:
            self._begin(sought.query)
            self._go(own[0])
        elif given:
            self.walk(sought.query, given)
        elif sought.side is Side.ENGLISH and paragraph not in article.translations:
            self._awaited = sought

    def renew(self, paragraphs: Collection[int]) -> None:
        """Search paragraphs again whose English, or whose notes, are others now."""
        awaited = self._awaited
        if awaited is not None and awaited.paragraph in paragraphs:
            self._awaited = None
            if not self.query and self._screen.cursor.paragraph == awaited.paragraph:
                self.arrive(awaited)
            return
        if not self.query or self._given is not None:
            return
        view = self._screen.view
        before, match = view.pointing, view.pointing.match
        new = {n: self._in(n) for n in paragraphs}
        known = list(before.matches)
        if self._counted:
            known = [m for m in known if m.paragraph not in new]
            known += [m for found in new.values() for m in found]
            known.sort(key=lambda m: m.paragraph)
        if match is not None and match.paragraph in new:
            old = [m for m in before.matches if m.paragraph == match.paragraph]
            match = _again(match, old, new[match.paragraph])
            if match is None and before.match is not None:
                self._gone = (before.cursor, before.match)
        view.pointing = replace(before, matches=tuple(known), match=match)
        if match is not None and before.selection is None:
            self._tell(match)

    def walk(self, name: str, found: Sequence[Match]) -> None:
        """Walk through given places as if they had been searched for."""
        self.query = name
        self._given, self._awaited = tuple(found), None
        view = self._screen.view
        view.pointing = replace(view.pointing, matches=self._given, match=None)
        if self._given:
            self._go(self._given[0])

    def next(self, step: int, *, from_here: bool = False) -> None:
        """Go to the next hit (1) or the one before (-1), around the ends of the article."""
        here = None if from_here else self._here()
        found = self._beside(here, step)
        if found is None:
            self._screen.reader.say(f"Nothing found for {self.query[:_SAID_QUERY]}.")
        else:
            self._go(found)

    def _here(self) -> Match | None:
        """Return the hit one is at, or the one that was here until the English changed."""
        pointing = self._screen.view.pointing
        if pointing.match is None and self._gone and self._gone[0] == pointing.cursor:
            return self._gone[1]
        return pointing.match

    def _go(self, found: Match) -> None:
        screen = self._screen
        self._gone = None
        screen.view.open_up(found.paragraph, found.side)
        screen.point(Cursor(found.paragraph, self._sentence(found)), match=found)
        self._tell(found)

    def _tell(self, found: Match) -> None:
        known = self._screen.view.pointing.matches
        place = f"{known.index(found) + 1} of {len(known)}" if found in known else ""
        long = len(self.query) > _SHOWN_QUERY
        shown = self.query[: _SHOWN_QUERY - 1] + "…" if long else self.query
        self._screen.status.hint = f"{place}  {shown}  n next · N before · Esc ends".lstrip()

    def leave(self) -> None:
        """End the search."""
        self.query, self._awaited = "", None
        view = self._screen.view
        view.pointing = replace(view.pointing, matches=(), match=None)
        self._screen.show_place()

    def _notes(self) -> Notes:
        return self._screen.desk.notebook.remarks

    def _in(self, paragraph: int) -> list[Match]:
        return matches_in(self._screen.article, paragraph, self.query, self._notes()(paragraph))

    def _beside(self, here: Match | None, step: int) -> Match | None:
        """Return the hit after `here`, or from the cursor's sentence on."""
        if self._given is not None:
            return self._beside_given(here, step)
        if not self._screen.article.document.paragraphs:
            return None
        article, notes = self._screen.article, self._notes()
        start = here.paragraph if here else self._screen.cursor.paragraph
        if here is not None:
            there = self._in(start)
            if here in there:
                beside = there[there.index(here) + 1 :] if step > 0 else there[: there.index(here)]
            else:
                beside = [m for m in there if (_place(m) > _place(here)) == (step > 0)]
        else:
            sentence = self._screen.cursor.sentence
            numbered = [(self._sentence(match), match) for match in self._in(start)]
            beside = [m for n, m in numbered if n == sentence or (n > sentence) == (step > 0)]
        if beside:
            return beside[0 if step > 0 else -1]
        start = (start + step) % len(article.document.paragraphs)
        return next(matches(article, self.query, start, step, notes), None)

    def _sentence(self, match: Match) -> int:
        return self._screen.article.sentence_of(match.paragraph, match.side, match.start)

    def _beside_given(self, here: Match | None, step: int) -> Match | None:
        given = self._given or ()
        if not given:
            return None
        if here in given:
            return given[(given.index(here) + step) % len(given)]
        cursor = self._screen.cursor.paragraph
        beside = [m for m in given if (m.paragraph - cursor) * step >= 0] or given
        return beside[0 if step > 0 else -1]


def _place(match: Match) -> tuple[bool, int]:
    return match.side is Side.ENGLISH, match.start


def _again(match: Match, old: Sequence[Match], new: Sequence[Match]) -> Match | None:
    """Return the hit in a paragraph's new texts that one in its old ones has become."""
    before = [m for m in old if m.side is match.side]
    after = [m for m in new if m.side is match.side]
    if match in before and len(before) == len(after):
        return after[before.index(match)]
    return next((m for m in after if m.start >= match.start), None)
