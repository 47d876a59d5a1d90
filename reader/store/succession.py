"""Which texts a document comes after: the versions of its file that the file has left."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reader.documents.loading import load_all
from reader.documents.model import Document
from reader.errors import DocumentError
from reader.store.database import Database
from reader.store.documents import DocumentStore
from reader.store.likeness import SAME_ARTICLE, counted_words, likeness
from reader.store.paths import PART, numbered, split_part, stored_path
from reader.store.versions import FormerText, file_of, former_texts


def left_texts(database: Database, document: Document) -> list[FormerText]:
    """Return the annotated texts that the document's file has left and that it comes after.

    Articles of a file of many change their numbers: one whose text is anywhere in the file has not
    left it, and of the others the document comes after those that are more like it than like any
    other article; one that is like none has rolled off and stays as it is. The file is only read
    for that when one of its texts seems to be gone.
    """
    if file_of(document.path) is None:
        return []
    former = former_texts(database.connection, document.path, document.fingerprint)
    if not former or split_part(stored_path(document.path))[1] is None:
        return former
    articles = _articles(database, document)
    held = {article.fingerprint for article in articles}
    return [
        text
        for text in former
        if text.fingerprint not in held
        and _successor(database, text, articles) == document.fingerprint
    ]


def _articles(database: Database, document: Document) -> list[Document]:
    """Return what the document's file holds, with the document in its place.

    Where the file is gone it is what the database knows of it.
    """
    _, number = split_part(stored_path(document.path))
    try:
        found = load_all(document.path.rpartition(PART)[0])
    except DocumentError:
        found = _known_articles(database, document)
    others = [a for a in found if split_part(stored_path(a.path))[1] != number]
    return [*others, document]


def _known_articles(database: Database, document: Document) -> list[Document]:
    file = split_part(stored_path(document.path))[0]
    store = DocumentStore(database)
    rows = database.connection.execute(
        "SELECT f.path, f.document_id FROM file_text t"
        " JOIN file f ON f.document_id = t.document_id"
        f" WHERE t.file = :file AND {numbered('f.path', ':file')}",
        {"file": file},
    ).fetchall()
    return [replace(store.get(number), path=path) for path, number in rows]


def _successor(database: Database, text: FormerText, articles: Sequence[Document]) -> str:
    """Return the fingerprint of the article that is a version of a text, "" if none is."""
    old = DocumentStore(database).by_fingerprint(text.fingerprint)
    before = _words(old) if old else Counter()
    alike = [(likeness(before, _words(article)), article) for article in articles]
    share, best = max(alike, key=lambda one: one[0])
    return best.fingerprint if share >= SAME_ARTICLE else ""


def _words(document: Document) -> Counter[str]:
    return counted_words(p.text for p in document.paragraphs)
