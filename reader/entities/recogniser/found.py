"""A name found in a sequence of tokens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A name as token numbers [start, end) of a sentence or paragraph."""

    start: int
    end: int
    label: str
    score: float
