"""Copies of the database that are sound, and putting one back without losing the present one."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import StoreError
from reader.store.connection import explain
from reader.store.database import Database, migrations


def backup(database: Path, destination: Path) -> Path:
    """Copy the database into a file, also while another program writes to it.

    The copy is checked before it takes the destination's place. A folder as destination gets
    reader-YYYYMMDD-HHMMSS.db. Returns the file written; raises StoreError.
    """
    if not database.exists():
        raise StoreError(f"There is no database {database}: there is nothing to back up yet.")
    if destination.is_dir():
        destination = destination / f"reader-{_stamp()}.db"
    fresh = _beside(destination, "part")
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        try:
            _copy(database, fresh, single=True)
            verify(fresh)
            fresh.replace(destination)
        finally:
            fresh.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(explain(error, destination)) from error
    return destination


def restore(source: Path, database: Path) -> Path | None:
    """Put a backup in the place of the database; return where the present one was kept.

    The backup is checked, copied and brought to the newest schema first; only then is anything
    replaced, as one transaction that other programs see as a whole. A damaged database is moved
    aside as it is. Raises StoreError, and leaves everything as it was.
    """
    if not source.is_file():
        raise StoreError(f"There is no backup {source}: check the path.")
    verify(source)
    fresh = _beside(database, "restore")
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        _copy(source, fresh)
        Database(fresh).close()
        if not database.exists():
            fresh.replace(database)
            return None
        kept = _beside(database, f"before-restore-{_stamp()}")
        if _is_sound(database):
            _copy(database, kept, single=True)
            verify(kept)
            _copy(fresh, database)
        else:
            _set_aside(database, kept)
            fresh.replace(database)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(explain(error, database)) from error
    finally:
        for leftover in (fresh, *_companions(fresh)):
            leftover.unlink(missing_ok=True)
    return kept


def verify(path: Path) -> int:
    """Return the schema version of a database that this program can read.

    Raises StoreError when the file is no database of the reader, is damaged, or is newer.
    """
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            names = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'document'")
            is_ours = names.fetchone()[0] == 1
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise StoreError(explain(error, path)) from error
    if verdict != "ok":
        raise StoreError(f"The database {path} is damaged ({verdict}): use another backup.")
    if version > len(migrations()):
        raise StoreError(
            f"The database {path} was written by a newer reader (schema {version}, this one knows "
            f"{len(migrations())}): update the program."
        )
    if not is_ours or version < 1:
        raise StoreError(f"The file {path} is not a database of the reader: check the path.")
    return version


def _copy(source: Path, destination: Path, *, single: bool = False) -> None:
    """Copy all pages in one transaction (https://www.sqlite.org/backup.html).

    `single` leaves one file without companions, which can be carried anywhere.
    """
    there = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
    try:
        here = sqlite3.connect(destination, timeout=10)
        try:
            there.backup(here)
            if single:
                here.execute("PRAGMA journal_mode = DELETE")
        finally:
            here.close()
    finally:
        there.close()


def _is_sound(path: Path) -> bool:
    try:
        verify(path)
    except StoreError:
        return False
    return True


def _set_aside(database: Path, kept: Path) -> None:
    for path, suffix in zip((database, *_companions(database)), ("", "-wal", "-shm"), strict=True):
        if path.exists():
            path.rename(kept.with_name(kept.name + suffix))


def _companions(path: Path) -> tuple[Path, Path]:
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def _beside(path: Path, mark: str) -> Path:
    return path.with_name(f"{path.name}.{mark}")


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
