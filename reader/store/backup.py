"""Copies of the database that are sound, and putting one back without losing the present one."""

import secrets
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import StoreError
from reader.store.connection import explain
from reader.store.database import BUSY_TIMEOUT_S, Database, migrations


def backup(database: Path, destination: Path) -> Path:
    """Copy the database into a file, also while another program writes to it.

    The copy is checked before it takes the destination's place. A folder as destination gets
    reader-YYYYMMDD-HHMMSS.db. Returns the file written; raises StoreError.
    """
    if not database.exists():
        raise StoreError(f"There is no database {database}: there is nothing to back up yet.")
    if destination.is_dir():
        destination = destination / f"reader-{_stamp()}.db"
    _refuse_database(destination, database)
    fresh = _new(destination)
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        try:
            _copy(database, fresh, single=True)
            verify(fresh)
            fresh.replace(destination)
        finally:
            _remove(fresh)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(explain(error, destination)) from error
    return destination


def restore(source: Path, database: Path) -> Path | None:
    """Put a backup in the place of the database; return where the present one was kept.

    The backup is checked, copied and brought to the newest schema first; only then is anything
    replaced, as one transaction that other programs see as a whole. A damaged database is moved
    aside as it is; so is the write-ahead log of one that is gone. Raises StoreError, also when
    another program has been writing for ten seconds, and leaves everything as it was.
    """
    if not source.is_file():
        raise StoreError(f"There is no backup {source}: check the path.")
    _verify_backup(source)
    fresh = _new(database)
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        _copy(source, fresh)
        Database(fresh).close()
        kept = _unused(_beside(database, f"before-restore-{_stamp()}"))
        if database.exists() and _is_sound(database):
            _exchange(fresh, database, kept)
            return kept
        # also where the database is gone: SQLite would take what an old log holds for its own
        aside = _set_aside(database, kept)
        fresh.replace(database)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(explain(error, database)) from error
    finally:
        _remove(fresh)
    return aside


def verify(path: Path) -> int:
    """Return the schema version of a database that this program can read.

    Raises StoreError when the file is no database of the reader, is damaged, or is newer.
    """
    try:
        uri = f"{path.resolve().as_uri()}?mode=ro"
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S)
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


def _verify_backup(source: Path) -> None:
    """Verify a backup; of a file that is none, say so without advising to restore one."""
    try:
        verify(source)
    except StoreError as error:
        if any(sign in str(error.__cause__) for sign in ("not a database", "malformed")):
            raise StoreError(
                f"{source} is no backup of the reader, or a damaged one: name another file."
            ) from error
        raise


def _exchange(fresh: Path, database: Path, kept: Path) -> None:
    """Copy `database` to `kept`, then `fresh` over it, as one change; undone whole on a fault."""

    def keep() -> None:
        _copy(database, kept, single=True)
        verify(kept)

    try:
        _copy(fresh, database, locked=keep)
    except BaseException:
        _remove(kept)  # nothing was replaced
        raise


def _copy(
    source: Path,
    destination: Path,
    *,
    single: bool = False,
    locked: Callable[[], None] | None = None,
) -> None:
    """Copy all pages in one transaction (https://www.sqlite.org/backup.html).

    `single` leaves one file without companions, which can be carried anywhere. `locked` is called
    once no other program can write to the destination, of which it can still read the old state;
    what it raises undoes the copy. Raises sqlite3.Error, after BUSY_TIMEOUT_S when either is in
    use.
    """
    waiting = [locked] if locked else []

    def progress(status: int, _remaining: int, _total: int) -> None:
        if status & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            # SQLite has waited already, and Python would begin again for ever
            raise sqlite3.OperationalError("database is locked")
        if waiting:
            waiting.pop()()

    uri = f"{source.resolve().as_uri()}?mode=ro"
    there = sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S)
    try:
        here = sqlite3.connect(destination, timeout=BUSY_TIMEOUT_S)
        try:
            if locked:
                here.execute("PRAGMA journal_mode = WAL")  # which can be read while it is locked
            # the first page takes the lock, the last one commits
            there.backup(here, pages=1 if locked else -1, progress=progress)
            if single:
                here.execute("PRAGMA journal_mode = DELETE")
        finally:
            here.close()
    finally:
        there.close()


def _refuse_database(destination: Path, database: Path) -> None:
    """Raise StoreError where a backup would replace a database that something works with."""
    if destination.exists() and destination.samefile(database):
        raise StoreError(f"{destination} is the database itself: choose another file.")
    if _companions(destination)[0].exists():
        raise StoreError(
            f"{destination} is a database in use, or one that a killed program left: "
            "choose another file."
        )


def _is_sound(path: Path) -> bool:
    """Tell whether a database can be read. Raises StoreError when it is merely in use."""
    try:
        verify(path)
    except StoreError as error:
        if "locked" in str(error.__cause__):
            raise
        return False
    return True


def _set_aside(database: Path, kept: Path) -> Path | None:
    """Rename what there is of a database; return the new name of its main file, None if nothing."""
    moved = []
    for path, suffix in zip((database, *_companions(database)), ("", "-wal", "-shm"), strict=True):
        if path.exists():
            moved.append(path.rename(kept.with_name(kept.name + suffix)))
    return moved[0] if moved else None


def _remove(path: Path) -> None:
    for file in (path, *_companions(path)):
        file.unlink(missing_ok=True)


def _companions(path: Path) -> tuple[Path, Path]:
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def _beside(path: Path, mark: str) -> Path:
    return path.with_name(f"{path.name}.{mark}")


def _new(path: Path) -> Path:
    """Return a name beside the path that no file of the user's has."""
    return path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")


def _unused(path: Path) -> Path:
    """Return the path, with a number where something has its name already."""
    free, n = path, 2
    while any(file.exists() for file in (free, *_companions(free))):
        free, n = path.with_name(f"{path.name}-{n}"), n + 1
    return free


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
