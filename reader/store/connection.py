"""A connection to SQLite whose faults are sentences.

SQLite finds a damaged page only when a row on it is read, wherever in the program that is. So each
way to run a statement or to get a row turns `sqlite3.Error` into StoreError.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from reader.errors import StoreError


class Cursor(sqlite3.Cursor):
    """Gives rows. Every method raises StoreError in place of sqlite3.Error."""

    def execute(self, *arguments: Any) -> Self:
        """Run one statement."""
        with self._explained():
            return super().execute(*arguments)

    def executemany(self, *arguments: Any) -> Self:
        """Run one statement with many values."""
        with self._explained():
            return super().executemany(*arguments)

    def fetchone(self) -> Any:
        """Return the next row, or None."""
        with self._explained():
            return super().fetchone()

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""
        with self._explained():
            return super().fetchall()

    def __next__(self) -> Any:
        """Return the next row. Raises StopIteration after the last one."""
        try:
            return super().__next__()
        except sqlite3.Error as error:
            raise StoreError(explain(error, self._path())) from error

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(explain(error, self._path())) from error

    def _path(self) -> Path:
        return getattr(self.connection, "path", Path())


class Connection(sqlite3.Connection):
    """Runs statements on cursors that explain themselves; `path` is the file they name."""

    path = Path()

    def execute(self, *arguments: Any) -> Cursor:
        """Run one statement. Raises StoreError."""
        return self.cursor(Cursor).execute(*arguments)

    def executemany(self, *arguments: Any) -> Cursor:
        """Run one statement with many values. Raises StoreError."""
        return self.cursor(Cursor).executemany(*arguments)


def explain(error: Exception, path: Path) -> str:
    """Return one sentence for a fault of SQLite or the file system."""
    text = str(error)
    if "readonly" in text or isinstance(error, PermissionError):
        return (
            f"The database {path} cannot be written: "
            "give yourself write access, or set READER_DATABASE."
        )
    if "full" in text:
        return f"The disk of {path} is full: free some space; everything saved before is kept."
    if "disk I/O" in text:
        return (
            f"The disk of {path} does not take what is written ({text}): it may be full or "
            "failing; everything saved before is kept."
        )
    if "locked" in text or "busy" in text:
        return f"The database {path} is in use by another program: close it and try again."
    if any(sign in text for sign in ("not a database", "malformed", "vtable constructor")):
        return (
            f"The file {path} is not a sound database: "
            "restore a backup (reader restore) or move it away."
        )
    if "no such" in text:
        return f"The database {path} does not fit this version of the reader ({text})."
    return f"The database {path} cannot be used ({text}): check the path and the disk."
