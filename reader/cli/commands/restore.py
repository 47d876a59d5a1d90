"""`reader restore`: a backup in the place of the present database."""

from pathlib import Path

import click


@click.command()
@click.argument("source", type=click.Path(readable=False, path_type=Path))
def command(source: Path) -> None:
    """Put the backup SOURCE in the place of the database.

    The backup is checked first, and the present database is kept beside the new one.
    """
    from reader.settings.paths import database_path
    from reader.store.backup import restore

    kept = restore(source, database_path())
    click.echo(f"Restored {source}" + (f"; what was there is kept in {kept}" if kept else ""))
