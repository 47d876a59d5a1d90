"""What is searched besides a document's own text, one line for each of its paragraphs."""

from sqlite3 import Connection

from reader.annotations.model import Annotation
from reader.store.annotation_log import stored
from reader.store.translations import decode, source_hash
from reader.translation.pipeline import Finish

SEPARATOR = " · "
"""Between the notes, or the names, of one paragraph."""
_MOST_LOOKED_FOR = 100  # sentences; of more, all documents are taken to have some


def translation_lines(connection: Connection, document_id: int, finish: Finish) -> list[str]:
    """Return each paragraph's newest stored translation as it is shown, "" where there is none."""
    lines = []
    for text in _texts(connection, document_id):
        row = connection.execute(
            "SELECT pairs FROM translation WHERE source_hash = ? ORDER BY made DESC LIMIT 1",
            (source_hash(text),),
        ).fetchone()
        pairs = finish(text, decode(row[0])) if row else []
        lines.append(" ".join(pair.target for pair in pairs))
    return lines


def corrected_sentences(connection: Connection) -> list[str]:
    """Return the sentences whose corrections have changed since `note_corrections`."""
    return [row[0] for row in connection.execute("SELECT DISTINCT source FROM search_correction")]


def note_corrections(connection: Connection, sources: list[str]) -> None:
    """Mark the translated documents that have one of the sentences as changed."""
    if len(sources) > _MOST_LOOKED_FOR:
        connection.execute("UPDATE library_entry SET changes = changes + 1 WHERE translated > 0")
    else:
        connection.executemany(
            "UPDATE library_entry SET changes = changes + 1 WHERE translated > 0 AND document_id IN"
            " (SELECT document_id FROM paragraph WHERE instr(text, ?))",
            [(source,) for source in sources],
        )
    connection.execute("DELETE FROM search_correction")


def annotation_lines(connection: Connection, document_id: int) -> tuple[list[str], list[str]]:
    """Return each paragraph's notes with their tags, and its labelled words with who they are.

    What has no place in the text any more stands with the first paragraph.
    """
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
        if not isinstance(annotation, Annotation) or not places:
            continue
        place = places.get(annotation.anchor.paragraph_id, 0)
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
