"""Reads files in the background and keeps them in the database."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.documents.files import exists
from reader.documents.model import Document
from reader.errors import DocumentError, StoreError
from reader.stopping import ShouldStop
from reader.store.documents import DocumentStore
from reader.tui.messages import DocumentLoaded, LoadFailed, WorkFailed
from reader.tui.services import Services
from reader.tui.workers.worker import Post, Worker

if TYPE_CHECKING:
    from reader.store.database import Database


@dataclass(frozen=True, slots=True)
class LoadJob:
    """A file to read."""

    path: Path


class Loader(Worker[LoadJob]):
    """Posts DocumentLoaded or LoadFailed for each path."""

    def __init__(self, services: Services, post: Post) -> None:
        super().__init__("loader", post)
        self._services = services
        self._database: Database | None = None

    def work(self, job: LoadJob, should_stop: ShouldStop) -> None:
        """Read one file. What can be read is shown even where it cannot be kept."""
        store = self._open()
        document = self._read(job.path, store)
        position = None
        try:
            if store is not None:
                known = store.id_of(document)
                position = store.position(known) if known is not None else None
        except StoreError as error:
            self.post(WorkFailed(str(error)))
        self.post(DocumentLoaded(job.path, document, position))
        try:
            if store is not None:
                store.mark_opened(store.save(document))
        except StoreError as error:
            self.post(WorkFailed(str(error)))

    def failed(self, job: LoadJob, reason: str) -> None:
        """Report the one file; the others still open."""
        self.post(LoadFailed(job.path, reason))

    def _open(self) -> DocumentStore | None:
        try:
            if self._database is None:
                self._database = self._services.database()
        except StoreError as error:
            self.post(WorkFailed(str(error)))
            return None
        return DocumentStore(self._database)

    def _read(self, path: Path, store: DocumentStore | None) -> Document:
        """Load a file; of one that is gone return the text that the database has."""
        try:
            return self._services.load(path)
        except DocumentError:
            kept = None if store is None or exists(str(path)) else store.by_path(str(path))
            if kept is None:
                raise
            self.post(WorkFailed(f"{path} is gone: this is the text that was kept of it."))
            return kept

    def close(self) -> None:
        """Close the database."""
        if self._database is not None:
            self._database.close()
