"""What a rule returns."""

from dataclasses import dataclass
from decimal import Decimal

from reader.entities.model import Label


@dataclass(frozen=True, slots=True)
class Number:
    """A number up to token `end`; `scale` is the million of "2.5 million", else 1."""

    end: int
    value: Decimal
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """An expression up to token `end`; `amount` when it is one plain number."""

    end: int
    label: Label
    value: str
    amount: Decimal | None = None
