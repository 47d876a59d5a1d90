"""`reader memory`: the translation memory, and TMX files for other programs."""

import json
from pathlib import Path

import click

from reader.cli.counting import counted
from reader.store.memory import MemoryStore
from reader.translation.memory import LEAST_PERCENT


@click.group("memory")
def command() -> None:
    """Corrected sentences: they win wherever the same Arabic sentence occurs."""


@command.command("add")
@click.argument("arabic")
@click.argument("english")
@click.option("--author", default="", help="Who says so.")
def add(arabic: str, english: str, author: str) -> None:
    """Remember ENGLISH as the translation of the sentence ARABIC."""
    _store().put(arabic, english, author=author)


@command.command("remove")
@click.argument("arabic")
def remove(arabic: str) -> None:
    """Forget the sentence ARABIC."""
    if not _store().remove(arabic):
        raise click.ClickException("This sentence is not remembered.")


@command.command("find")
@click.argument("arabic")
@click.option("--least", type=click.IntRange(1, 100), default=LEAST_PERCENT, show_default=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=5, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a match.")
def find(arabic: str, *, least: int, limit: int, as_json: bool) -> None:
    """Show remembered sentences like ARABIC, with how many percent they are alike."""
    from reader.arabic.sanitise import safe

    for match in _store().matches(arabic, limit, least):
        if as_json:
            row = {
                "percent": match.percent,
                "source": match.entry.source,
                "target": match.entry.target,
                "origin": match.entry.origin,
                "author": match.entry.author,
                "changed": match.entry.changed,
            }
            click.echo(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace"))
        else:
            click.echo(f"{match.percent}%\t{safe(match.entry.source)}\t{safe(match.entry.target)}")


@command.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export(file: Path) -> None:
    """Write the whole memory as TMX 1.4b."""
    from reader.arabic.sanitise import safe
    from reader.translation import tmx

    count = tmx.write(_store().all(), file)
    click.echo(f"{counted(count, 'sentence')} in {safe(str(file))}", err=True)


@command.command("import")
@click.argument("file", type=click.Path(dir_okay=False, readable=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Replace whatever is remembered here.")
def import_(file: Path, *, replace: bool) -> None:
    """Take the Arabic-English sentences of a TMX file into the memory.

    A sentence that is remembered already is only replaced by one that was changed later; one
    without a date, or a machine's in place of a human's, never does.
    """
    from reader.translation import tmx

    found = tmx.read(file)
    taken = _store().put_many(found.entries, keep_newer=not replace)
    kept = len(found.entries) - taken
    click.echo(
        f"{counted(taken, 'sentence')} taken, {kept} kept as here, "
        f"{counted(found.skipped, 'unit')} without Arabic and English passed over",
        err=True,
    )


def _store() -> MemoryStore:
    from reader.settings.paths import database_path
    from reader.store import Database

    return MemoryStore(Database(database_path()))
