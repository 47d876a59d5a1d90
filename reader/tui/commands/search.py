"""Finding text in the article."""

from typing import TYPE_CHECKING

from reader.tui.commands.base import READING, Command

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

GROUP = "Search"


class Find(Command["ReadingScreen"]):
    """Search Arabic and English; vowel marks and letter variants do not matter."""

    id = "search.find"
    title = "Search in the article"
    group, scopes, keys, footer = GROUP, (READING,), ("/",), "search"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.search.ask()


class PreviousHit(Command["ReadingScreen"]):
    """Go to the search's hit before."""

    id = "search.previous"
    title = "Previous hit"
    group, scopes, keys = GROUP, (READING,), ("N",)

    def available(self, screen: "ReadingScreen") -> bool:
        return bool(screen.search.query)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.search.next(-1)


COMMANDS = (Find, PreviousHit)
