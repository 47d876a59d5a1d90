"""The commands and the keymap in use."""

from typing import Any

from reader.settings.keymap import Keymap, as_keys, build, preset
from reader.settings.model import Keys
from reader.tui.commands import all_commands
from reader.tui.commands.base import Command


class Registry:
    """Commands by id, and their keys as the settings have them.

    Raises SettingsError for keys that cannot be.
    """

    def __init__(self, keys: Keys) -> None:
        self.commands: list[Command[Any]] = all_commands()
        self._by_id = {command.id: command for command in self.commands}
        self.keymap: Keymap = build(
            [command.bindable() for command in self.commands],
            preset(keys.preset),
            own={name: as_keys(value) for name, value in keys.bind.items()},
            arabic_layout=keys.arabic_layout,
        )

    def command(self, command_id: str) -> Command[Any]:
        """Return the command of that id."""
        return self._by_id[command_id]
