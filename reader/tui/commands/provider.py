"""The commands of a screen in the palette."""

from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.markup import escape

from reader.tui.commands.base import Command
from reader.tui.keys import shown
from reader.tui.screens.command_screen import CommandScreen


class CommandProvider(Provider):
    """Offers what can be done now, with its keys."""

    def _commands(self) -> list[tuple[Command[Any], str]]:
        screen = self.screen
        if not isinstance(screen, CommandScreen):
            return []
        keymap = screen.reader.registry.keymap
        return [
            (command, "  ".join(shown(key) for key in keymap.keys[command.id]))
            for command in screen.commands()
        ]

    async def discover(self) -> Hits:
        """Offer everything."""
        for command, keys in self._commands():
            yield DiscoveryHit(
                escape(f"{command.title}  {keys}".rstrip()),
                self._run(command),
                help=escape(command.help()),
            )

    async def search(self, query: str) -> Hits:
        """Offer what matches."""
        matcher = self.matcher(query)
        for command, keys in self._commands():
            score = max(matcher.match(command.title), matcher.match(command.help()) / 2)
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(command.title),
                    self._run(command),
                    text=command.title,
                    help=escape(f"{keys}  {command.help()}"),
                )

    def _run(self, command: Command[Any]) -> Any:
        screen = self.screen
        assert isinstance(screen, CommandScreen)
        return partial(screen.run_command, command.id)
