"""Commands of the tutor."""

from typing import TYPE_CHECKING

from reader.tui.commands.base import READING, SELECT, Command

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class SkipStep(Command["ReadingScreen"]):
    """Go to the tutor's next step without doing this one."""

    id = "tutor.skip"
    title = "Skip this step"
    group, scopes, keys, footer = "Tutor", (READING, SELECT), ("ctrl+n",), "skip"

    def available(self, screen: "ReadingScreen") -> bool:
        from reader.tui.screens.tutor import TutorScreen

        return isinstance(screen, TutorScreen)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        from reader.tui.screens.tutor import TutorScreen

        if isinstance(screen, TutorScreen):
            screen.skip()


COMMANDS = (SkipStep,)
