"""A paragraph's translation as pairs of sentences that know their places on both sides."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

OnDone = Callable[[int, "list[SentencePair]"], None]  # number of the text, its pairs
Origin = Literal["machine", "human", "memory"]


@dataclass(frozen=True, slots=True)
class WordLink:
    """Source code points [s0, s1) correspond to target code points [t0, t1).

    Offsets count from the start of the sentence on each side.
    """

    s0: int
    s1: int
    t0: int
    t1: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a sentence's translation may be wrong."""

    kind: str  # one of the kinds that docs/translation.md lists: "score", "number", "name"
    reason: str  # one short sentence for the reader


@dataclass(frozen=True, slots=True)
class SentencePair:
    """One sentence: [start, end) in the Arabic paragraph, and its English."""

    start: int
    end: int
    target: str
    origin: Origin = "machine"
    score: float | None = None  # mean log-probability per target piece
    links: tuple[WordLink, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class ParagraphTranslation:
    """The English of one paragraph: its sentences in order, joined by one space.

    `text` is what the screen shows; `target_spans[i]` is where pair i stands in it.
    """

    paragraph_id: str
    pairs: tuple[SentencePair, ...]
    package: str  # id of the package or engine that made it, "name version"

    @property
    def text(self) -> str:
        """The whole paragraph in English."""
        return " ".join(pair.target for pair in self.pairs)

    @property
    def target_spans(self) -> list[tuple[int, int]]:
        """Where each pair's target stands in `text`, [start, end) in code points."""
        spans, at = [], 0
        for pair in self.pairs:
            spans.append((at, at + len(pair.target)))
            at += len(pair.target) + 1
        return spans
