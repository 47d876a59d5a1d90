"""The `reader` command: one file in `commands/` for each subcommand.

Only the module of the command that runs is imported, so start-up stays light.
"""

import sys
from importlib import import_module
from pkgutil import iter_modules

import click

from reader import __version__
from reader.errors import ReaderError

EXIT_BAD_INPUT = 2
_OPEN = "open"


class LazyCommands(click.Group):
    """Finds subcommands by file name; anything else on the line is a path to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the subcommands' names, sorted."""
        from reader.cli import commands

        return sorted(module.name.replace("_", "-") for module in iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the subcommand's module and return its `command`."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"reader.cli.commands.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let `reader FILE…` and `reader --option FILE…` mean `reader open …`."""
        own = {"--help", "-h", "--version", "--debug"}
        rest = [a for a in args if a != "--debug"]
        if not rest or (rest[0] not in own and rest[0] not in self.list_commands(ctx)):
            args = [a for a in args if a == "--debug"] + [_OPEN, *rest]
        return super().parse_args(ctx, args)


@click.group(
    cls=LazyCommands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`reader FILE…` opens files or folders; `reader COMMAND --help` tells more.",
)
@click.version_option(__version__, prog_name="reader")
@click.option("--debug", is_flag=True, help="Show the full traceback of a fault.")
def cli(debug: bool) -> None:
    """Read Arabic articles with an offline English translation beside each paragraph."""


def main() -> None:
    """Run the command line; a user's fault is one sentence on standard error and status 2."""
    debug = "--debug" in sys.argv[1:]
    try:
        cli(prog_name="reader")
    except ReaderError as error:
        if debug:
            raise
        print(f"reader: {error}", file=sys.stderr)
        sys.exit(EXIT_BAD_INPUT)
