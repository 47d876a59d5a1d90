"""`reader completion SHELL`: the script that completes commands and options."""

import click
from click.shell_completion import get_completion_class


@click.command("completion", short_help="Print the completion script of a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script; for bash: eval "$(reader completion bash)" in ~/.bashrc."""
    from reader.cli import cli

    completion = get_completion_class(shell)
    assert completion is not None  # click has these three
    click.echo(completion(cli, {}, "reader", "_READER_COMPLETE").source())
