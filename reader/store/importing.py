"""Files and folders into the library, and folders that are watched.

Each file is one transaction, and a file whose size and time have not changed is not read again, so
that an import that was stopped goes on where it stopped.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.documents.files import exists, read_bytes
from reader.documents.finding import find
from reader.documents.loading import load_all
from reader.errors import DocumentError, StoreError
from reader.stopping import ShouldStop
from reader.store.database import Database
from reader.store.documents import DocumentStore, utc_now
from reader.store.following import follow
from reader.store.paths import stored_path
from reader.store.rolled_off import forget_others
from reader.store.versions import forget_gone

Progress = Callable[[int, int, str], None]
"""Called with the files done, all files, and the path that is next."""


@dataclass
class ImportResult:
    """What an import did; `failed` has one sentence for each file that could not be read."""

    added: int = 0  # documents that are new, or whose text is
    unchanged: int = 0  # files that hold what they held
    failed: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)  # what was left out of a document, or guessed
    stopped: bool = False


class Importer:
    """Imports into one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._documents = DocumentStore(database)

    def add(
        self,
        paths: Iterable[str],
        on_progress: Progress | None = None,
        should_stop: ShouldStop | None = None,
    ) -> ImportResult:
        """Import files and folders; `should_stop` is asked before each file. Raises StoreError."""
        files = find(paths)
        result = ImportResult()
        for done, path in enumerate(files):
            if should_stop and should_stop():
                result.stopped = True
                break
            if on_progress:
                on_progress(done, len(files), str(path))
            try:
                self._add_file(str(path), result)
            except DocumentError as error:
                result.failed.append(str(error))
        else:
            if on_progress:
                on_progress(len(files), len(files), "")
        return result

    def _add_file(self, path: str, result: ImportResult) -> None:
        stamp = _stamp(path)
        name = stored_path(path)
        row = self._database.connection.execute(
            "SELECT content_hash, size, modified FROM imported WHERE path = ?", (name,)
        ).fetchone()
        if row and stamp == (row["size"], row["modified"]):
            result.unchanged += 1
            return
        data = read_bytes(path)
        content_hash = hashlib.sha256(data).hexdigest()
        same = row is not None and row["content_hash"] == content_hash
        documents = [] if same else load_all(path, data=data)
        added = 0
        with self._database.transaction() as connection:
            for document in documents:
                last = connection.execute("SELECT max(id) FROM document").fetchone()[0] or 0
                number = self._documents.save_in(connection, document)
                added += number > last
                if number <= last:
                    forget_gone(connection, number, exists)
            forget_others(connection, (stored_path(document.path) for document in documents))
            if path != "-":
                connection.execute(
                    "INSERT OR REPLACE INTO imported VALUES (?, ?, ?, ?)",
                    (name, content_hash, *(stamp or (len(data), 0))),
                )
        if row is not None and len(documents) == 1:
            # its annotations are to be found where they stand now; of a file of many articles each
            # is followed when it opens, since which one came after which takes reading them all
            follow(self._database, documents[0])
        result.warnings += [
            f"{one.path}: {warning}" for one in documents for warning in one.warnings
        ]
        result.added += added
        result.unchanged += not added

    def watch(self, folder: str) -> None:
        """Remember a folder to be watched. Raises StoreError for what is no folder."""
        if not Path(folder).is_dir():
            raise StoreError(f"{folder} is not a folder: only folders can be watched.")
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO watched_folder VALUES (?, ?)",
                (stored_path(folder), utc_now()),
            )

    def unwatch(self, folder: str) -> None:
        """Forget a watched folder; its documents stay in the library."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM watched_folder WHERE path = ?", (stored_path(folder),))

    def watched(self) -> list[str]:
        """Return the watched folders' paths."""
        rows = self._database.connection.execute("SELECT path FROM watched_folder ORDER BY path")
        return [row[0] for row in rows]

    def follow(self, should_stop: ShouldStop) -> Iterator[ImportResult]:
        """Yield an import of the watched folders, then one after each change in them.

        Ends within about a second after `should_stop()` is true. Runs in a worker thread with a
        database of its own.
        """
        from watchfiles import watch

        folders = [folder for folder in self.watched() if Path(folder).is_dir()]
        if not folders:
            return
        started = False
        for changes in watch(
            *folders, rust_timeout=500, yield_on_timeout=True, raise_interrupt=False
        ):
            if should_stop():
                return
            if not started:
                # only now that changes are seen, so that none falls between
                started = True
                yield self.add(folders, should_stop=should_stop)
                continue
            changed = {Path(path) for _, path in changes}
            known = find(folders) if changed else []
            # of a folder that is new or came from elsewhere, only the folder itself is told
            paths = [str(path) for path in known if not changed.isdisjoint((path, *path.parents))]
            if paths:
                yield self.add(paths, should_stop=should_stop)


def _stamp(path: str) -> tuple[int, int] | None:
    """Return a file's size and time, or None when it cannot be asked: reading it says why."""
    try:
        stat = Path(path).stat()
    except (OSError, ValueError):
        return None
    return stat.st_size, stat.st_mtime_ns
