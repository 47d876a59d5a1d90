"""`reader export`: annotations, notes, translations and words for other programs."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.arabic.sanitise import safe
from reader.cli.counting import counted
from reader.export.registry import FORMATS

if TYPE_CHECKING:
    from reader.store import Database

_FORMATS = "\n".join(f"  {form.name:9} {form.summary}" for form in FORMATS.values())


@click.command(
    "export",
    short_help="Write annotations, notes and translations for other programs.",
    epilog=f"\b\nFormats:\n{_FORMATS}",
)
@click.argument("paths", nargs=-1, metavar="DOC…")
@click.option("--format", "name", required=True, type=click.Choice(list(FORMATS)), metavar="FORMAT")
@click.option("--flavour", default="", help="Of jsonl: doccano (default), spacy or prodigy.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File, or folder for several files."
)
@click.option("--force", is_flag=True, help="Replace files that are no earlier export, too.")
@click.option("--suggestions", is_flag=True, help="Also what the recogniser finds, undecided.")
@click.option("--package", help="The translation package whose English to export.")
def command(
    paths: tuple[str, ...],
    name: str,
    flavour: str,
    output: Path | None,
    force: bool,
    suggestions: bool,
    package: str | None,
) -> None:
    """Export documents, folders, or articles of a file of many ("news.jsonl#3").

    Without -o the export goes to standard output. With it the file that it names is replaced, but
    never an article that is being exported; several files go into a folder, where they replace
    what an earlier export wrote (with --force, whatever is there). When a file has changed since
    it was annotated, its annotations are found again first; those without a place are counted.
    Every export says where it came from: path or address, hash of the content, time, package,
    version. Without DOC, anki and apkg export all saved words.
    """
    from reader.annotations.labels import load_labels
    from reader.errors import DocumentError, ExchangeError
    from reader.export.gather import documents, gather, vocabulary
    from reader.export.output import print_files, write_files
    from reader.settings.files import read_settings
    from reader.settings.paths import database_path
    from reader.store import Database

    form = FORMATS[name]
    if flavour and flavour not in form.flavours:
        form.write([], flavour)
    own_labels = read_settings().annotation.labels
    labels = load_labels(Path(own_labels) if own_labels else None)
    with Database(database_path()) as database:
        _check_package(package, database)
        bundles = vocabulary(database, labels) if form.words and not paths else []
        for found in documents(paths, database):
            if found.kept:
                path = safe(found.document.path)
                click.echo(f"{path} is gone: its kept text is exported.", err=True)
            bundle = gather(
                found.document, database, labels, suggestions=suggestions, package=package
            )
            bundles.append(bundle)
    if not bundles and form.words and not paths:
        raise ExchangeError(
            "There are no saved words: save some in the reader, or name a document."
        )
    if not bundles:
        raise DocumentError("There are no documents here: name files or folders that hold some.")
    files = form.write(bundles, flavour)
    lost = sum(a.placement == "orphan" for bundle in bundles for a in bundle.annotations)
    if lost:
        click.echo(
            f"Annotations without a place in the changed text: {lost}; relink them in the reader.",
            err=True,
        )
    untranslated = sum(form.without_english(bundle) for bundle in bundles)
    if untranslated:
        click.echo(
            f"No English is stored for {counted(untranslated, 'paragraph')}: "
            f"run `reader translate {safe(shlex.join(paths))}` first.",
            err=True,
        )
    if output is not None:
        sources = [bundle.document.path for bundle in bundles]
        for written in write_files(files, output, sources, force=force):
            click.echo(f"Wrote {safe(str(written))}", err=True)
        return
    if not any(file.data for file in files):
        raise ExchangeError("There is nothing to export.")
    left_out = print_files(files)
    if left_out:
        names = ", ".join(safe(file.name) for file in left_out)
        click.echo(f"With -o FOLDER you also get {names}.", err=True)


def _check_package(package: str | None, database: "Database") -> None:
    """Raise ExchangeError for a package that no English is stored of."""
    from reader.errors import ExchangeError
    from reader.store.translations import TranslationStore

    known = TranslationStore(database).engines() if package else []
    if package and package not in known:
        there = "; ".join(known) or "none yet, `reader translate` makes it"
        raise ExchangeError(
            f"No English of the package {package} is stored: name one that there is ({there})."
        )
