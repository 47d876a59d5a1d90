"""What another program finds in an export."""

from dataclasses import dataclass, field
from typing import Any

from reader.export.bundle import File
from tests.export import sample

TEXT = "\n".join(sample.TEXTS).replace("\x1b", "␛")  # what standoff offsets count in


@dataclass
class Record:
    """One annotation as another program sees it; None: the format does not say."""

    quote: str = ""
    start: int | None = None
    end: int | None = None
    label: str = ""
    colour: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    identity: str = ""
    value: str = ""
    status: str = ""
    reviewed: bool = False
    annotator: str = ""
    created: str = ""
    score: float | None = None
    side: str = ""
    orphan: bool = False


@dataclass
class Readback:
    """Everything another program finds in an export."""

    records: list[Record] = field(default_factory=list)
    relations: set[tuple[str, str, str]] = field(default_factory=set)  # quotes and type
    pairs: set[tuple[str, str]] = field(default_factory=set)  # Arabic, English
    provenance: dict[str, Any] = field(default_factory=dict)


def text_of(files: list[File], suffix: str) -> str:
    """Return the text of the file with this ending."""
    return next(f.data for f in files if f.name.endswith(suffix)).decode("utf-8")
