"""What is searched besides a document's own text, one line for each of its paragraphs."""

from collections.abc import Iterable, Sequence
from sqlite3 import Connection

from reader.annotations.model import Annotation
from reader.store.annotation_log import stored
from reader.store.stems import indexed_words
from reader.store.translations import decode, source_hash
from reader.translation.pipeline import Finish

SEPARATOR = " · "
"""Between the notes, or the names, of one paragraph."""
_MOST_WORDS = 20  # of a sentence, by which it is looked for
KINDS_PER_DOCUMENT = 8
"""Room for the kinds of texts of a document, and more to come; part of every rowid."""


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


def corrected_keys(connection: Connection) -> list[str]:
    """Return the sentences, by memory key, whose corrections are not in the index yet."""
    rows = connection.execute("SELECT DISTINCT source_key FROM search_correction")
    return [row[0] for row in rows]


def documents_with(connection: Connection, key: str) -> set[int]:
    """Return the indexed documents that seem to have a sentence, in any spelling of its key."""
    words = [word.form for word in indexed_words(key)][:_MOST_WORDS]
    if not words:
        return set()
    phrase = " ".join(words).replace('"', "")
    rows = connection.execute(
        "SELECT rowid FROM search WHERE search MATCH ?", (f'words:"{phrase}"',)
    )
    return {row[0] // KINDS_PER_DOCUMENT for row in rows}


def note_corrections(
    connection: Connection, keys: Sequence[str], documents: Iterable[int] | None
) -> None:
    """Let the English of documents (None: of all) be indexed anew for these corrections."""
    changed = "UPDATE library_entry SET changes = changes + 1 WHERE translated > 0"
    if documents is None:
        connection.execute(changed)
    else:
        ids = [(number,) for number in documents]
        connection.executemany(f"{changed} AND document_id = ?", ids)
    connection.executemany(
        "DELETE FROM search_correction WHERE source_key = ?", [(key,) for key in keys]
    )


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
