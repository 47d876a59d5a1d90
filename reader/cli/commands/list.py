"""`reader list`: the library on standard output."""

import json
import shutil
import sys
from typing import TYPE_CHECKING, cast

import click

from reader.arabic.layout import visual_line
from reader.arabic.sanitise import safe
from reader.cli.counting import counted

if TYPE_CHECKING:
    from reader.store.library import Entry, SortKey

_SORTS = (
    "title", "size", "read", "translated", "entities", "annotations", "date", "added", "opened",
    "source", "path",
)  # fmt: skip


@click.command("list", short_help="List the library.")
@click.option("--sort", type=click.Choice(_SORTS), default="title", show_default=True)
@click.option("--reverse", is_flag=True, help="Largest or newest first.")
@click.option("--text", default="", help="Only with this in title, source, author or path.")
@click.option("--tag", default="", help="Only with this tag.")
@click.option("--unread", is_flag=True, help="Only what was never opened.")
@click.option("--untranslated", is_flag=True, help="Only what is not wholly translated.")
@click.option("--annotated", is_flag=True, help="Only with annotations.")
@click.option("--stories", is_flag=True, help="One of each group of near-duplicates.")
@click.option("--since", default="", metavar="DATE", help="Articles of this date and after.")
@click.option("--until", default="", metavar="DATE", help="Articles of this date and before.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a document.")
def command(
    sort: str,
    reverse: bool,
    text: str,
    tag: str,
    unread: bool,
    untranslated: bool,
    annotated: bool,
    stories: bool,
    since: str,
    until: str,
    as_json: bool,
) -> None:
    """List the documents of the library.

    Into a file or pipe: fields separated by tabs (share read, share translated, characters,
    entities, annotations, date, title, path).
    """
    from reader.documents.dates import is_iso
    from reader.errors import ReaderError
    from reader.settings.files import read_settings
    from reader.settings.paths import database_path, state_folder
    from reader.store import Database
    from reader.store.library import Filter, Library
    from reader.terminal.printing import printing

    for option, date in (("--since", since), ("--until", until)):
        if date and not is_iso(date):
            raise ReaderError(
                f"{option} {date} is no date: write the date as 2026-05-01, 2026-05 or 2026."
            )
    only = Filter(text, tag, unread, untranslated, annotated, stories, since, until)
    with Database(database_path()) as database:
        entries = Library(database).entries(cast("SortKey", sort), reverse=reverse, only=only)
    if as_json:
        for entry in entries:
            click.echo(json.dumps(entry._asdict(), ensure_ascii=False))
        return
    if not sys.stdout.isatty():
        for entry in entries:
            click.echo("\t".join((*_numbers(entry), safe(entry.title), safe(entry.path))))
        return
    width = shutil.get_terminal_size().columns
    with printing(read_settings().display.render, state_folder(), sys.stdout) as mode:
        click.echo(" read transl.  chars entities notes date")
        for entry in entries:
            click.echo(_row(entry, width, mode))
    click.echo(counted(len(entries), "document"))


def _numbers(entry: "Entry") -> list[str]:
    return [
        f"{entry.read:.0%}",
        f"{entry.translated:.0%}",
        str(entry.size),
        "" if entry.entities is None else str(entry.entities),
        str(entry.annotations),
        safe(entry.date[:10]),
    ]


def _row(entry: "Entry", width: int, mode: str) -> str:
    read, translated, size, entities, annotations, date = _numbers(entry)
    start = f"{read:>5} {translated:>7} {size:>6} {entities:>8} {annotations:>5} {date:10} "
    return start + visual_line(entry.title, max(10, width - len(start)), align="none", render=mode)
