"""Bringing the keys of the translation memory up to date."""

from sqlite3 import Connection

from reader.translation.memory import memory_key


def renew_keys(connection: Connection) -> None:
    """Give what a database of schema 2 to 9 remembers its present key.

    The key of old took ة for ه and ى for ي. The present one is finer, so no two rows can get the
    same; OR IGNORE only keeps a database open that somebody else wrote.
    """
    rows = connection.execute("SELECT id, source, source_key FROM memory").fetchall()
    changed = [(new, n) for n, source, old in rows if (new := memory_key(source)) != old]
    connection.executemany("UPDATE OR IGNORE memory SET source_key = ? WHERE id = ?", changed)
