"""The translation memory in the database; see `reader.translation.memory`."""

import sqlite3
from collections.abc import Iterable, Sequence

from reader.errors import StoreError
from reader.store.database import Database
from reader.store.translations import now
from reader.translation.memory import LEAST_PERCENT, Entry, FuzzyIndex, Match, memory_key

_COLUMNS = "source, target, origin, author, package, created, changed"
_CHUNK = 500


class MemoryStore:
    """Remembers corrections; each is kept at once and wins wherever its sentence occurs."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._index: FuzzyIndex | None = None
        self._index_state: tuple[int, int] | None = None

    def put(
        self,
        source: str,
        target: str,
        *,
        origin: str = "human",
        author: str = "",
        package: str = "",
    ) -> Entry:
        """Remember `target` for the sentence `source`, in place of what was remembered for it.

        Raises StoreError, also for an empty sentence or translation.
        """
        time = now()
        entry = Entry(source.strip(), target.strip(), origin, author, package, time, time)
        self.put_many([entry])
        return self.get(source) or entry

    def put_many(self, entries: Iterable[Entry], *, keep_newer: bool = False) -> int:
        """Remember all entries or, on a fault, none; return how many were taken.

        With `keep_newer`, what is remembered already and changed later stays, and what a human
        wrote is not replaced by a machine's; an entry that does not say when it was changed
        replaces nothing. Raises StoreError.
        """
        taken = 0
        with self._database.transaction() as connection:
            for entry in entries:
                key = memory_key(entry.source)
                if not key or not entry.target.strip():
                    raise StoreError("An empty sentence cannot be remembered: write some text.")
                dated = entry.changed or entry.created
                time = dated or now()
                taken += connection.execute(
                    f"INSERT INTO memory (source_key, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                    " ON CONFLICT (source_key) DO UPDATE SET source = excluded.source,"
                    " target = excluded.target, origin = excluded.origin,"
                    " author = excluded.author, package = excluded.package,"
                    " changed = excluded.changed"
                    " WHERE NOT ? OR (? AND excluded.changed >= memory.changed"
                    "   AND (memory.origin != 'human' OR excluded.origin != 'machine'))",
                    (
                        *(key, entry.source, entry.target, entry.origin, entry.author),
                        *(entry.package, entry.created or time, time, keep_newer, bool(dated)),
                    ),
                ).rowcount
        return taken

    def remove(self, source: str) -> bool:
        """Forget a sentence; return whether it was remembered. Raises StoreError."""
        with self._database.transaction() as connection:
            key = memory_key(source)
            removed = connection.execute("DELETE FROM memory WHERE source_key = ?", (key,))
            return removed.rowcount > 0

    def get(self, source: str) -> Entry | None:
        """Return what is remembered for exactly this sentence (its key)."""
        return self.get_many([source])[0]

    def get_many(self, sources: Sequence[str]) -> list[Entry | None]:
        """Return what is remembered for each sentence, None where nothing is. Raises StoreError."""
        keys = [memory_key(source) for source in sources]
        found: dict[str, Entry] = {}
        distinct = sorted(set(keys))
        for at in range(0, len(distinct), _CHUNK):
            part = distinct[at : at + _CHUNK]
            marks = ",".join("?" * len(part))
            for row in self._select(f"WHERE source_key IN ({marks})", part):
                found[row[0]] = Entry(*row[1:])
        return [found.get(key) for key in keys]

    def matches(self, source: str, limit: int = 5, least: int = LEAST_PERCENT) -> list[Match]:
        """Return remembered sentences like this one, best first. Raises StoreError."""
        keys = self._fuzzy().find(memory_key(source), limit, least)
        marks = ",".join("?" * len(keys))
        rows = self._select(f"WHERE source_key IN ({marks})", [key for key, _ in keys])
        entries = {row[0]: Entry(*row[1:]) for row in rows}
        return [Match(entries[key], percent) for key, percent in keys if key in entries]

    def all(self) -> list[Entry]:
        """Return everything that is remembered, oldest first. Raises StoreError."""
        return [Entry(*row[1:]) for row in self._select("ORDER BY id")]

    def count(self) -> int:
        """Return how many sentences are remembered. Raises StoreError."""
        return int(self._query("SELECT count(*) FROM memory", [])[0][0])

    def _fuzzy(self) -> FuzzyIndex:
        """Return the index, built anew when this or another program changed the memory."""
        version = int(self._query("PRAGMA data_version", [])[0][0])
        state = (version, self._database.connection.total_changes)
        if self._index is None or self._index_state != state:
            self._index = FuzzyIndex(r[0] for r in self._query("SELECT source_key FROM memory", []))
            self._index_state = state
        return self._index

    def _select(self, rest: str, values: Sequence[str] = ()) -> list[sqlite3.Row]:
        return self._query(f"SELECT source_key, {_COLUMNS} FROM memory {rest}", values)

    def _query(self, sql: str, values: Sequence[str]) -> list[sqlite3.Row]:
        return self._database.connection.execute(sql, values).fetchall()
