"""`reader backup`: a checked copy of everything the reader keeps."""

from pathlib import Path

import click


@click.command()
@click.argument("destination", type=click.Path(path_type=Path))
def command(destination: Path) -> None:
    """Copy the database to DESTINATION, a file or a folder.

    Works while the reader is open. The copy is checked before it replaces an older one.
    """
    from reader.settings.paths import database_path
    from reader.store.backup import backup

    click.echo(f"Backed up to {backup(database_path(), destination)}")
