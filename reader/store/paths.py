"""How the database names files."""

import os
import re
from pathlib import Path
from sqlite3 import Connection

UNNAMED = ("-", "")  # standard input, and documents made in memory
PART = "#"  # "news.jsonl#3" is an article of a file of many
_LONGEST_NUMBER = 9  # digits
_KEPT = "kept-"
_KEPT_PATH = re.compile(r".*#kept-[0-9a-f]{16}", re.DOTALL)


def stored_path(path: str) -> str:
    """Return the path as the database holds it, or "-" and "" as they are.

    It is absolute and without "..", so that a file has one name wherever it is opened from; links
    are left as they are. Bytes of a name that are no UTF-8, as old archives have them, are spelt
    out ("\\udce3"), since SQLite holds text only.
    """
    if path in UNNAMED:
        return path
    return os.path.normpath(Path(path).absolute()).encode("utf-8", "backslashreplace").decode()


def split_part(path: str) -> tuple[str, int | None]:
    """Return what all articles of a file share of their paths, and the article's number.

    "news.jsonl#3" is ("news.jsonl#", 3); the path of a file of one article is itself and None.
    """
    base, mark, number = path.rpartition(PART)
    if mark and number.isdecimal() and number.isascii() and len(number) <= _LONGEST_NUMBER:
        return base + mark, int(number)
    return path, None


def file_name(path: str) -> str:
    """Return the name of the file that a path is in: "news.jsonl" for "news.jsonl#3"."""
    file, number = split_part(path)
    return path if number is None else file.removesuffix(PART)


def kept_path(file: str, fingerprint: str) -> str:
    """Return the path of an article that a file of many ("news.jsonl#") has no more.

    There is no such file, so that the text in the database opens in its place.
    """
    return f"{file}{_KEPT}{fingerprint[:16]}"


def is_kept(path: str) -> bool:
    """Tell whether a path is one that `kept_path` gives."""
    return bool(_KEPT_PATH.fullmatch(path))


def numbered(path: str, file: str) -> str:
    """Return the SQL condition that a path is that of an article of a file of many, by number."""
    return f"({path} >= {file} || '0' AND {path} < {file} || ':')"  # ":" comes after the digits


def kept(path: str, file: str) -> str:
    """Return the SQL condition that a path is one that `kept_path` gives for a file."""
    return f"({path} > {file} || '{_KEPT}' AND {path} < {file} || '{_KEPT}g')"  # after hex digits


def normalise_kept(connection: Connection) -> None:
    """Give the paths in a database of schema 4 to 8 the form of `stored_path`.

    Where a file turns out to be known by two paths, the text that was added last is its own.
    """
    for number, path in connection.execute("SELECT id, path FROM document").fetchall():
        if path != _normal(path):
            connection.execute("UPDATE document SET path = ? WHERE id = ?", (_normal(path), number))
    rows = connection.execute("SELECT path, document_id FROM file ORDER BY document_id").fetchall()
    for path, number in rows:
        if path != _normal(path):
            connection.execute("DELETE FROM file WHERE path = ?", (path,))
            connection.execute(
                "INSERT INTO file VALUES (?, ?) ON CONFLICT (path) DO UPDATE"
                " SET document_id = max(document_id, excluded.document_id)",
                (_normal(path), number),
            )
    for (path,) in connection.execute("SELECT path FROM imported").fetchall():
        if path != _normal(path):  # it is read once more
            connection.execute("DELETE FROM imported WHERE path = ?", (path,))
    for path, added in connection.execute("SELECT path, added FROM watched_folder").fetchall():
        if path != _normal(path):
            connection.execute("DELETE FROM watched_folder WHERE path = ?", (path,))
            connection.execute(
                "INSERT OR IGNORE INTO watched_folder VALUES (?, ?)", (_normal(path), added)
            )


def _normal(path: str) -> str:
    return path if path in UNNAMED else os.path.normpath(path)
