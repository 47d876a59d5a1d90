"""What a rule returns."""

from dataclasses import dataclass
from decimal import Decimal

from reader.entities.model import Label


@dataclass(frozen=True, slots=True)
class Found:
    """An expression up to token `end`; `amount` when it is one plain number."""

    end: int
    label: Label
    value: str
    amount: Decimal | None = None
