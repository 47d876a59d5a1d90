"""Bringing the keys of the translation memory up to date."""

from sqlite3 import Connection

from reader.translation.memory import memory_key


def renew_keys(connection: Connection) -> None:
    """Give what a database of schema 2 to 10 remembers its present key.

    Up to schema 9 the key took ة for ه and ى for ي, up to 10 it dropped the tatweel of 10ـ15. Of
    two rows that only now are the same sentence (10-15) the one that comes later keeps the old key.
    """
    rows = connection.execute("SELECT id, source, source_key FROM memory").fetchall()
    changed = [(new, n) for n, source, old in rows if (new := memory_key(source)) != old]
    connection.executemany("UPDATE OR IGNORE memory SET source_key = ? WHERE id = ?", changed)
