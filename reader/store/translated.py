"""The English of a document as it was shown: stored translations with the user's corrections."""

from reader.documents.model import Document
from reader.store.database import Database
from reader.store.memory import MemoryStore
from reader.store.translations import TranslationStore, source_hash
from reader.translation.finishing import Finishing
from reader.translation.model import ParagraphTranslation

_CHUNK = 500


def stored_english(
    database: Database, document: Document, package: str | None = None
) -> dict[str, ParagraphTranslation]:
    """Return the stored translations of a document's paragraphs by paragraph id.

    Without `package`: of the one that translated most of the document, the newest of equals.
    Empty when nothing of it was translated yet. Raises StoreError.
    """
    chosen = package or _most_used(database, document)
    if chosen is None:
        return {}
    texts = [paragraph.text for paragraph in document.paragraphs]
    finish = Finishing(MemoryStore(database))
    stored = TranslationStore(database).get_many(texts, chosen)
    return {
        paragraph.id: ParagraphTranslation(
            paragraph.id, tuple(finish(paragraph.text, pairs)), chosen
        )
        for paragraph, pairs in zip(document.paragraphs, stored, strict=True)
        if pairs is not None
    }


def _most_used(database: Database, document: Document) -> str | None:
    keys = sorted({source_hash(p.text) for p in document.paragraphs})
    counts: dict[str, tuple[int, str]] = {}
    for at in range(0, len(keys), _CHUNK):
        part = keys[at : at + _CHUNK]
        rows = database.connection.execute(
            "SELECT package, count(*), max(made) FROM translation"
            f" WHERE source_hash IN ({','.join('?' * len(part))}) GROUP BY package",
            part,
        )
        for package, number, made in rows:
            before = counts.get(package, (0, ""))
            counts[package] = (before[0] + number, max(before[1], made))
    return max(counts, key=counts.__getitem__, default=None)
