"""What works on every screen."""

from typing import TYPE_CHECKING, Any

from reader.tui.commands.base import EVERYWHERE, READING, Command

if TYPE_CHECKING:
    from reader.tui.screens.command_screen import CommandScreen
    from reader.tui.screens.reading import ReadingScreen

GROUP = "Program"


class Help(Command["CommandScreen[Any]"]):
    """Show the keys of this screen."""

    id = "program.help"
    title = "Help"
    group, scopes, keys, footer = GROUP, (EVERYWHERE,), ("?", "f1"), "help"

    def run(self, screen: "CommandScreen[Any]", count: int | None) -> None:
        screen.reader.show_help(screen)


class Palette(Command["CommandScreen[Any]"]):
    """Find any command by its name."""

    id = "program.palette"
    title = "Command palette"
    group, scopes, keys = GROUP, (EVERYWHERE,), ("ctrl+p", ":")

    def run(self, screen: "CommandScreen[Any]", count: int | None) -> None:
        screen.reader.action_command_palette()


class Back(Command["CommandScreen[Any]"]):
    """Leave this screen; on the first one, end the program."""

    id = "program.back"
    title = "Back"
    group, scopes, keys, footer = GROUP, (EVERYWHERE,), ("q",), "back"

    def run(self, screen: "CommandScreen[Any]", count: int | None) -> None:
        screen.reader.go_back(screen)


class Quit(Command["CommandScreen[Any]"]):
    """End the program; everything is already kept."""

    id = "program.quit"
    title = "Quit"
    group, scopes, keys = GROUP, (EVERYWHERE,), ("ctrl+c", "ctrl+q")

    def run(self, screen: "CommandScreen[Any]", count: int | None) -> None:
        screen.reader.exit()


class NextTheme(Command["CommandScreen[Any]"]):
    """Change to the next of the reader's themes: dark, light, high contrast, colour-blind safe."""

    id = "program.theme"
    title = "Next theme"
    group, scopes, keys = GROUP, (EVERYWHERE,), ("ctrl+t",)

    def run(self, screen: "CommandScreen[Any]", count: int | None) -> None:
        screen.reader.next_theme()


class Escape(Command["ReadingScreen"]):
    """Leave the search or the typed number; otherwise nothing."""

    id = "program.escape"
    title = "Leave the search"
    group, scopes, keys = GROUP, (READING,), ("escape",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.search.leave()


class CopySentence(Command["ReadingScreen"]):
    """Copy the current sentence with its translation, in logical order."""

    id = "program.copy"
    title = "Copy the sentence"
    group, scopes, keys = GROUP, (READING,), ("y",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.copy_sentence()


COMMANDS = (Help, Palette, Back, Quit, NextTheme, Escape, CopySentence)
