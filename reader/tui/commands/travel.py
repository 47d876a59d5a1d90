"""Travelling to the next thing of a kind: doubts, names, notes, what is not translated."""

from typing import TYPE_CHECKING

from reader.tui.commands.base import READING, Command
from reader.tui.reading.cursor import Stop, doubtful, travel, untranslated, with_entity

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

GROUP = "Travel"


def _go(screen: "ReadingScreen", step: int, stop: Stop, nothing: str) -> None:
    found = travel(screen.article, screen.cursor, step, stop)
    if found is None:
        screen.reader.say(nothing)
    else:
        screen.point(found)


class NextDoubt(Command["ReadingScreen"]):
    """Go to the next sentence whose translation may be wrong; the status line tells why."""

    id = "travel.next_doubt"
    title = "Next doubtful translation"
    group, scopes, keys = GROUP, (READING,), ("] d", "] t")

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        _go(screen, 1, doubtful(screen.article), "No doubtful translation after this.")


class PreviousDoubt(Command["ReadingScreen"]):
    """Go to the doubtful sentence before."""

    id = "travel.previous_doubt"
    title = "Previous doubtful translation"
    group, scopes, keys = GROUP, (READING,), ("[ d", "[ t")

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        _go(screen, -1, doubtful(screen.article), "No doubtful translation before this.")


class NextEntity(Command["ReadingScreen"]):
    """Go to the next sentence with a name or number whose layer is shown."""

    id = "travel.next_entity"
    title = "Next name or number"
    group, scopes, keys = GROUP, (READING,), ("] e",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        _go(screen, 1, with_entity(screen.article), "No name or number after this.")


class PreviousEntity(Command["ReadingScreen"]):
    """Go to the sentence before with a name or number."""

    id = "travel.previous_entity"
    title = "Previous name or number"
    group, scopes, keys = GROUP, (READING,), ("[ e",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        _go(screen, -1, with_entity(screen.article), "No name or number before this.")


class NextUntranslated(Command["ReadingScreen"]):
    """Go to the next paragraph without English."""

    id = "travel.next_untranslated"
    title = "Next untranslated paragraph"
    group, scopes, keys = GROUP, (READING,), ("] u",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        _go(screen, 1, untranslated(screen.article), "Everything after this is translated.")


class PreviousUntranslated(Command["ReadingScreen"]):
    """Go to the paragraph before without English."""

    id = "travel.previous_untranslated"
    title = "Previous untranslated paragraph"
    group, scopes, keys = GROUP, (READING,), ("[ u",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        _go(screen, -1, untranslated(screen.article), "Everything before this is translated.")


COMMANDS = (
    NextDoubt,
    PreviousDoubt,
    NextEntity,
    PreviousEntity,
    NextUntranslated,
    PreviousUntranslated,
)
