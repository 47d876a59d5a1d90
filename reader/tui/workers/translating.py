"""Translates the open document: what is seen first, then the rest."""

import threading
from collections.abc import Callable, Sequence

from reader.documents.model import Document
from reader.errors import PackageError, StoreError
from reader.store.database import Database
from reader.store.translations import TranslationStore
from reader.translation.model import ParagraphTranslation, SentencePair
from reader.tui.messages import Progress, Translated, TranslationFailed, WorkFailed
from reader.tui.services import Services, Translator
from reader.tui.workers.worker import Post, Worker

# One batch holds what one wants to see at once; a change of what is seen ends it early.
BATCH_CHARACTERS = 1500


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

    def work(self, job: Document, should_stop: Callable[[], bool]) -> None:
        """Translate one document."""
        if self._translator is None:
            try:
                self._translator = self._services.translator()
            except PackageError as error:
                self.post(TranslationFailed(job.fingerprint, None, str(error)))
                return
        todo = {n for n, p in enumerate(job.paragraphs) if p.text.strip()}
        total = len(todo)
        store = self._store()
        if store is not None:
            self._stored(job, todo, store)
        self.post(Progress("translating", job.fingerprint, total - len(todo), total))
        while todo and not should_stop():
            batch = self._next(job, todo)
            self._reordered.clear()
            self._translate(job, batch, todo, total, store, should_stop)

    def failed(self, job: Document, reason: str) -> None:
        """Say in the pane why there is no English."""
        self._translator = None
        self.post(TranslationFailed(job.fingerprint, None, reason))

    def close(self) -> None:
        """Close the database."""
        if self._database is not None:
            self._database.close()

    def _store(self) -> TranslationStore | None:
        try:
            if self._database is None:
                self._database = self._services.database()
            return TranslationStore(self._database)
        except StoreError as error:
            self.post(WorkFailed(str(error)))
            return None

    def _stored(self, job: Document, todo: set[int], store: TranslationStore) -> None:
        assert self._translator is not None
        places = self._ordered(todo)
        found = store.get_many([job.paragraphs[n].text for n in places], self._translator.id)
        for place, pairs in zip(places, found, strict=True):
            if pairs is not None:
                self._deliver(job, place, pairs)
                todo.discard(place)

    def _ordered(self, todo: set[int]) -> list[int]:
        """What is seen, then what follows it, then what stands before it."""
        first = self._seen.start
        return sorted(todo, key=lambda n: (n not in self._seen, n < first, n))

    def _next(self, job: Document, todo: set[int]) -> list[int]:
        batch: list[int] = []
        size = 0
        for place in self._ordered(todo):
            size += len(job.paragraphs[place].text)
            if batch and size > BATCH_CHARACTERS:
                break
            batch.append(place)
        return batch

    def _translate(
        self,
        job: Document,
        batch: Sequence[int],
        todo: set[int],
        total: int,
        store: TranslationStore | None,
        should_stop: Callable[[], bool],
    ) -> None:
        assert self._translator is not None
        name = self._translator.id

        def on_done(index: int, pairs: list[SentencePair]) -> None:
            place = batch[index]
            todo.discard(place)
            failure = next((d for p in pairs for d in p.doubts if d.kind == "failed"), None)
            if store is not None and failure is None:
                store.put(job.paragraphs[place].text, name, pairs)
            if failure is not None and not any(pair.target for pair in pairs):
                self.post(TranslationFailed(job.fingerprint, place, failure.reason))
            else:
                self._deliver(job, place, pairs)
            self.post(Progress("translating", job.fingerprint, total - len(todo), total))

        def stop() -> bool:
            return should_stop() or (self._reordered.is_set() and self._wanted(batch, todo))

        self._translator.translate(
            [job.paragraphs[n].text for n in batch], on_done=on_done, should_stop=stop
        )

    def _wanted(self, batch: Sequence[int], todo: set[int]) -> bool:
        """Tell whether something is seen now that waits behind this batch."""
        return any(n in todo and n not in batch for n in self._seen)

    def _deliver(self, job: Document, place: int, pairs: Sequence[SentencePair]) -> None:
        assert self._translator is not None
        translation = ParagraphTranslation(
            job.paragraphs[place].id, tuple(pairs), self._translator.id
        )
        self.post(Translated(job.fingerprint, place, translation))
