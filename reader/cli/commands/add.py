"""`reader add PATH…`: files and folders into the library."""

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from reader.cli.counting import counted
from reader.cli.warning import warn

if TYPE_CHECKING:
    from reader.store.importing import Importer, ImportResult
    from reader.store.search import SearchIndex


@click.command("add", short_help="Add files and folders to the library.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(readable=False))
@click.option("--watch", is_flag=True, help="Go on with what changes in the folders until Ctrl+C.")
@click.option("--unwatch", is_flag=True, help="Only forget the folders that were watched.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="One JSON object about what was done; with --watch one more after each change.",
)
@click.option("--quiet", is_flag=True, help="No progress on standard error.")
def command(
    paths: tuple[str, ...], *, watch: bool, unwatch: bool, as_json: bool, quiet: bool
) -> None:
    """Add files and the documents in folders to the library, and index them for searching.

    What is there already is not read again, so an import that was stopped goes on. With --watch
    the folders are remembered and followed.
    """
    from reader.cli.documents import find_some
    from reader.settings.paths import database_path
    from reader.store import Database
    from reader.store.importing import Importer
    from reader.store.near_duplicates import group_stories
    from reader.store.search import SearchIndex

    shown = not quiet and sys.stderr.isatty()
    with Database(database_path()) as database:
        importer, index = Importer(database), SearchIndex(database)
        if unwatch:
            for path in paths:
                importer.unwatch(path)
            left = len(importer.watched())
            if as_json:
                _print_json({"watched": left})
            else:
                click.echo(f"{counted(left, 'folder')} still watched.")
            return
        if watch:
            for path in paths:
                importer.watch(path)
        else:
            find_some(paths)
        result = importer.add(paths, on_progress=_progress("reading") if shown else None)
        index.update(on_progress=_progress("indexing") if shown else None)
        group_stories(database, on_progress=_progress("comparing") if shown else None)
        _tell(result)
        if as_json:
            _print_json(_about(result))
        else:
            click.echo(
                f"{counted(result.added, 'document')} added, "
                f"{counted(result.unchanged, 'file')} unchanged, {len(result.failed)} not readable."
            )
        if watch:
            _follow(importer, index, as_json=as_json)
    if result.failed:
        sys.exit(2)


def _follow(importer: "Importer", index: "SearchIndex", *, as_json: bool) -> None:
    """Import what changes in the watched folders until the user ends the program."""
    click.echo(f"Watching {counted(len(importer.watched()), 'folder')}; Ctrl+C ends.", err=True)
    with suppress(KeyboardInterrupt):
        for result in importer.follow(lambda: False):
            _tell(result)
            if result.added:
                index.update()
            if as_json and (result.added or result.failed):
                _print_json(_about(result))
            elif result.added:
                click.echo(f"{counted(result.added, 'document')} added.")


def _tell(result: "ImportResult") -> None:
    for sentence in (*result.warnings, *result.failed):
        warn(sentence)


def _about(result: "ImportResult") -> dict[str, object]:
    return {"added": result.added, "unchanged": result.unchanged, "failed": result.failed}


def _print_json(about: dict[str, object]) -> None:
    # a file name may hold bytes that are no UTF-8
    click.echo(json.dumps(about, ensure_ascii=False).encode("utf-8", "backslashreplace"))


def _progress(what: str) -> Callable[..., None]:
    """Return a callback that shows how far the work is, on one line of standard error."""

    def show(done: int, of: int, *_: object) -> None:
        end = "\n" if done == of else ""
        if done == of or done % 20 == 0:
            click.echo(f"\r{what} {done:,} of {of:,}", err=True, nl=False)
            click.echo(end, err=True, nl=False)

    return show
