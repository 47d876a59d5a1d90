"""What every program does with paragraphs: stored translations first, then the engine, each
result kept at once, and the user's corrections over all of them.

Storage is given from outside (`reader.store` implements it), so that this stays free of SQLite.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from reader.errors import StoreError
from reader.stopping import ShouldStop
from reader.translation.model import OnDone, SentencePair


class Translator(Protocol):
    """An engine: `reader.translation.engine.Engine` or a LibreTranslate server."""

    @property
    def id(self) -> str:
        """What its translations are kept under."""
        ...

    def translate(
        self,
        texts: Sequence[str],
        *,
        on_done: OnDone | None = None,
        should_stop: ShouldStop | None = None,
    ) -> list[list[SentencePair]]:
        """See Engine.translate."""
        ...


class Kept(Protocol):
    """Stored translations: `reader.store.translations.TranslationStore`."""

    def get_many(self, texts: Sequence[str], engine: str) -> list[list[SentencePair] | None]:
        """Return the stored pairs of each text."""
        ...

    def put(self, text: str, engine: str, pairs: Sequence[SentencePair]) -> None:
        """Keep the pairs of one text."""
        ...


Finish = Callable[[str, list[SentencePair]], list[SentencePair]]
"""(paragraph text, pairs) -> pairs as shown: corrections and glossary, see `finishing`."""


class Pipeline:
    """Translates paragraphs, none twice.

    A storage fault (a database locked by another program) does not stop the work: it is told
    once through `on_warning`, and the translations are shown without being kept.
    """

    def __init__(
        self,
        engine: Translator,
        kept: Kept | None = None,
        finish: Finish | None = None,
        on_warning: Callable[[str], None] | None = None,
    ) -> None:
        self.engine = engine
        self._kept = kept
        self._finish = finish
        self._on_warning = on_warning
        self._warned = False

    def translate(
        self,
        texts: Sequence[str],
        *,
        on_done: OnDone | None = None,
        should_stop: ShouldStop | None = None,
    ) -> list[list[SentencePair] | None]:
        """Return the pairs of each text; None where `should_stop()` came first.

        `on_done(index, pairs)` is called once for each text done, the stored ones first, then in
        the order of the texts as near as batches allow. Equal texts are translated once. Raises
        what the engine raises.
        """
        results: list[list[SentencePair] | None] = [None] * len(texts)

        def deliver(index: int, pairs: list[SentencePair]) -> None:
            shown = self._finished(texts[index], pairs)
            results[index] = shown
            if on_done is not None:
                on_done(index, shown)

        missing: dict[str, list[int]] = {}
        for index, stored in enumerate(self._stored(texts)):
            if stored is not None:
                deliver(index, stored)
            else:
                missing.setdefault(texts[index], []).append(index)
        wanted = list(missing)

        def done(number: int, pairs: list[SentencePair]) -> None:
            self._keep(wanted[number], pairs)
            for index in missing[wanted[number]]:
                deliver(index, pairs)

        if wanted and not (should_stop and should_stop()):
            self.engine.translate(wanted, on_done=done, should_stop=should_stop)
        return results

    def _stored(self, texts: Sequence[str]) -> list[list[SentencePair] | None]:
        if self._kept is None:
            return [None] * len(texts)
        try:
            return self._kept.get_many(texts, self.engine.id)
        except StoreError as error:
            self._warn(str(error))
            return [None] * len(texts)

    def _finished(self, text: str, pairs: list[SentencePair]) -> list[SentencePair]:
        if self._finish is None:
            return pairs
        try:
            return self._finish(text, pairs)
        except StoreError as error:
            self._warn(str(error))
            return pairs

    def _keep(self, text: str, pairs: list[SentencePair]) -> None:
        failed = any(doubt.kind == "failed" for pair in pairs for doubt in pair.doubts)
        if self._kept is None or failed:
            return  # a sentence that failed is tried again next time
        try:
            self._kept.put(text, self.engine.id, pairs)
        except StoreError as error:
            self._warn(f"{error} The translations of this run are not kept.")
            self._kept = None  # each further try could wait for the lock again

    def _warn(self, message: str) -> None:
        if self._on_warning is not None and not self._warned:
            self._warned = True
            self._on_warning(message)


def mean_score(pairs: Sequence[SentencePair]) -> float | None:
    """Return the mean log-probability of a paragraph, sentences weighted by their length."""
    scored = [(pair.score, len(pair.target) + 1) for pair in pairs if pair.score is not None]
    if not scored:
        return None
    return round(sum(s * n for s, n in scored) / sum(n for _, n in scored), 4)
