"""`reader show PATH…`: print articles in two languages."""

import os
import sys

import click


@click.command("show", short_help="Print articles in two languages.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(readable=False))
@click.option("--width", type=click.IntRange(20, 1000), metavar="N", help="Columns of the page.")
@click.option("--plain", is_flag=True, help="Logical order without letter forms, no colours.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour names and numbers.",
)
@click.option("--model", metavar="NAME|FILE", help="Argos package to translate with.")
@click.option("--translator", metavar="URL", help="LibreTranslate server to translate with.")
def command(
    paths: tuple[str, ...],
    width: int | None,
    plain: bool,
    color: str,
    model: str | None,
    translator: str | None,
) -> None:
    """Print files, or the documents in folders: English at the left, Arabic at the right."""
    from reader.cli.documents import find_some
    from reader.cli.printing import choose_printing, print_documents
    from reader.settings.files import read_settings
    from reader.settings.overrides import overridden
    from reader.settings.paths import state_folder
    from reader.terminal.printing import printing
    from reader.tui.services import real_services

    files = find_some(paths)
    settings = read_settings()
    server = translator or ("" if model else settings.translation.translator)
    services = real_services(model, server or None)
    how = choose_printing(width, plain, color, sys.stdout)
    try:
        with printing(settings.display.render, state_folder(), sys.stdout) as mode:
            settings = overridden(settings, {"display.render": mode})
            failed = print_documents(files, services, settings, how, sys.stdout)
    except BrokenPipeError:
        # whoever read the pages has seen enough; Python must not complain at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    if failed:
        sys.exit(2)
