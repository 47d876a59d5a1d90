"""The keys of a screen, made from the keymap in use."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import set_cell_size
from textual.app import ComposeResult
from textual.widgets import Static

from reader.tui.commands.base import Command
from reader.tui.keys import shown
from reader.tui.screens.list_screen import ListScreen
from reader.tui.widgets.bar import Piece

KEY_WIDTH = 18
TITLE_WIDTH = 34
LEAST_EXPLANATION = 20  # columns; with fewer it stands below the list only


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A command's line, or the head of a group."""

    keys: str
    title: str
    help: str = ""
    command: str = ""


class HelpScreen(ListScreen[str | None]):
    """Lists keys, titles and explanations; Enter runs the command.

    The explanation of the row under the cursor stands below the list as a whole, since beside the
    title there is seldom room for it.
    """

    SCOPES = ("menu",)
    TITLE_TEXT = "Keys"
    CSS = """
    HelpScreen #explanation { height: auto; max-height: 3; padding: 0 2; color: $text-muted; }
    """

    def __init__(self, commands: Sequence[Command[Any]]) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        """Put the explanation above the keys."""
        *above, keys = super().compose()
        yield from above
        yield Static("", id="explanation", markup=False)
        yield keys

    def on_row_list_moved(self) -> None:
        """Explain the command under the cursor."""
        row = self.table.current
        self.query_one("#explanation", Static).update(row.help if row is not None else "")

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
        title = max(0, min(TITLE_WIDTH, width - KEY_WIDTH - 2))
        room = width - KEY_WIDTH - title - 2
        text = row.help if len(row.help) <= room else row.help[: max(0, room - 1)] + "…"
        return [
            Piece("  " + set_cell_size(row.keys, KEY_WIDTH), "mark"),
            Piece(f"{row.title:<{title}}"[:title]),
            Piece(text if room >= LEAST_EXPLANATION else "", "muted"),
        ]

    def searchable(self, row: Any) -> str:
        """Filter by key, title and explanation; heads stay with their commands."""
        return f"{row.keys} {row.title} {row.help}"

    def on_row_list_chosen(self, event: Any) -> None:
        """Run the command on the screen below."""
        self.dismiss(event.row.command or None)
