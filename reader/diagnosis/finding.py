"""One line of the doctor's report."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How a check came out."""

    OK = "ok"
    HINT = "hint"  # works, could be better
    FAULT = "fault"  # something does not work


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, and what the user can do about it ("" when nothing)."""

    about: str
    level: Level
    found: str
    advice: str = ""
