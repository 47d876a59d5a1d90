"""Finds out what the library shows of each document."""

from collections.abc import Callable
from pathlib import Path

from reader.documents.model import Document
from reader.errors import ReaderError, StoreError
from reader.store.annotations import AnnotationStore
from reader.store.database import Database
from reader.store.documents import DocumentStore
from reader.store.translations import TranslationStore
from reader.tui.messages import DocumentFacts, Listed, WorkFailed
from reader.tui.services import Services
from reader.tui.workers.worker import Post, Worker

GROUP = 20  # documents told at once


class Lister(Worker[list[Path]]):
    """Posts Listed for groups of documents; a file that cannot be read is told with its fault."""

    def __init__(self, services: Services, post: Post) -> None:
        super().__init__("lister", post)
        self._services = services
        self._database: Database | None = None
        self._engine = ""

    def work(self, job: list[Path], should_stop: Callable[[], bool]) -> None:
        """Look at each file."""
        try:
            if self._database is None:
                self._database = self._services.database()
            totals = AnnotationStore(self._database).totals()
        except StoreError as error:
            self.post(WorkFailed(str(error)))
            totals = {}
        if not self._engine:
            self._engine = self._engine_id()
        group: list[DocumentFacts] = []
        for path in job:
            if should_stop():
                return
            group.append(self._facts(path, totals))
            if len(group) == GROUP:
                self.post(Listed(group))
                group = []
        if group:
            self.post(Listed(group))

    def close(self) -> None:
        """Close the database."""
        if self._database is not None:
            self._database.close()

    def _engine_id(self) -> str:
        try:
            return self._services.translator().id
        except ReaderError:
            return ""

    def _facts(self, path: Path, totals: dict[str, int]) -> DocumentFacts:
        try:
            document = self._services.load(path)
        except ReaderError as error:
            return DocumentFacts(path, fault=str(error))
        size = sum(len(paragraph.text) for paragraph in document.paragraphs)
        facts = DocumentFacts(path, document.title, size)
        if self._database is None:
            return facts
        return DocumentFacts(
            path,
            document.title,
            size,
            self._read(self._database, document),
            self._translated(self._database, document),
            None,
            totals.get(document.fingerprint, 0),
        )

    def _read(self, database: Database, document: Document) -> float:
        store = DocumentStore(database)
        known = store.id_of(document)
        return store.share_read(known) if known is not None else 0.0

    def _translated(self, database: Database, document: Document) -> float | None:
        if not self._engine:
            return None
        texts = [p.text for p in document.paragraphs if p.text.strip()]
        return TranslationStore(database).count(texts, self._engine) / max(1, len(texts))
