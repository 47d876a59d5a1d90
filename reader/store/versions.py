"""Which texts each file has held, and to which of them its annotations belong.

The model that `following` works by:

- Annotations belong to a text (a fingerprint), and every file that holds the text has them.
- A file holds one text, or the texts of its articles ("news.jsonl#"). Every text it has held is
  kept in the table `file_text`.
- A file has a claim on each text it holds, and keeps it after it has changed until the
  annotations there have been brought to the text that came after (`followed`).
- When a document opens, it takes the annotations of the texts that its file has left: it moves
  them when no other file has a claim on them, and copies them otherwise. Of a file of many
  articles, only a text that none of them has any more is one that was left; the article most
  like it comes after it, and one that none is like stays as it is (`rolled_off`).
- A text that opens gets back what once stood on it and has gone along to another text.
- An annotation that has lost its words (an orphan) is claimed only by files that once held the
  words, so that what is no file's own is not handed on by it.

So no annotation can be out of reach of a document that has its text, in whatever order files are
opened, copied, edited or put in another order.
"""

from collections.abc import Callable, Iterable
from sqlite3 import Connection
from typing import NamedTuple

from reader.store.paths import UNNAMED, file_name, is_kept, numbered, split_part, stored_path

_NUMBERED = numbered("f.path", ":file")


class FormerText(NamedTuple):
    """A text with annotations that a file has held; `claimed`: they were not yet brought on."""

    fingerprint: str
    number: int | None
    claimed: bool


def file_of(path: str) -> str | None:
    """Return the name under which a file's texts are kept; None where there is no file."""
    return None if path in UNNAMED else split_part(stored_path(path))[0]


def hold(connection: Connection, path: str, document_id: int) -> int | None:
    """Remember that a file (its path as stored) holds a text now; return the one it held so far."""
    if path in UNNAMED:
        return None
    row = connection.execute("SELECT document_id FROM file WHERE path = ?", (path,)).fetchone()
    before = None if row is None else int(row[0])
    connection.execute("INSERT OR REPLACE INTO file VALUES (?, ?)", (path, document_id))
    if is_kept(path):
        return before  # no file: the one that the article was in has held it
    file, number = split_part(path)
    if before not in (None, document_id):
        # what its last import read is no longer what is kept of it: should the file change back,
        # it is not as it was imported
        connection.execute("DELETE FROM imported WHERE path = ?", (file_name(path),))
    connection.execute(
        "INSERT INTO file_text VALUES (?, ?, ?, 0) ON CONFLICT (file, document_id) DO UPDATE"
        " SET number = excluded.number, followed = 0",
        (file, document_id, number),
    )
    return before


def forget_gone(connection: Connection, document_id: int, exists: Callable[[str], bool]) -> None:
    """Forget the files of a text that are there no more, where one is there that holds it too.

    The file was moved, then: the list and the search are to name it where it is. A file that only
    was out of reach is read again when it is imported or opened. Its claims stay.
    """
    rows = connection.execute("SELECT path FROM file WHERE document_id = ?", (document_id,))
    paths = [path for (path,) in rows if not is_kept(path)]
    if len(paths) < 2:
        return
    gone = [path for path in paths if not exists(file_name(path))]
    if len(gone) < len(paths):
        connection.executemany("DELETE FROM file WHERE path = ?", [(path,) for path in gone])
        connection.executemany(
            "DELETE FROM imported WHERE path = ?", [(file_name(path),) for path in gone]
        )


def former_texts(connection: Connection, path: str, fingerprint: str) -> list[FormerText]:
    """Return the other texts with annotations of the file of `path`, newest first.

    Those that another article of the file is known to hold are left out.
    """
    stored = stored_path(path)
    file, number = split_part(stored)
    rows = connection.execute(
        "SELECT d.fingerprint, t.number, NOT t.followed FROM file_text t"
        " JOIN document d ON d.id = t.document_id"
        " WHERE t.file = :file AND d.fingerprint <> :fingerprint"
        " AND EXISTS (SELECT 1 FROM annotation a WHERE a.document = d.fingerprint)"
        " AND NOT (:parts AND EXISTS (SELECT 1 FROM file f WHERE f.document_id = d.id"
        f"     AND f.path <> :path AND {_NUMBERED}))"
        " ORDER BY d.id DESC",
        {"file": file, "fingerprint": fingerprint, "parts": number is not None, "path": stored},
    )
    return [FormerText(text, number, bool(claimed)) for text, number, claimed in rows]


def left_behind(connection: Connection, fingerprint: str) -> set[str]:
    """Return the texts that the files holding a text have held before it, under the same number.

    Of a file of many articles only those that nothing is left to bring on from: another one may
    be that of an article which has another number now.
    """
    paths = connection.execute(
        "SELECT f.path FROM file f JOIN document d ON d.id = f.document_id WHERE d.fingerprint = ?",
        (fingerprint,),
    ).fetchall()
    found = {text for (path,) in paths for text in held_so_far(connection, path)}
    return found - {fingerprint}


def held_so_far(connection: Connection, path: str) -> set[str]:
    """Return the texts that a file has held, as `left_behind` counts them, with its present one."""
    if path in UNNAMED:
        return set()
    rows = connection.execute(
        "SELECT d.fingerprint FROM file_text t JOIN document d ON d.id = t.document_id"
        " WHERE t.file = ? AND t.number IS ? AND (t.number IS NULL OR t.followed)",
        split_part(stored_path(path)),
    )
    return {row[0] for row in rows}


def claimants(connection: Connection, fingerprint: str) -> set[str]:
    """Return the files that hold a text or have not yet brought its annotations on."""
    rows = connection.execute(
        "SELECT t.file FROM file_text t JOIN document d ON d.id = t.document_id"
        " WHERE d.fingerprint = ? AND NOT t.followed",
        (fingerprint,),
    )
    return {row[0] for row in rows}


def has_held(connection: Connection, file: str, fingerprints: Iterable[str]) -> bool:
    """Tell whether a file has ever held one of these texts."""
    return any(
        connection.execute(
            "SELECT 1 FROM file_text t JOIN document d ON d.id = t.document_id"
            " WHERE d.fingerprint = ? AND t.file = ?",
            (fingerprint, file),
        ).fetchone()
        for fingerprint in fingerprints
    )


def unsettled(
    connection: Connection, path: str, fingerprint: str, taken: Iterable[str]
) -> list[int]:
    """Return the texts that a file has a claim on for nothing, by document id.

    They are those in `taken`, whose annotations the file's present text `fingerprint` has, and
    those that the path has held and that had none.
    """
    stored = stored_path(path)
    file, number = split_part(stored)
    rows = connection.execute(
        "SELECT d.id, d.fingerprint, t.number FROM file_text t JOIN document d"
        " ON d.id = t.document_id"
        " WHERE t.file = :file AND NOT t.followed AND d.fingerprint <> :fingerprint"
        " AND NOT (:parts AND EXISTS (SELECT 1 FROM file f WHERE f.document_id = d.id"
        f"     AND f.path <> :path AND {_NUMBERED}))",
        {"file": file, "fingerprint": fingerprint, "parts": number is not None, "path": stored},
    ).fetchall()
    done = set(taken)
    return [
        row[0]
        for row in rows
        if row[1] in done or (row[2] == number and not _is_annotated(connection, row[1]))
    ]


def settle(connection: Connection, path: str, document_ids: Iterable[int]) -> None:
    """Give up the claim of a file on texts whose annotations were brought on."""
    file = file_of(path)
    connection.executemany(
        "UPDATE file_text SET followed = 1 WHERE file = ? AND document_id = ?",
        [(file, number) for number in document_ids],
    )


def _is_annotated(connection: Connection, fingerprint: str) -> bool:
    return bool(
        connection.execute("SELECT 1 FROM annotation WHERE document = ?", (fingerprint,)).fetchone()
    )
