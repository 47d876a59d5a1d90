"""An engine that takes one paragraph after the other."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from reader.stopping import ShouldStop
from reader.translation.model import OnDone, SentencePair


class Paragraphwise(ABC):
    """Keeps the promises of `pipeline.Translator`; subclasses say how a paragraph is translated."""

    id: str

    @abstractmethod
    def paragraph(self, text: str) -> list[SentencePair]:
        """Return the sentence pairs of one paragraph."""

    def translate(
        self,
        texts: Sequence[str],
        *,
        on_done: OnDone | None = None,
        should_stop: ShouldStop | None = None,
    ) -> list[list[SentencePair]]:
        """See Engine.translate."""
        results: list[list[SentencePair]] = [[] for _ in texts]
        for index, text in enumerate(texts):
            if should_stop is not None and should_stop():
                break
            results[index] = self.paragraph(text)
            if on_done is not None:
                on_done(index, results[index])
        return results
