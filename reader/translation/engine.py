"""Paragraphs to English sentences with an Argos package.

The same model, pieces and search as Argos Translate, but batched over paragraphs and workers,
delivered paragraph by paragraph, and stopped between batches.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.errors import TranslationError
from reader.stopping import ShouldStop
from reader.translation import segmenting, tokenizers
from reader.translation.assembly import Assembly
from reader.translation.batching import batches
from reader.translation.choosing import choose, coverage_weight
from reader.translation.decoder import MAX_DECODING, Decoder, Hypothesis, Running
from reader.translation.model import OnDone, SentencePair
from reader.translation.packages import Package
from reader.translation.repetition import repeats
from reader.translation.segmenting import Sentence
from reader.translation.tokenizers import Pieces, Tokenizer

RECIPE = 13  # raise when the same package would now translate differently


@dataclass(slots=True)
class _Unit:
    """A segment on its way through the model."""

    paragraph: "_Paragraph"
    sentence: int
    segment: int
    source: Pieces
    retried: Hypothesis | None = None


@dataclass(slots=True)
class _Paragraph:
    index: int
    text: str
    sentences: list[Sentence]
    missing: int = 0
    outputs: dict[tuple[int, int], Hypothesis] = field(default_factory=dict)
    faults: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Flight:
    units: list[_Unit]
    running: Running


class Engine:
    """Translates with one package; the model is loaded when first needed.

    One thread translates at a time; others wait. `threads` is how many processor cores to use
    (default all), `beam` how many translations the search keeps (default as the package says, or
    Argos's 4), `repair` whether the package's own search is used and a sentence that went in
    circles is tried again without repeated phrases, `mend` whether wrong numbers and
    well-known names are put right (`reader.translation.mending`).
    """

    def __init__(
        self,
        package: Package,
        *,
        threads: int | None = None,
        beam: int | None = None,
        repair: bool = True,
        mend: bool = True,
    ) -> None:
        self.package = package
        self.repair = repair
        self.mend = mend and repair
        self._threads = threads
        self._beam = beam
        # attention that was not trained to follow words makes links worse (benchmarks.links)
        self._aligned = package.metadata.get("word_alignment") is True
        guided = package.metadata.get("guided_attention") is True
        self._attention = self._aligned or (guided and self.mend)
        self._coverage = coverage_weight(package.metadata) if repair else 0.0
        self._lock = threading.Lock()
        self._decoder: Decoder | None = None
        self._tokenizer: Tokenizer | None = None

    @property
    def id(self) -> str:
        """Under which stored translations are kept: the package and how it is used."""
        plain = "" if self.mend and self._beam is None else f" beam {self._beam} {self.repair}"
        return f"{self.package.id} r{RECIPE}{plain}"

    def load(self) -> None:
        """Load the model now. Raises PackageError; loading twice is harmless."""
        with self._lock:
            self._loaded()

    def translate(
        self,
        texts: Sequence[str],
        *,
        on_done: OnDone | None = None,
        should_stop: ShouldStop | None = None,
    ) -> list[list[SentencePair]]:
        """Return the sentence pairs of each paragraph text.

        `on_done(index, pairs)` is called from this thread as soon as a paragraph is complete,
        early ones first. When `should_stop()` turns true, the paragraphs not yet done stay
        empty. A sentence that fails has an empty target and a doubt "failed"; the rest goes on.
        Raises PackageError when the package cannot be loaded.
        """
        results: list[list[SentencePair]] = [[] for _ in texts]

        def finish(paragraph: _Paragraph) -> None:
            pairs = self._assemble(paragraph)
            results[paragraph.index] = pairs
            if on_done is not None:
                on_done(paragraph.index, pairs)

        with self._lock:
            decoder, tokenizer = self._loaded()
            units = self._units(texts, tokenizer, finish)
            self._run(decoder, units, finish, should_stop or (lambda: False))
        return results

    def _loaded(self) -> tuple[Decoder, Tokenizer]:
        if self._decoder is None or self._tokenizer is None:
            package = self.package
            self._tokenizer = tokenizers.load(package.path, package.from_code, package.to_code)
            self._decoder = Decoder(package, self._threads, self._beam, tuned=self.repair)
        return self._decoder, self._tokenizer

    def _assemble(self, paragraph: _Paragraph) -> list[SentencePair]:
        assembly = Assembly(self._loaded()[1], aligned=self._aligned, mend=self.mend)
        pairs = []
        for n, sentence in enumerate(paragraph.sentences):
            outputs = [paragraph.outputs.get((n, m)) for m in range(len(sentence.segments))]
            fault = paragraph.faults.get(n)
            pairs.append(assembly.pair(paragraph.text, sentence, outputs, fault))
        return pairs

    def _units(
        self, texts: Sequence[str], tokenizer: Tokenizer, finish: Callable[[_Paragraph], None]
    ) -> Iterator[_Unit]:
        for index, text in enumerate(texts):
            paragraph = _Paragraph(index, text, segmenting.cut(text, tokenizer.encode))
            units = [
                _Unit(paragraph, n, m, segment.source)
                for n, sentence in enumerate(paragraph.sentences)
                for m, segment in enumerate(sentence.segments)
                if segment.source is not None
            ]
            paragraph.missing = len(units)
            if not units:
                finish(paragraph)
            yield from units

    def _run(
        self,
        decoder: Decoder,
        units: Iterator[_Unit],
        finish: Callable[[_Paragraph], None],
        should_stop: ShouldStop,
    ) -> None:
        waiting = batches(units, lambda unit: len(unit.source.pieces), decoder.workers)
        again: deque[list[_Unit]] = deque()
        flights: deque[_Flight] = deque()
        while not should_stop():
            while len(flights) <= decoder.workers:
                batch = again.popleft() if again else next(waiting, None)
                if batch is None:
                    break
                self._start(decoder, batch, flights, again, finish)
            if not flights:
                if again:
                    continue
                return
            flight = flights.popleft()
            try:
                outputs = flight.running.result()
            except TranslationError as error:
                self._failed(flight.units, error, again, finish)
                continue
            circling = []
            for unit, found in zip(flight.units, outputs, strict=True):
                sane = [output for output in found if not self._circles(unit, output)]
                if unit.retried is None and not sane:
                    unit.retried = found[0]
                    circling.append(unit)
                else:
                    self._put(unit, self._choice(unit, sane or found), finish)
            if circling:
                again.append(circling)

    def _limit(self, unit: _Unit) -> int:
        """Return how many pieces a sane translation has at most; a longer one goes in circles.

        Of 5,000 human translations of news and encyclopedia sentences none in a thousand has
        more.
        """
        if not self.repair:
            return MAX_DECODING
        return min(MAX_DECODING, 3 * len(unit.source.pieces) // 2 + 16)

    def _circles(self, unit: _Unit, output: Hypothesis) -> bool:
        if not self.repair:
            return False
        return len(output.pieces) >= self._limit(unit) or repeats(output.pieces)

    def _choice(self, unit: _Unit, outputs: list[Hypothesis]) -> Hypothesis:
        tokenizer = self._loaded()[1]
        return choose(
            unit.source.text, outputs, lambda pieces: tokenizer.decode(pieces).text, self._coverage
        )

    def _start(
        self,
        decoder: Decoder,
        batch: list[_Unit],
        flights: deque[_Flight],
        again: deque[list[_Unit]],
        finish: Callable[[_Paragraph], None],
    ) -> None:
        sources = [unit.source.pieces for unit in batch]
        try:
            running = decoder.submit(
                sources,
                attention=self._attention,
                limit=max(map(self._limit, batch)),
                choice=bool(self._coverage),
                retry=batch[0].retried is not None,
            )
        except TranslationError as error:
            self._failed(batch, error, again, finish)
        else:
            flights.append(_Flight(batch, running))

    def _failed(
        self,
        batch: list[_Unit],
        error: TranslationError,
        again: deque[list[_Unit]],
        finish: Callable[[_Paragraph], None],
    ) -> None:
        """Try the sentences of a failed batch one by one; give up on one that fails alone."""
        if len(batch) > 1:
            again.extend([unit] for unit in batch)
            return
        unit = batch[0]
        if unit.retried is not None:
            self._put(unit, unit.retried, finish)
            return
        unit.paragraph.faults[unit.sentence] = str(error)
        self._put(unit, Hypothesis([], 0.0, None), finish)

    def _put(self, unit: _Unit, output: Hypothesis, finish: Callable[[_Paragraph], None]) -> None:
        paragraph = unit.paragraph
        paragraph.outputs[unit.sentence, unit.segment] = output
        paragraph.missing -= 1
        if not paragraph.missing:
            finish(paragraph)
