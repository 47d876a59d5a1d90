"""What a rule found: a labelled stretch of the folded text with its value."""

from dataclasses import dataclass

from reader.entities.model import Label


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens [first, end), folded characters [start, stop)."""

    label: Label
    first: int
    end: int
    start: int
    stop: int
    value: str
