"""Marks: places of an article under a letter."""

from typing import TYPE_CHECKING

from reader.tui.commands.base import READING, Command

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

GROUP = "Move"


class SetMark(Command["ReadingScreen"]):
    """Mark this place with the letter typed next; it is kept."""

    id = "move.set_mark"
    title = "Set a mark"
    group, scopes, keys = GROUP, (READING,), ("m",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.marks.set()


class GoToMark(Command["ReadingScreen"]):
    """Go to the mark of the letter typed next; typed twice, the key lists all marks."""

    id = "move.go_to_mark"
    title = "Go to a mark"
    group, scopes, keys = GROUP, (READING,), ("'",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.marks.go()


COMMANDS = (SetMark, GoToMark)
