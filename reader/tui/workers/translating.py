"""Translates the open document: what is seen first, then the rest."""

import threading
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.documents.model import Document
from reader.errors import StoreError
from reader.stopping import ShouldStop
from reader.store.database import Database
from reader.translation.model import ParagraphTranslation, SentencePair
from reader.tui.messages import Progress, Translated, TranslationFailed, WorkFailed
from reader.tui.services import Services, make_pipeline
from reader.tui.workers.worker import Post, Worker

if TYPE_CHECKING:
    from reader.translation.pipeline import Translator

# One batch holds what one wants to see at once; a change of what is seen ends it early.
BATCH_CHARACTERS = 1500
STORED_GROUP = 200  # stored paragraphs told at once


class TranslationWorker(Worker[Document]):
    """Posts Translated for each paragraph, from the database where it is already there."""

    def __init__(self, services: Services, post: Post) -> None:
        super().__init__("translator", post)
        self._services = services
        self._database: Database | None = None
        self._translator: Translator | None = None
        self._seen: range = range(0)
        self._reordered = threading.Event()

    def see(self, paragraphs: range) -> None:
        """Translate these paragraphs next. Called from the screen's thread."""
        if paragraphs != self._seen:
            self._seen = paragraphs
            self._reordered.set()

    def work(self, job: Document, should_stop: ShouldStop) -> None:
        """Translate one document."""
        if self._translator is None:
            self._translator = self._services.translator()
        pipeline = make_pipeline(self._translator, self._open(), self._warn)
        todo = {n for n, p in enumerate(job.paragraphs) if p.text.strip()}
        total = len(todo)

        def run(batch: Sequence[int], stop: ShouldStop, group: int) -> None:
            ready: dict[int, list[SentencePair]] = {}

            def on_done(index: int, pairs: list[SentencePair]) -> None:
                ready[batch[index]] = pairs
                todo.discard(batch[index])
                if len(ready) >= group:
                    self._deliver(job, ready)
                    self.post(Progress("translating", job.fingerprint, total - len(todo), total))
                    ready.clear()

            texts = [job.paragraphs[n].text for n in batch]
            try:
                pipeline.translate(texts, on_done=on_done, should_stop=stop)
            finally:
                self._deliver(job, ready)

        run(self._ordered(todo), lambda: True, STORED_GROUP)  # what is stored, and nothing else
        self.post(Progress("translating", job.fingerprint, total - len(todo), total))
        while todo and not should_stop():
            self._reordered.clear()
            batch = self._next(job, todo)
            run(batch, partial(self._enough, batch, todo, should_stop), 1)

    def failed(self, job: Document, reason: str) -> None:
        """Say in the pane why there is no English."""
        self._translator = None
        self.post(TranslationFailed(job.fingerprint, None, reason))

    def close(self) -> None:
        """Close the database."""
        if self._database is not None:
            self._database.close()

    def _open(self) -> Database | None:
        try:
            if self._database is None:
                self._database = self._services.database()
        except StoreError as error:
            self._warn(str(error))
        return self._database

    def _warn(self, message: str) -> None:
        self.post(WorkFailed(message))

    def _ordered(self, todo: set[int]) -> list[int]:
        """What is seen, then what follows it, then what stands before it."""
        seen = self._seen
        return sorted(todo, key=lambda n: (n not in seen, n < seen.start, n))

    def _next(self, job: Document, todo: set[int]) -> list[int]:
        batch: list[int] = []
        size = 0
        for place in self._ordered(todo):
            size += len(job.paragraphs[place].text)
            if batch and size > BATCH_CHARACTERS:
                break
            batch.append(place)
        return batch

    def _enough(self, batch: Sequence[int], todo: set[int], should_stop: ShouldStop) -> bool:
        """Tell whether to end the batch: something is seen now that waits behind it."""
        if should_stop():
            return True
        return self._reordered.is_set() and any(n in todo and n not in batch for n in self._seen)

    def _deliver(self, job: Document, ready: Mapping[int, Sequence[SentencePair]]) -> None:
        assert self._translator is not None
        found: dict[int, ParagraphTranslation] = {}
        for place, pairs in ready.items():
            failure = next((d.reason for p in pairs for d in p.doubts if d.kind == "failed"), None)
            if failure is not None and not any(pair.target for pair in pairs):
                self.post(TranslationFailed(job.fingerprint, place, failure))
                continue
            paragraph = job.paragraphs[place].id
            found[place] = ParagraphTranslation(paragraph, tuple(pairs), self._translator.id)
        if found:
            self.post(Translated(job.fingerprint, found))
