"""What the log of annotations knows of where they have been."""

from sqlite3 import Connection
from typing import Literal

# in the log the placement "placed" is left out
_HAD_WORDS = "json_extract({}, '$.placement') IS NOT 'orphan'"


def departed(connection: Connection, fingerprint: str) -> dict[str, set[str]]:
    """Return the ids of annotations that had words of a text and went along to another.

    They are grouped by the text (fingerprint) on which they are now.
    """
    rows = connection.execute(
        "SELECT DISTINCT a.document, a.id FROM annotation_event e"
        " JOIN annotation a ON a.id = e.subject_id"
        f" WHERE e.earlier = :text AND a.document <> :text AND {_HAD_WORDS.format('e.before')}"
        " ORDER BY a.document",
        {"text": fingerprint},
    )
    found: dict[str, set[str]] = {}
    for document, annotation_id in rows:
        found.setdefault(document, set()).add(annotation_id)
    return found


def texts_with_words(connection: Connection, annotation_id: str) -> set[str]:
    """Return the texts on which an annotation was not an orphan."""
    rows = connection.execute(
        "SELECT document FROM annotation_event"
        f" WHERE subject_id = :id AND after IS NOT NULL AND {_HAD_WORDS.format('after')}"
        " UNION SELECT earlier FROM annotation_event"
        f" WHERE subject_id = :id AND earlier IS NOT NULL AND {_HAD_WORDS.format('before')}",
        {"id": annotation_id},
    )
    return {row[0] for row in rows}


def state(
    connection: Connection, subject_id: str
) -> tuple[Literal["unknown", "there", "gone"], str]:
    """Tell what became of an annotation or relation, and on which text it is or was last.

    What was removed because its text had the same already is as good as unknown.
    """
    row = connection.execute(
        "SELECT e.after IS NULL, g.kind, e.document FROM annotation_event e"
        " JOIN annotation_group g ON g.id = e.group_id"
        " WHERE e.subject_id = ? ORDER BY e.seq DESC LIMIT 1",
        (subject_id,),
    ).fetchone()
    if row is None or (row[0] and row[1] == "follow"):
        return "unknown", ""
    return ("gone" if row[0] else "there"), row[2]
