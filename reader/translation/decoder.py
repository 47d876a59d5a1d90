"""The translation model under CTranslate2: batches of pieces in, hypotheses out."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reader.errors import PackageError, TranslationError
from reader.translation.packages import Package

BEAM = 4  # as Argos
LENGTH_PENALTY = 0.2  # as Argos
MAX_DECODING = 256  # as CTranslate2's default, which Argos uses
# what a package may say of its search: type, lowest and highest value
_SEARCH: dict[str, tuple[type[float] | type[int], float, float]] = {
    "beam_size": (int, 1, 32),
    "length_penalty": (float, 0.0, 5.0),
    "repetition_penalty": (float, 0.5, 3.0),
    "no_repeat_ngram_size": (int, 0, 10),
}
RETRY_NGRAM = 3
RETRY_BEAM = 2  # what went in circles with four goes as well with two, in half the time


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation: pieces, mean log-probability of a piece, attention (pieces x source)."""

    pieces: list[str]
    score: float
    attention: list[list[float]] | None


class Running:
    """A batch that a worker of CTranslate2 is translating."""

    def __init__(self, handles: list[Any], prefix: str, length_penalty: float) -> None:
        self._handles = handles
        self._prefix = prefix
        self._length_penalty = length_penalty

    def result(self) -> list[list[Hypothesis]]:
        """Wait for the batch; return the translations of each source, the likeliest first.

        Raises TranslationError.
        """
        try:
            found = [handle.result() for handle in self._handles]
        except (RuntimeError, ValueError, MemoryError) as error:
            raise TranslationError(explain(error)) from error
        return [self._hypotheses(result) for result in found]

    def _hypotheses(self, result: Any) -> list[Hypothesis]:
        # each attribute is read once: reading makes Python lists of all its numbers
        texts, scores, attentions = result.hypotheses, result.scores, result.attention
        every = zip(texts, scores, attentions or [None] * len(texts), strict=True)
        return [self._hypothesis(*one) for one in every]

    def _hypothesis(
        self, pieces: list[str], score: float, attention: list[list[float]] | None
    ) -> Hypothesis:
        # CTranslate2 divides the sum by length ** penalty, the end mark counted
        length = len(pieces) + 1
        score = score * length**self._length_penalty / length
        if self._prefix and pieces[:1] == [self._prefix]:
            pieces = pieces[1:]
            attention = attention[1:] if attention else None
        return Hypothesis(pieces, score, attention)


class Decoder:
    """A loaded model. `workers` batches run at once, each on `threads // workers` threads.

    Several workers of one thread each do more than one worker of several threads: the models
    are small, so their matrices do not fill many threads. With `tuned` the search follows what the
    package says suits it (metadata.json, "search"), else Argos's own settings; a `beam` given is
    kept. Raises PackageError.
    """

    def __init__(
        self,
        package: Package,
        threads: int | None = None,
        beam: int | None = None,
        *,
        tuned: bool = False,
    ) -> None:
        self.threads = threads or cpu_count()
        self.workers = min(self.threads, 4)
        self._search: dict[str, Any] = {"beam_size": BEAM, "length_penalty": LENGTH_PENALTY}
        if tuned:
            self._search |= search_settings(package.metadata)
        if beam is not None:
            self._search["beam_size"] = beam
        self.beam: int = self._search["beam_size"]
        self._prefix = str(package.metadata.get("target_prefix") or "")
        self._translator: Any = _load(package, self.workers, self.threads // self.workers)

    def submit(
        self,
        sources: Sequence[Sequence[str]],
        *,
        attention: bool = False,
        limit: int = MAX_DECODING,
        choice: bool = False,
        retry: bool = False,
    ) -> Running:
        """Start one batch, of translations of at most `limit` pieces.

        With `choice` all translations that the search ends with come back, else the likeliest.
        `retry` forbids repeated n-grams, for sentences that went in circles. Raises
        TranslationError.
        """
        fixed: dict[str, Any] = {
            **self._search,
            "num_hypotheses": self.beam if choice and not retry else 1,
            "replace_unknowns": True,
            "return_scores": True,
            "return_attention": attention,
            "asynchronous": True,
        }
        options: dict[str, Any] = {"max_decoding_length": limit}
        if retry:
            options["no_repeat_ngram_size"] = RETRY_NGRAM
            options["beam_size"] = min(self.beam, RETRY_BEAM)
        if self._prefix:
            options["target_prefix"] = [[self._prefix]] * len(sources)
        try:
            handles = self._translator.translate_batch(
                [list(source) for source in sources],
                **{**fixed, **options},
            )
        except (RuntimeError, ValueError, MemoryError) as error:
            raise TranslationError(explain(error)) from error
        return Running(handles, self._prefix, self._search["length_penalty"])


def search_settings(metadata: dict[str, Any]) -> dict[str, float | int]:
    """Return the search settings of a package's metadata that are sound; others are left out."""
    search = metadata.get("search")
    found: dict[str, float | int] = {}
    for name, (kind, low, high) in _SEARCH.items():
        value = search.get(name) if isinstance(search, dict) else None
        if isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high:
            found[name] = kind(value)
    return found


def cpu_count() -> int:
    """Return the processor cores that this program may use."""
    try:
        return len(os.sched_getaffinity(0)) or 1
    except AttributeError:  # not on Linux
        return os.cpu_count() or 1


def explain(error: BaseException) -> str:
    """Return one sentence for a fault of the model at work."""
    text = str(error)
    if isinstance(error, MemoryError) or "alloc" in text or "memory" in text.lower():
        return "There was not enough memory to translate this sentence: close other programs."
    reason = next(iter(text.splitlines()), type(error).__name__)[:200]
    return f"The translation model failed on this sentence ({reason})."


def _load(package: Package, workers: int, threads: int) -> Any:
    try:
        import ctranslate2
    except (ImportError, OSError) as error:
        raise PackageError(
            f"The translation library CTranslate2 does not run on this machine ({error})."
        ) from error
    options = {
        "device": "cpu",
        "inter_threads": workers,
        "intra_threads": threads,
        "max_queued_batches": -1,
    }
    kinds = ctranslate2.get_supported_compute_types("cpu")
    kind = "int8" if "int8" in kinds else "default"
    try:
        return ctranslate2.Translator(str(package.path / "model"), compute_type=kind, **options)
    except (MemoryError, RuntimeError, ValueError, OSError) as error:
        text = str(error)
        if isinstance(error, MemoryError) or "alloc" in text:
            reason = "there is not enough memory for it"
        elif "compute type" in text or "CPU" in text:
            reason = f"this processor cannot run it ({text})"
        else:
            reason = "its model files are damaged: install the package again"
        raise PackageError(
            f"The package {package.name} {package.version} cannot be loaded: {reason}."
        ) from error
