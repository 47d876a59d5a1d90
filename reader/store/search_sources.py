"""What is searched besides a document's own text, one line for each of its paragraphs."""

from sqlite3 import Connection

from reader.annotations.model import Annotation
from reader.store.annotation_log import stored
from reader.store.translations import decode, source_hash

SEPARATOR = " · "
"""Between the notes, or the names, of one paragraph."""


def translation_lines(connection: Connection, document_id: int) -> list[str]:
    """Return each paragraph's newest stored translation, "" where there is none."""
    lines = []
    for text in _texts(connection, document_id):
        row = connection.execute(
            "SELECT pairs FROM translation WHERE source_hash = ? ORDER BY made DESC LIMIT 1",
            (source_hash(text),),
        ).fetchone()
        lines.append(" ".join(pair.target for pair in decode(row[0])) if row else "")
    return lines


def annotation_lines(connection: Connection, document_id: int) -> tuple[list[str], list[str]]:
    """Return each paragraph's notes with their tags, and its labelled words with who they are."""
    places = {
        row[0]: row[1]
        for row in connection.execute(
            "SELECT id, place FROM paragraph WHERE document_id = ?", (document_id,)
        )
    }
    notes: list[list[str]] = [[] for _ in places]
    entities: list[list[str]] = [[] for _ in places]
    rows = connection.execute(
        "SELECT data FROM annotation WHERE status <> 'rejected'"
        " AND document = (SELECT fingerprint FROM document WHERE id = ?) ORDER BY start",
        (document_id,),
    )
    for row in rows:
        annotation = stored(row[0])
        if not isinstance(annotation, Annotation) or annotation.anchor.paragraph_id not in places:
            continue
        place = places[annotation.anchor.paragraph_id]
        note = (annotation.note, *annotation.tags)
        notes[place].append(" ".join(part for part in note if part))
        if annotation.label:
            name = (annotation.quote, annotation.identity, annotation.value)
            entities[place].append(" ".join(part for part in name if part))
    return _lines(notes), _lines(entities)


def _lines(parts: list[list[str]]) -> list[str]:
    return [SEPARATOR.join(part for part in line if part) for line in parts]


def _texts(connection: Connection, document_id: int) -> list[str]:
    rows = connection.execute(
        "SELECT text FROM paragraph WHERE document_id = ? ORDER BY place", (document_id,)
    )
    return [row[0] for row in rows]
