"""`reader entities`: names, dates and numbers of files, folders or standard input."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reader.arabic.sanitise import safe
from reader.cli.warning import warn
from reader.documents.model import Paragraph, paragraph_id
from reader.entities.model import Entity
from reader.errors import DocumentError, ReaderError

EXIT_BAD_INPUT = 2


@click.command("entities")
@click.argument("paths", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a paragraph.")
@click.option(
    "--eval",
    "conll",
    type=click.Path(readable=False, path_type=Path),
    metavar="CONLL",
    help="Score the analysis against a CoNLL file (token TAB tag; .xz and .gz too).",
)
def command(paths: tuple[str, ...], *, as_json: bool, conll: Path | None) -> None:
    """List the entities of files, folders, or standard input ("-", every line a paragraph)."""
    if conll is not None:
        _evaluate(conll)
        return
    if not paths:
        raise ReaderError(
            "`reader entities` needs something to read: give files or folders, "
            "or - for standard input."
        )
    if paths == ("-",):
        _standard_input(as_json=as_json)
        return
    _files(paths, as_json=as_json)


def _standard_input(*, as_json: bool) -> None:
    from reader.cli.standard_input import line_groups
    from reader.entities.analysis import analyse

    number = 0
    for lines in line_groups():
        for text, entities in zip(lines, analyse(lines), strict=True):
            if as_json:
                _print_json("-", Paragraph(paragraph_id(number, text), text), entities)
            else:
                click.echo(_line(entities))
            number += 1
        sys.stdout.flush()


def _files(paths: Sequence[str], *, as_json: bool) -> None:
    from reader.cli.documents import find_some, read
    from reader.entities.analysis import analyse

    failed = 0
    for n, file in enumerate(find_some(paths)):
        try:
            document = read(file)
        except DocumentError as error:
            failed += 1
            warn(str(error))
            continue
        found = analyse([paragraph.text for paragraph in document.paragraphs])
        if as_json:
            for paragraph, entities in zip(document.paragraphs, found, strict=True):
                _print_json(document.path, paragraph, entities)
        else:
            texts = [paragraph.text for paragraph in document.paragraphs]
            _print_table(document.path, texts, found, first=n == 0)
    if failed:
        sys.exit(EXIT_BAD_INPUT)


def _print_json(name: str, paragraph: Paragraph, entities: Sequence[Entity]) -> None:
    row = {
        "document": name,
        "paragraph": paragraph.id,
        "spans": [
            {"start": e.start, "end": e.end, "label": e.label, "text": e.text, "value": e.value}
            for e in entities
        ],
    }
    click.echo(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace"))


def _print_table(
    name: str, texts: Sequence[str], found: Sequence[Sequence[Entity]], *, first: bool
) -> None:
    """Print a document's entities, each once, the most frequent first."""
    from reader.entities.linking import link

    if not first:
        click.echo()
    click.echo(f"== {safe(name)}")
    for entity in link(found, texts=texts, numbers=True):
        other = " · ".join(form for form, _ in entity.surfaces if form != entity.name)
        known = " = ".join(filter(None, (entity.name, entity.english or entity.value)))
        words = safe(known + (f" ({other})" if other else ""))
        click.echo(f"{entity.count:4}  {entity.label:<8}  {words}")


def _line(entities: Sequence[Entity]) -> str:
    """Return a paragraph's entities as one line that a terminal shows and does not obey."""
    return safe(
        "; ".join(
            f"{e.label} {e.text}" + (f" = {e.value or e.english}" if e.value or e.english else "")
            for e in entities
        )
    )


def _evaluate(path: Path) -> None:
    from reader.entities.evaluation import evaluate, read_conll

    sentences = read_conll(path)
    click.echo(f"{'':8}  precision  recall     F1  entities")
    for kind, score in evaluate(sentences).items():
        click.echo(
            f"{kind:8}  {score.precision:9.1f}  {score.recall:6.1f}  {score.f1:5.1f}"
            f"  {score.support:8}"
        )
