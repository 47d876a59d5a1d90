"""Opening the database, and bringing it to the newest schema.

One file in write-ahead mode, so that two programs can use it at once and a killed program
loses nothing that was committed. A connection belongs to one thread: each worker opens its own
`Database`.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import Self

from reader.errors import StoreError
from reader.store.connection import Connection, explain
from reader.store.memory_keys import renew_keys
from reader.store.paths import normalise_kept

BUSY_TIMEOUT_S = 10.0
# what a schema needs done first that SQL cannot do
_BEFORE = {9: normalise_kept, 10: renew_keys, 11: renew_keys}


class Database:
    """A connection to the database file, at the newest schema version.

    Raises StoreError when the file cannot be opened, is damaged, or was written by a newer
    version of the program.
    """

    def __init__(self, path: Path | str, *, read_only: bool = False) -> None:
        self.path = Path(path)
        try:
            if not read_only and str(path) != ":memory:":
                self.path.parent.mkdir(parents=True, exist_ok=True)
            uri = f"{self.path.resolve().as_uri()}?mode=ro" if read_only else str(path)
            self.connection = sqlite3.connect(
                uri,
                timeout=BUSY_TIMEOUT_S,
                isolation_level=None,
                uri=read_only,
                factory=Connection,
            )
            self.connection.path = self.path
            self.connection.row_factory = sqlite3.Row
            self.connection.execute("PRAGMA foreign_keys = ON")
            if not read_only:
                self.connection.execute("PRAGMA journal_mode = WAL")
                # with WAL, NORMAL keeps every committed transaction through a killed program
                self.connection.execute("PRAGMA synchronous = NORMAL")
                self._migrate()
        except (sqlite3.Error, OSError) as error:
            raise StoreError(explain(error, self.path)) from error

    def _migrate(self) -> None:
        steps = migrations()
        version = self.connection.execute("PRAGMA user_version").fetchone()[0]
        newest = len(steps)
        if version > newest:
            self.connection.close()
            raise StoreError(
                f"The database {self.path} was written by a newer reader (schema {version}, this "
                f"one knows {newest}): update the program, or set READER_DATABASE to another file."
            )
        if version == newest:
            return
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            # another program may have migrated while this one waited for the lock
            version = self.connection.execute("PRAGMA user_version").fetchone()[0]
            for number, script in enumerate(steps[version:], start=version + 1):
                if number in _BEFORE:
                    _BEFORE[number](self.connection)
                for statement in split_statements(script):
                    self.connection.execute(statement)
                self.connection.execute(f"PRAGMA user_version = {number}")
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Run the block as one transaction, undone as a whole if it raises.

        SQLite's own faults (disk full, read-only file, locked by another program) are StoreErrors;
        what was committed before stays.
        """
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Close the connection; closing twice is harmless."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def migrations() -> list[str]:
    """Return the SQL of each schema version in order: schema/NNN_name.sql, from 001."""
    folder = resources.files("reader.store") / "schema"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return [f.read_text(encoding="utf-8") for f in files]


def split_statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one (executescript would commit at once)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            if statement.strip():
                yield statement
            statement = ""
    if statement.strip():
        yield statement
