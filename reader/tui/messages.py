"""What workers and widgets tell the screens. All are plain data."""

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from reader.documents.model import Document
from reader.entities.model import Entity
from reader.lookup.model import WordEntry
from reader.store.documents import Position
from reader.translation.model import ParagraphTranslation


@dataclass
class DocumentLoaded(Message):
    """A file was read."""

    path: Path
    document: Document
    position: Position | None = None  # where the reader stood last time


@dataclass
class LoadFailed(Message):
    """A file could not be read; `reason` is one sentence."""

    path: Path
    reason: str


@dataclass
class Translated(Message):
    """The English of some paragraphs is there."""

    fingerprint: str
    found: dict[int, ParagraphTranslation]


@dataclass
class TranslationFailed(Message):
    """A paragraph could not be translated, or nothing can (`paragraph` is None)."""

    fingerprint: str
    paragraph: int | None
    reason: str


@dataclass
class Recognised(Message):
    """Names and numbers of some paragraphs are there."""

    fingerprint: str
    found: dict[int, list[Entity]]


@dataclass
class Progress(Message):
    """How far a worker is: `done` of `total` paragraphs."""

    work: str  # "translating", "names"
    fingerprint: str
    done: int
    total: int

    def can_replace(self, message: Message) -> bool:
        """Only the newest state matters."""
        return isinstance(message, Progress) and message.work == self.work


@dataclass
class WordFound(Message):
    """A word was looked up."""

    word: str
    entry: WordEntry


@dataclass
class WorkFailed(Message):
    """A worker met a fault; `reason` is one sentence."""

    reason: str


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the library shows of one document; None is not known."""

    path: Path
    title: str = ""
    size: int | None = None
    read: float | None = None
    translated: float | None = None
    entities: int | None = None
    annotations: int | None = None
    date: str = ""  # of the article
    about: str = ""  # source, author, date and tags, for the filter
    tags: tuple[str, ...] = ()
    story: int | None = None  # the same for near-duplicates
    document_id: int | None = None
    fault: str = ""


@dataclass
class Listed(Message):
    """Facts about some documents of the library."""

    facts: list[DocumentFacts]
