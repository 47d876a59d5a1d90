"""What the recogniser finds."""

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """Kinds of names and numbers; the names are those of OntoNotes where it has one."""

    PER = "PER"
    LOC = "LOC"  # with geopolitical places
    ORG = "ORG"
    NORP = "NORP"  # nationalities, religious and political groups
    FAC = "FAC"
    EVENT = "EVENT"
    MISC = "MISC"
    DATE = "DATE"
    TIME = "TIME"
    MONEY = "MONEY"
    PERCENT = "PERCENT"
    QUANTITY = "QUANTITY"
    ORDINAL = "ORDINAL"
    CARDINAL = "CARDINAL"

    @property
    def is_number(self) -> bool:
        """Tell numbers and dates (found by rules) from names (found by the model)."""
        return self in _NUMBERS


_NUMBERS = frozenset(
    {
        Label.DATE,
        Label.TIME,
        Label.MONEY,
        Label.PERCENT,
        Label.QUANTITY,
        Label.ORDINAL,
        Label.CARDINAL,
    }
)


@dataclass(frozen=True, slots=True)
class Entity:
    """One mention: code points [start, end) of the paragraph's logical text.

    The span is the name without the clitics written together with it: in «وبالعراق» it covers
    «العراق». `value` is the normalised number, ISO date or period, or currency and amount;
    `base` the name's base form; `english` its English form when known.
    """

    start: int
    end: int
    label: Label
    text: str
    score: float = 1.0
    value: str = ""
    base: str = ""
    english: str = ""
