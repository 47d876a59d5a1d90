"""The last step before a translation is shown: the user's corrections and glossary."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from reader.translation.alignment import align
from reader.translation.glossary import Glossary
from reader.translation.memory import Entry
from reader.translation.model import Doubt, Origin, SentencePair


class Memory(Protocol):
    """Remembered sentences: `reader.store.memory.MemoryStore`."""

    def get_many(self, sources: Sequence[str]) -> list[Entry | None]:
        """Return what is remembered for each sentence."""
        ...


class Finishing:
    """Puts corrections in place of what the engine made, and marks missed terms.

    Not stored with the translation, so that a correction or glossary acts at once everywhere,
    and goes at once when it is removed.
    """

    def __init__(self, memory: Memory | None = None, glossary: Glossary | None = None) -> None:
        self._memory = memory
        self._glossary = glossary

    def __call__(self, text: str, pairs: list[SentencePair]) -> list[SentencePair]:
        """Return the pairs of a paragraph as they are shown. Raises StoreError."""
        sources = [text[pair.start : pair.end] for pair in pairs]
        entries: Sequence[Entry | None] = [None] * len(pairs)
        if self._memory is not None and pairs:
            entries = self._memory.get_many(sources)
        return [
            corrected(pair, source, entry)
            if entry is not None
            else _with_terms(pair, source, self._glossary)
            for pair, source, entry in zip(pairs, sources, entries, strict=True)
        ]


def corrected(pair: SentencePair, source: str, entry: Entry) -> SentencePair:
    """Return the pair with the remembered translation; a human's word leaves no doubt."""
    if entry.target == pair.target and entry.origin == "machine":
        return pair
    origin: Origin = "human" if entry.origin == "human" else "memory"
    links = align(source, entry.target)
    return SentencePair(pair.start, pair.end, entry.target, origin, links=links)


def _with_terms(pair: SentencePair, source: str, glossary: Glossary | None) -> SentencePair:
    if glossary is None or pair.origin != "machine" or not pair.target:
        return pair
    doubts = tuple(
        Doubt("term", f"The glossary has “{term.english[0]}” for {term.arabic}.")
        for term in glossary.missing(source, pair.target)
    )
    return replace(pair, doubts=(*pair.doubts, *doubts)) if doubts else pair
