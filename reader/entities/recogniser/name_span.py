"""What the recogniser returns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name: code points [start, end) of the paragraph, whole words with their clitics.

    `core_start` is where the name begins once a glued و ف ب ل ك is taken off
    (start <= core_start < end); in «للناتو», where the article lost its alef, it points at
    «ناتو». `label` is PER, LOC, ORG, NORP, FAC or MISC; `score` in (0, 1] is the model's
    probability of the least certain word.
    """

    start: int
    end: int
    label: str
    score: float
    core_start: int
