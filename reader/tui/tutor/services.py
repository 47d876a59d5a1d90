"""The lesson's text through the same entrances as real articles; nothing is written to disk."""

from collections.abc import Sequence

from reader.documents.model import Document, Metadata, Paragraph, paragraph_id
from reader.entities.model import Entity
from reader.stopping import ShouldStop
from reader.store.database import Database
from reader.translation.model import SentencePair, WordLink
from reader.translation.paragraphwise import Paragraphwise
from reader.tui.services import Services
from reader.tui.tutor.lesson import PARAGRAPHS, Sentence

_TEXTS = [" ".join(sentence.arabic for sentence in sentences) for sentences in PARAGRAPHS]


def lesson_document() -> Document:
    """Return the lesson's text as a document."""
    return Document(
        path="",
        media_type="text/plain",
        encoding="utf-8",
        content_hash="",
        paragraphs=tuple(Paragraph(paragraph_id(n, t), t) for n, t in enumerate(_TEXTS)),
        metadata=Metadata(title="درس في القراءة"),
    )


class LessonTranslator(Paragraphwise):
    """Knows the lesson's sentences."""

    id = "lesson"

    def paragraph(self, text: str) -> list[SentencePair]:
        """Return the pairs of a paragraph of the lesson."""
        return _pairs(_TEXTS.index(text))


def lesson_services() -> Services:
    """Return the services of the lesson."""

    def analyse(texts: Sequence[str], _: ShouldStop) -> list[list[Entity]]:
        return [_entities(_TEXTS.index(text)) for text in texts]

    return Services(
        load=lambda path: lesson_document(),  # noqa: ARG005 - there is one document
        database=lambda: Database(":memory:"),
        translator=LessonTranslator,
        analyse=analyse,
        analyser=lambda: "lesson",
        add=lambda database, path: 0,  # noqa: ARG005 - the lesson is in no library
    )


def _starts(number: int) -> list[tuple[int, Sentence]]:
    found, at = [], 0
    for sentence in PARAGRAPHS[number]:
        found.append((at, sentence))
        at += len(sentence.arabic) + 1
    return found


def _pairs(number: int) -> list[SentencePair]:
    pairs = []
    for at, sentence in _starts(number):
        links = tuple(
            WordLink(
                sentence.arabic.index(ar),
                sentence.arabic.index(ar) + len(ar),
                sentence.english.index(en),
                sentence.english.index(en) + len(en),
            )
            for ar, en in sentence.links
        )
        pairs.append(SentencePair(at, at + len(sentence.arabic), sentence.english, links=links))
    return pairs


def _entities(number: int) -> list[Entity]:
    return [
        Entity(start := at + sentence.arabic.index(name), start + len(name), label, name)
        for at, sentence in _starts(number)
        for name, label in sentence.names
    ]
