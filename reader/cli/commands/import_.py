"""`reader import`: annotations from files of this and other programs."""

from pathlib import Path

import click


@click.command("import", short_help="Read annotations of this and other programs.")
@click.argument("files", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path))
@click.option("--to", "to", metavar="DOC", help="The document, when the file does not name it.")
@click.option("--annotator", metavar="NAME", help="Whose they are, where the file does not say.")
def command(files: tuple[Path, ...], to: str | None, annotator: str | None) -> None:
    """Import W3C JSON-LD (of Hypothesis, Recogito and others too), brat (.ann with its .txt), or
    JSON Lines of doccano, spaCy or Prodigy.

    Words are found by their quote; positions only decide between equal quotes. Importing a file
    again adds nothing. In the reader, `u` takes an import back.
    """
    from reader.arabic.sanitise import safe
    from reader.cli.documents import read as read_document
    from reader.export.imports.placing import add
    from reader.export.imports.reading import read
    from reader.export.imports.resolving import resolve
    from reader.settings.annotator import annotator_name
    from reader.settings.paths import database_path
    from reader.store import Database

    target = read_document(to) if to else None
    with Database(database_path()) as database:
        for file in files:
            parcels = read(file)
            homes = [target or resolve(parcel, database, file.parent) for parcel in parcels]
            for document in {home.fingerprint: home for home in homes}.values():
                of_it = [
                    parcel
                    for parcel, home in zip(parcels, homes, strict=True)
                    if home.fingerprint == document.fingerprint
                ]
                done = add(database, document, of_it, annotator or annotator_name())
                click.echo(
                    f"{document.path or document.title}: annotations added: {done.added} "
                    f"(to check: {done.moved}, without a place: {done.orphans}); "
                    f"there already: {done.known}; left out: {done.skipped}"
                )
                for name in map(safe, done.others):
                    click.echo(f"Those of {name} are shown with --annotator {name}.")
