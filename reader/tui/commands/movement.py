"""Moving through an article."""

from typing import TYPE_CHECKING

from reader.tui.commands.base import READING, Command
from reader.tui.reading.cursor import Cursor, by_paragraphs, by_sentences, readable

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

GROUP = "Move"


class NextParagraph(Command["ReadingScreen"]):
    """Go to the next paragraph; with a number, so many further."""

    id = "move.next_paragraph"
    title = "Next paragraph"
    group, scopes, keys, counts, footer = GROUP, (READING,), ("j", "down"), True, "next"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.point(by_paragraphs(screen.article, screen.cursor, count or 1))


class PreviousParagraph(Command["ReadingScreen"]):
    """Go to the paragraph before; with a number, so many back."""

    id = "move.previous_paragraph"
    title = "Previous paragraph"
    group, scopes, keys, counts = GROUP, (READING,), ("k", "up"), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.point(by_paragraphs(screen.article, screen.cursor, -(count or 1)))


class NextSentence(Command["ReadingScreen"]):
    """Go to the next sentence; while a search is on, to its next hit."""

    id = "move.next_sentence"
    title = "Next sentence or hit"
    group, scopes, keys, counts = GROUP, (READING,), ("n",), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        if screen.search.query:
            screen.search.next(1)
        else:
            screen.point(by_sentences(screen.article, screen.cursor, count or 1))


class PreviousSentence(Command["ReadingScreen"]):
    """Go to the sentence before."""

    id = "move.previous_sentence"
    title = "Previous sentence"
    group, scopes, keys, counts = GROUP, (READING,), ("p",), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.point(by_sentences(screen.article, screen.cursor, -(count or 1)))


class PageDown(Command["ReadingScreen"]):
    """Go one page on."""

    id = "move.page_down"
    title = "Page down"
    group, scopes, keys, counts = GROUP, (READING,), ("space", "pagedown"), True
    footer = "page"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.page(count or 1)


class PageUp(Command["ReadingScreen"]):
    """Go one page back."""

    id = "move.page_up"
    title = "Page up"
    group, scopes, keys, counts = GROUP, (READING,), ("b", "pageup"), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.page(-(count or 1))


class HalfPageDown(Command["ReadingScreen"]):
    """Go half a page on."""

    id = "move.half_page_down"
    title = "Half a page down"
    group, scopes, keys = GROUP, (READING,), ("ctrl+d",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.page(0.5)


class HalfPageUp(Command["ReadingScreen"]):
    """Go half a page back."""

    id = "move.half_page_up"
    title = "Half a page up"
    group, scopes, keys = GROUP, (READING,), ("ctrl+u",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.page(-0.5)


class First(Command["ReadingScreen"]):
    """Go to the beginning; with a number, to that paragraph."""

    id = "move.first"
    title = "Beginning"
    group, scopes, keys, counts = GROUP, (READING,), ("g", "home"), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        places = readable(screen.article)
        if places:
            at = min(max((count or 1) - 1, 0), len(places) - 1)
            screen.point(Cursor(places[at]))
            screen.view.put_on_top(places[at])


class Last(Command["ReadingScreen"]):
    """Go to the end."""

    id = "move.last"
    title = "End"
    group, scopes, keys = GROUP, (READING,), ("G", "end")

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        places = readable(screen.article)
        if places:
            screen.point(Cursor(places[-1]))
            screen.view.go_end()


class Contents(Command["ReadingScreen"]):
    """Show the table of contents and jump to a heading."""

    id = "move.contents"
    title = "Table of contents"
    group, scopes, keys = GROUP, (READING,), ("o",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.panels.show_contents()


COMMANDS = (
    NextParagraph,
    PreviousParagraph,
    NextSentence,
    PreviousSentence,
    PageDown,
    PageUp,
    HalfPageDown,
    HalfPageUp,
    First,
    Last,
    Contents,
)
