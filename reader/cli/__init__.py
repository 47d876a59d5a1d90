"""The `reader` command: one file in `commands/` for each subcommand.

Only the module of the command that runs is imported, so start-up stays light.
"""

import os
import shlex
import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from pkgutil import iter_modules

import click
from click.shell_completion import CompletionItem

from reader import __version__

_OPEN = "open"


class LazyCommands(click.Group):
    """Finds subcommands by file name; anything else on the line is a path to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the subcommands' names, sorted."""
        from reader.cli import commands

        return sorted(_command_name(module.name) for module in iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the subcommand's module and return its `command`."""
        if cmd_name not in self.list_commands(ctx):
            return None
        name = cmd_name.replace("-", "_")
        # a file cannot be called as a keyword of Python: `import` is import_.py
        name += "_" if iskeyword(name) else ""
        module = import_module(f"reader.cli.commands.{name}")
        command: click.Command = module.command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Return the subcommands and options that begin so, and ask the shell for files too.

        Files come first, since bash forgets at a request for files what came before it: it offers
        them where no subcommand begins so, zsh and fish offer both.
        """
        items = super().shell_complete(ctx, incomplete)
        if not incomplete.startswith("-"):
            items.insert(0, CompletionItem(incomplete, type="file"))
        return items

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let `reader FILE…` and `reader --option FILE…` mean `reader open …`."""
        if ctx.resilient_parsing and not args:  # shell completion of the first word
            return super().parse_args(ctx, args)
        own = {"--help", "-h", "--version", "--debug"}
        rest = [a for a in args if a != "--debug"]
        if not rest or (rest[0] not in own and rest[0] not in self.list_commands(ctx)):
            if rest:
                _refuse_mistyped(rest, self.list_commands(ctx))
            args = [a for a in args if a == "--debug"] + [_OPEN, *rest]
        return super().parse_args(ctx, args)


def _refuse_mistyped(words: list[str], commands: list[str]) -> None:
    """Raise ReaderError for a first word that is no file and nearly a command."""
    from difflib import get_close_matches

    from reader.documents.files import exists
    from reader.errors import ReaderError

    near = [] if exists(words[0]) else get_close_matches(words[0], commands, n=1, cutoff=0.7)
    if near:
        meant = shlex.join(["reader", near[0], *words[1:]])
        raise ReaderError(f"There is no file {words[0]}: did you mean `{meant}`?")


def _command_name(module: str) -> str:
    return module.removesuffix("_").replace("_", "-")


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
    """Run the command line; what goes wrong is one sentence on standard error (`cli.faults`)."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by who started the program
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    try:
        cli(prog_name="reader")
    except Exception as error:
        if "--debug" in sys.argv[1:]:
            raise
        from reader.cli.faults import report

        sys.exit(report(error))
