"""Commands: one class each, grouped in files by what they are about.

A command's docstring is its help. Adding one here gives it a place in the palette, in the help,
in the key bar and in the keymaps.
"""

from typing import Any

from reader.tui.commands import (
    annotating,
    comparing,
    general,
    learning,
    library,
    lists,
    marks,
    movement,
    panels,
    search,
    selecting,
    translating,
    travel,
    view,
    vocabulary,
)
from reader.tui.commands.base import Command

_MODULES = (
    movement,
    marks,
    travel,
    view,
    search,
    translating,
    selecting,
    annotating,
    vocabulary,
    panels,
    comparing,
    library,
    lists,
    learning,
    general,
)


def all_commands() -> list[Command[Any]]:
    """Return every command, in the order of the help."""
    return [command() for module in _MODULES for command in module.COMMANDS]
