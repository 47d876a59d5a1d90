"""The commands and the keymap in use."""

from collections.abc import Sequence
from typing import Any

from reader.settings.keymap import Keymap, as_keys, build, preset
from reader.settings.model import Keys
from reader.tui.commands import all_commands
from reader.tui.commands.base import Command
from reader.tui.keys import shown


class Registry:
    """Commands by id, and their keys as the settings have them.

    Raises SettingsError for keys that cannot be.
    """

    def __init__(self, keys: Keys) -> None:
        self.commands: list[Command[Any]] = all_commands()
        self._by_id = {command.id: command for command in self.commands}
        bindable = [command.bindable() for command in self.commands]
        self.keymap: Keymap = build(
            bindable,
            preset(keys.preset, bindable),
            own={name: as_keys(value) for name, value in keys.bind.items()},
            arabic_layout=keys.arabic_layout,
        )

    def command(self, command_id: str) -> Command[Any]:
        """Return the command of that id."""
        return self._by_id[command_id]

    def takes_count(self, command_id: str) -> bool:
        """Tell whether a command takes a number before its key."""
        return self.command(command_id).counts

    def footer_keys(self, commands: Sequence[Command[Any]]) -> list[tuple[str, str]]:
        """Return the key and the word of commands that the key bar shows, help first."""
        return [
            (shown(self.keymap.keys[c.id][0]), c.footer)
            for c in sorted(commands, key=lambda command: command.id != "program.help")
            if c.footer and self.keymap.keys[c.id]
        ]
