"""Finds names and numbers in the open document: what is seen first."""

import threading
from typing import TYPE_CHECKING

from reader.documents.model import Document
from reader.entities.model import Entity
from reader.errors import StoreError
from reader.stopping import ShouldStop
from reader.store.documents import DocumentStore
from reader.store.entities import EntityStore
from reader.store.library import Library
from reader.tui.messages import Progress, Recognised, WorkFailed
from reader.tui.services import Services
from reader.tui.workers.worker import Post, Worker

if TYPE_CHECKING:
    from reader.store.database import Database

# Names of a document help each other, so an article is one batch and only long texts are divided.
BATCH_CHARACTERS = 40_000


class RecognitionWorker(Worker[Document]):
    """Posts Recognised for groups of paragraphs, from the database where they are kept."""

    def __init__(self, services: Services, post: Post) -> None:
        super().__init__("recogniser", post)
        self._services = services
        self._database: Database | None = None
        self._seen: range = range(0)
        self._lock = threading.Lock()

    def see(self, paragraphs: range) -> None:
        """Look at these paragraphs next. Called from the screen's thread."""
        with self._lock:
            self._seen = paragraphs

    def work(self, job: Document, should_stop: ShouldStop) -> None:
        """Look through one document."""
        if self._kept(job):
            return
        todo = {n for n, p in enumerate(job.paragraphs) if p.text.strip()}
        total = len(todo)
        found: dict[int, list[Entity]] = {}
        while todo and not should_stop():
            batch = self._next(job, todo)
            analysed = self._services.analyse([job.paragraphs[n].text for n in batch], should_stop)
            if should_stop():
                return
            todo.difference_update(batch)
            new = dict(zip(batch, analysed, strict=True))
            found |= new
            self.post(Recognised(job.fingerprint, new))
            self.post(Progress("names", job.fingerprint, total - len(todo), total))
        if not todo:
            self._keep(job, [found.get(n, []) for n in range(len(job.paragraphs))])

    def close(self) -> None:
        """Close the database."""
        if self._database is not None:
            self._database.close()

    def _kept(self, job: Document) -> bool:
        """Post what is kept of the document; tell whether something was."""
        try:
            if self._database is None:
                self._database = self._services.database()
            known = DocumentStore(self._database).id_of(job)
            if known is None:
                return False
            kept = EntityStore(self._database).load(
                known, self._services.analyser(), len(job.paragraphs)
            )
        except StoreError as error:
            self.post(WorkFailed(str(error)))
            return False
        if kept is not None:
            self.post(Recognised(job.fingerprint, dict(enumerate(kept))))
        return kept is not None

    def _keep(self, job: Document, found: list[list[Entity]]) -> None:
        if self._database is None:
            return
        try:
            known = DocumentStore(self._database).save(job)
            linked = EntityStore(self._database).save(known, found, self._services.analyser())
            Library(self._database).set_entities(known, len(linked))
        except StoreError as error:
            self.post(WorkFailed(str(error)))

    def _next(self, job: Document, todo: set[int]) -> list[int]:
        with self._lock:
            seen = self._seen
        batch: list[int] = []
        size = 0
        for place in sorted(todo, key=lambda n: (n not in seen, n < seen.start, n)):
            size += len(job.paragraphs[place].text)
            if batch and size > BATCH_CHARACTERS:
                break
            batch.append(place)
        return sorted(batch)
