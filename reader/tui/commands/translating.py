"""Correcting the translation."""

from typing import TYPE_CHECKING

from reader.tui.commands.base import READING, Command

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class EditTranslation(Command["ReadingScreen"]):
    """Correct the sentence's English; it is kept wherever the same Arabic sentence occurs."""

    id = "translation.edit"
    title = "Edit the translation"
    group, scopes, keys, footer = "Translation", (READING,), ("e",), "edit"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.corrections.edit()


COMMANDS = (EditTranslation,)
