"""The keys of a screen, made from the keymap in use."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import set_cell_size

from reader.tui.commands.base import Command
from reader.tui.keys import shown
from reader.tui.screens.list_screen import ListScreen
from reader.tui.widgets.bar import Piece

KEY_WIDTH = 18
TITLE_WIDTH = 34


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A command's line, or the head of a group."""

    keys: str
    title: str
    help: str = ""
    command: str = ""


class HelpScreen(ListScreen[str | None]):
    """Lists keys, titles and explanations; Enter runs the command."""

    SCOPES = ("menu",)
    TITLE_TEXT = "Keys"

    def __init__(self, commands: Sequence[Command[Any]]) -> None:
        super().__init__()
        self._commands = commands

    def on_mount(self) -> None:
        """List the commands by group."""
        keymap = self.reader.registry.keymap
        for group in dict.fromkeys(command.group for command in self._commands):
            self.all_rows.append(HelpRow("", group))
            for command in self._commands:
                if command.group == group:
                    keys = "  ".join(shown(key) for key in keymap.keys[command.id])
                    self.all_rows.append(HelpRow(keys, command.title, command.help(), command.id))
        super().on_mount()

    def draw(self, row: Any, width: int) -> list[Piece]:
        """Return a line."""
        if not row.command:
            return [Piece(f" {row.title}", "column-head")]
        room = max(1, width - KEY_WIDTH - TITLE_WIDTH - 2)
        text = row.help if len(row.help) <= room else row.help[: room - 1] + "…"
        return [
            Piece("  " + set_cell_size(row.keys, KEY_WIDTH), "mark"),
            Piece(f"{row.title:<{TITLE_WIDTH}}"[:TITLE_WIDTH]),
            Piece(text, "muted"),
        ]

    def searchable(self, row: Any) -> str:
        """Filter by key, title and explanation; heads stay with their commands."""
        return f"{row.keys} {row.title} {row.help}"

    def on_row_list_chosen(self, event: Any) -> None:
        """Run the command on the screen below."""
        self.dismiss(event.row.command or None)
