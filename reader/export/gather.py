"""Putting together what is exported of a document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.annotations.labels import LabelSet
from reader.annotations.model import Annotation
from reader.annotations.order import text_order
from reader.documents.files import exists
from reader.documents.finding import find
from reader.documents.loading import load, load_all
from reader.documents.model import Document
from reader.errors import DocumentError
from reader.export.bundle import Bundle
from reader.store.annotation_log import lineage
from reader.store.arrivals import arrivals
from reader.store.database import Database
from reader.store.documents import DocumentStore
from reader.store.following import present, present_relations
from reader.store.rolled_off import annotated_ones
from reader.store.translated import stored_english
from reader.store.versions import held_so_far
from reader.store.vocabulary import SavedWord, VocabularyStore

# of words that were saved without a document, or whose document is not kept
_NOWHERE = Document("", "text/plain", "", "", ())


@dataclass(frozen=True, slots=True)
class Found:
    """A document to export; `kept` when its file is gone and the stored text is used."""

    document: Document
    kept: bool = False


def documents(paths: Sequence[str], database: Database) -> Iterator[Found]:
    """Yield the documents that paths and folders mean, each article of a file of many.

    "news.jsonl#3" means its third article alone. Articles that the file has no more are among them
    if they have annotations. A file that is gone is exported from the text that
    the database keeps. Raises DocumentError.
    """
    store = DocumentStore(database)
    for path in find(paths):
        try:
            yield from (Found(document) for document in _load(str(path)))
        except DocumentError:
            kept = None if Path(path).exists() else store.by_path(str(path))
            if kept is None:
                raise
            yield Found(kept, kept=True)
        for gone in annotated_ones(database.connection, str(path)):
            article = store.by_path(gone)
            if article is not None:
                yield Found(article, kept=True)


def _load(path: str) -> list[Document]:
    if path == "-" or exists(path):
        return load_all(path)
    return [load(path)]  # which knows the numbers of articles


def gather(
    document: Document,
    database: Database,
    labels: LabelSet,
    *,
    suggestions: bool = False,
    package: str | None = None,
    time: str = "",
) -> Bundle:
    """Return a document with its annotations (re-anchored when its file has changed), stored
    English and the words that were saved in it or in an earlier version of its file.

    `suggestions` adds what the recogniser finds. Nothing is written. Raises StoreError.
    """
    coming = arrivals(database, document)
    versions = {
        *lineage(database.connection, document.fingerprint),
        *held_so_far(database.connection, document.path),
    }
    result = present(database, document, coming)
    placed = sorted([*result.placed, *result.moved], key=text_order)
    if suggestions:
        placed = sorted([*placed, *_suggested(document, placed)], key=text_order)
    return Bundle(
        document=document,
        annotations=(*placed, *sorted(result.orphans, key=text_order)),
        relations=tuple(present_relations(database, document, coming)),
        translations=stored_english(database, document, package),
        words=tuple(
            word for word in VocabularyStore(database).words() if word.fingerprint in versions
        ),
        labels=labels,
        time=time or now(),
        suggestions=suggestions,
    )


def vocabulary(database: Database, labels: LabelSet, time: str = "") -> list[Bundle]:
    """Return all saved words, each with the document it was met in (one for those without)."""
    by_document: dict[str, list[SavedWord]] = {}
    for word in VocabularyStore(database).words():
        by_document.setdefault(word.fingerprint, []).append(word)
    store = DocumentStore(database)
    bundles = []
    for fingerprint, words in by_document.items():
        document = store.by_fingerprint(fingerprint) if fingerprint else None
        bundles.append(
            Bundle(
                document=document or _NOWHERE,
                words=tuple(words),
                labels=labels,
                time=time or now(),
            )
        )
    return bundles


def now() -> str:
    """Return the time in ISO 8601, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _suggested(document: Document, present_ones: list[Annotation]) -> list[Annotation]:
    from reader.annotations.suggestions import suggest
    from reader.entities.analysis import analyse

    texts = [paragraph.text for paragraph in document.paragraphs]
    return suggest(document, analyse(texts), present_ones)
