"""`reader [PATH…]`: read on the screen; without a terminal, print."""

import sys

import click

from reader.errors import DocumentError


@click.command("open", short_help="Read files or folders (the default command).")
@click.argument("paths", nargs=-1, type=click.Path())
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

    Without PATH the sample library opens. Without a terminal on standard output the articles are
    printed as `reader show` prints them.
    """
    from reader.arabic.bidi import self_check
    from reader.assets import seeds_path
    from reader.cli.screen import has_terminal, run_on_screen
    from reader.documents import find
    from reader.documents.files import exists, read_bytes
    from reader.settings.files import read_settings
    from reader.settings.overrides import overridden
    from reader.settings.paths import state_folder
    from reader.tui.services import real_services

    self_check()
    files = find(paths or (str(seeds_path()),))
    if not files:
        raise DocumentError("There are no documents here: name files or folders that hold some.")
    if not any(str(file) == "-" or exists(str(file)) for file in files):
        read_bytes(str(files[0]))  # says what is wrong with it
    settings = overridden(
        read_settings(),
        {
            "display.theme": theme,
            "display.render": render,
            "reading.max_width": width,
            "translation.model": model,
            "translation.translator": translator,
            "annotation.annotator": annotator,
        },
    )
    chosen = settings.translation
    services = real_services(chosen.model or None, chosen.translator or None)
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
