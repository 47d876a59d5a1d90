"""`reader [PATH…]`: read on the screen; without a terminal, print."""

import sys
from pathlib import Path

import click

from reader.errors import StoreError


@click.command("open", short_help="Read files or folders (the default command).")
@click.argument("paths", nargs=-1, type=click.Path(readable=False))
@click.option("--model", metavar="NAME|FILE", help="Argos package to translate with.")
@click.option("--translator", metavar="URL", help="LibreTranslate server to translate with.")
@click.option("--annotator", metavar="NAME", help="Your name on annotations.")
@click.option(
    "--render",
    type=click.Choice(["auto", "app", "terminal", "off"]),
    help="Who orders and joins the Arabic.",
)
@click.option("--theme", metavar="NAME", help="Theme, for this time.")
@click.option("--width", type=click.IntRange(20), metavar="N", help="Widest page, in columns.")
def command(
    paths: tuple[str, ...],
    model: str | None,
    translator: str | None,
    annotator: str | None,
    render: str | None,
    theme: str | None,
    width: int | None,
) -> None:
    """Open files and folders: one document at once, several as a library.

    Without PATH your library opens: what was ever opened or added, at first the sample articles.
    Without a terminal on standard output the articles are printed as `reader show` prints them.
    """
    from reader.arabic.bidi import self_check
    from reader.cli.documents import to_open
    from reader.cli.screen import has_terminal, run_on_screen
    from reader.settings.files import read_settings
    from reader.settings.overrides import overridden
    from reader.settings.paths import state_folder
    from reader.tui.services import real_services

    self_check()
    files = to_open(paths) if paths else library()
    settings = overridden(
        read_settings(),
        {
            "display.theme": theme,
            "display.render": render,
            "reading.max_width": width,
            "translation.model": model,
            "translation.translator": translator or ("" if model else None),
            "annotation.annotator": annotator,
        },
    )
    chosen = settings.translation
    services = real_services(model, chosen.translator or None)
    if has_terminal():
        sys.exit(run_on_screen(services, settings, files))
    from reader.cli.printing import choose_printing, print_documents
    from reader.terminal.printing import printing

    how = choose_printing(width, False, "auto", sys.stdout)
    with printing(settings.display.render, state_folder(), sys.stdout) as mode:
        settings = overridden(settings, {"display.render": mode})
        failed = print_documents(files, services, settings, how, sys.stdout)
    if failed:
        sys.exit(2)


def library() -> list[Path]:
    """Return the files of the library, by title; without any but the samples, the samples."""
    from reader.assets import seeds_path
    from reader.cli.documents import find_some
    from reader.settings.paths import database_path
    from reader.store import Database
    from reader.store.library import Library

    samples = seeds_path()
    files = []
    if database_path().exists():
        try:
            with Database(database_path()) as database:
                files = [Path(entry.path) for entry in Library(database).entries()]
        except StoreError:
            pass  # the screen tells it, beside the samples
    own = [file for file in files if file.is_absolute() and samples not in file.parents]
    return own or find_some([str(samples)])
