"""Finds names and numbers in the open document: what is seen first."""

import threading
from collections.abc import Callable

from reader.documents.model import Document
from reader.tui.messages import Progress, Recognised
from reader.tui.services import Services
from reader.tui.workers.worker import Post, Worker

# Names of a document help each other, so an article is one batch and only long texts are divided.
BATCH_CHARACTERS = 40_000


class RecognitionWorker(Worker[Document]):
    """Posts Recognised for groups of paragraphs."""

    def __init__(self, services: Services, post: Post) -> None:
        super().__init__("recogniser", post)
        self._services = services
        self._seen: range = range(0)
        self._lock = threading.Lock()

    def see(self, paragraphs: range) -> None:
        """Look at these paragraphs next. Called from the screen's thread."""
        with self._lock:
            self._seen = paragraphs

    def work(self, job: Document, should_stop: Callable[[], bool]) -> None:
        """Look through one document."""
        todo = {n for n, p in enumerate(job.paragraphs) if p.text.strip()}
        total = len(todo)
        while todo and not should_stop():
            batch = self._next(job, todo)
            found = self._services.analyse([job.paragraphs[n].text for n in batch], should_stop)
            if should_stop():
                return
            todo.difference_update(batch)
            self.post(Recognised(job.fingerprint, dict(zip(batch, found, strict=True))))
            self.post(Progress("names", job.fingerprint, total - len(todo), total))

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
        return batch
