"""`reader search QUERY`: full text of the library, on standard output."""

import json
import shutil
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from reader.arabic.layout import Line, lay_out, visual_line
from reader.arabic.sanitise import safe

if TYPE_CHECKING:
    from reader.store.search import Hit

_KINDS = ("text", "translation", "note", "entity", "title")
_LINES = 2  # of a hit's paragraph, from the one with the first match
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


@click.command("search", short_help="Search the library's texts, translations and notes.")
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(_KINDS),
    multiple=True,
    help="Only in these; entity: words with a label.",
)
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a hit.")
def command(query: tuple[str, ...], kinds: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find documents with all words of the QUERY, in Arabic or English.

    Vowel signs and spelling variants do not matter, nor do particles written with a word; other
    forms of a word are found by its lemma. "…" is a phrase, word* a beginning, and after -- also
    -word: without it. JSON spans are code points in "text".
    """
    from reader.settings.files import read_settings
    from reader.settings.paths import database_path, state_folder
    from reader.store import Database
    from reader.store.search import KINDS, SearchIndex
    from reader.terminal.printing import printing

    with Database(database_path()) as database:
        index = SearchIndex(database)
        index.update()
        wanted = [kind for kind in KINDS if not kinds or kind in kinds]
        hits = index.search(" ".join(query), limit=limit, kinds=wanted)
    if as_json:
        for hit in hits:
            click.echo(json.dumps(asdict(hit), ensure_ascii=False))
    elif not hits:
        click.echo("Nothing found.", err=True)
    else:
        with printing(read_settings().display.render, state_folder(), sys.stdout) as mode:
            width = shutil.get_terminal_size((100, 24)).columns
            for hit in hits:
                click.echo(_page(hit, width, mode, bold=sys.stdout.isatty()))
    if not hits:
        sys.exit(1)


def _page(hit: "Hit", width: int, mode: str, *, bold: bool) -> str:
    title = visual_line(hit.title, width, align="none", render=mode)
    where = f"{safe(hit.path)} · paragraph {hit.place + 1} · {hit.kind}"
    lines = lay_out(hit.text, max(20, width - 4), render=mode)
    first = hit.spans[0][0] if hit.spans else 0
    at = next((n for n, line in enumerate(lines) if line.start <= first < line.end), 0)
    shown = [_drawn(line, hit, width, bold) for line in lines[at : at + _LINES]]
    return "\n".join((title, f"  {where}", *shown, ""))


def _drawn(line: Line, hit: "Hit", width: int, bold: bool) -> str:
    """Return a line as it is printed, matches in bold, at its own side of the page."""
    parts = []
    for cell in line.cells:
        found = any(cell.start < end and start < cell.end for start, end in hit.spans)
        parts.append(
            f"{_BOLD}{cell.glyph}{_PLAIN}" if found and bold and cell.glyph else cell.glyph
        )
    room = max(0, width - line.width) if line.base else 2
    return " " * room + "".join(parts).rstrip()
