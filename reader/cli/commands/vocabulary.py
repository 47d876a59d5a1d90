"""`reader vocabulary`: the saved words, on standard output."""

import csv
import json
import sys
from dataclasses import asdict

import click

from reader.arabic.sanitise import safe
from reader.settings.paths import database_path
from reader.store.database import Database
from reader.store.vocabulary import SavedWord, VocabularyStore

_NO_WORDS = "No saved words yet: press s on a word in the reading screen."
_NO_SUCH_WORDS = "None of the saved words is like that."


@click.command("vocabulary", short_help="List the words you saved.")
@click.option("--status", type=click.Choice(["new", "learning", "known"]), help="Only these.")
@click.option("--due", is_flag=True, help="Only the words to review now.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a word.")
@click.option("--csv", "as_csv", is_flag=True, help="Comma-separated values with a header.")
def command(status: str | None, due: bool, as_json: bool, as_csv: bool) -> None:
    """List saved words with their meaning, status and next review."""
    with Database(database_path()) as database:
        store = VocabularyStore(database)
        saved = store.words()
        found = store.due(limit=None) if due else saved
    words = [word for word in found if status in (None, word.status)]
    rows = [_row(word) for word in words]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    elif as_csv:
        writer = csv.DictWriter(sys.stdout, fieldnames=list(SavedWord.__slots__))
        writer.writeheader()
        writer.writerows(rows)
    elif rows:
        for word in words:
            due_day = word.due.astimezone().date().isoformat()
            click.echo(f"{safe(word.word)}\t{word.status}\t{due_day}\t{safe(word.gloss)}")
    else:
        click.echo(_NO_SUCH_WORDS if saved else _NO_WORDS, err=True)


def _row(word: SavedWord) -> dict[str, object]:
    row: dict[str, object] = asdict(word)
    row["due"], row["added"] = word.due.isoformat(), word.added.isoformat()
    return row
