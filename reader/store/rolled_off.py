"""Articles that a file of many has no more: they stay in the library, under a path of their own.

A feed that is fetched again holds other articles. One that has left, and that no other article of
the feed is a new version of, keeps its annotations, its place in the list and in the search. When
it comes back, or a version of it, that takes its place.
"""

from collections import Counter
from collections.abc import Iterable
from sqlite3 import Connection

from reader.store.likeness import SAME_ARTICLE, counted_words, likeness
from reader.store.paths import PART, kept, kept_path, numbered, split_part, stored_path

_MOST_COMPARED = 8  # texts that have a paragraph in common; those with most of them
_COMMON = 50  # a paragraph that so many texts have, such as "Read also", tells nothing


def take_place(connection: Connection, path: str, document_id: int, before: int | None) -> None:
    """Keep the text that an article's number had before; let go the kept one that it is again.

    `path` is the article's, as stored, `document_id` its text now and `before` the one that it had.
    Nothing happens to files of one article.
    """
    file, number = split_part(path)
    if number is None:
        return
    versions = _alike(connection, file, document_id, kept("f.path", ":file"))
    let_go(connection, file, [_fingerprint(connection, document_id), *versions])
    if before is not None and before != document_id:
        _keep(connection, file, before)


def forget_others(connection: Connection, paths: Iterable[str]) -> None:
    """Forget the numbers that a file of many has had beyond these paths; keep their texts."""
    there = set(paths)
    for file in {file for file, number in map(split_part, there) if number is not None}:
        rows = connection.execute(
            f"SELECT path, document_id FROM file WHERE {numbered('path', ':file')}", {"file": file}
        ).fetchall()
        gone = [(path, number) for path, number in rows if path not in there]
        connection.executemany("DELETE FROM file WHERE path = ?", [(path,) for path, _ in gone])
        for _, number in gone:
            _keep(connection, file, number)


def let_go(connection: Connection, file: str, fingerprints: Iterable[str]) -> None:
    """Take texts out of those that are kept of a file ("news.jsonl#")."""
    connection.executemany(
        "DELETE FROM file WHERE path = ?", [(kept_path(file, one),) for one in fingerprints]
    )


def annotated_ones(connection: Connection, path: str) -> list[str]:
    """Return the paths of a file's kept articles that have annotations; `path` is the file's."""
    rows = connection.execute(
        "SELECT f.path FROM file f JOIN document d ON d.id = f.document_id"
        f" WHERE {kept('f.path', ':file')}"
        " AND EXISTS (SELECT 1 FROM annotation a WHERE a.document = d.fingerprint) ORDER BY d.id",
        {"file": stored_path(path) + PART},
    )
    return [row[0] for row in rows]


def _keep(connection: Connection, file: str, document_id: int) -> None:
    """Keep a text, unless an article of the file holds it or a version of it."""
    held = connection.execute(
        f"SELECT 1 FROM file WHERE document_id = :id AND {numbered('path', ':file')}",
        {"id": document_id, "file": file},
    ).fetchone()
    if held or _alike(connection, file, document_id, numbered("f.path", ":file")):
        return
    path = kept_path(file, _fingerprint(connection, document_id))
    connection.execute("INSERT OR REPLACE INTO file VALUES (?, ?)", (path, document_id))


def _alike(connection: Connection, file: str, document_id: int, condition: str) -> list[str]:
    """Return the fingerprints of the versions of a text among those of a file's texts `f` that
    meet a condition."""
    rows = connection.execute(
        "SELECT o.document_id FROM paragraph_text p JOIN paragraph_text o ON o.hash = p.hash"
        " WHERE p.document_id = :id AND o.document_id <> :id AND :common > (SELECT count(*) FROM"
        "     (SELECT 1 FROM paragraph_text q WHERE q.hash = p.hash LIMIT :common))"
        f" AND EXISTS (SELECT 1 FROM file f WHERE f.document_id = o.document_id AND {condition})"
        " GROUP BY o.document_id ORDER BY count(*) DESC LIMIT :most",
        {"id": document_id, "file": file, "most": _MOST_COMPARED, "common": _COMMON},
    ).fetchall()
    if not rows:
        return []
    own = _words(connection, document_id)
    return [
        _fingerprint(connection, number)
        for (number,) in rows
        if likeness(own, _words(connection, number)) >= SAME_ARTICLE
    ]


def _fingerprint(connection: Connection, document_id: int) -> str:
    row = connection.execute(
        "SELECT fingerprint FROM document WHERE id = ?", (document_id,)
    ).fetchone()
    return str(row[0])


def _words(connection: Connection, document_id: int) -> Counter[str]:
    rows = connection.execute("SELECT text FROM paragraph WHERE document_id = ?", (document_id,))
    return counted_words(text for (text,) in rows)
