"""Flash cards of a document: saved words, and annotated words that have a note."""

import hashlib
import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.annotations.model import Annotation
from reader.arabic.sanitise import sanitise
from reader.arabic.sentences import sentences
from reader.arabic.words import words
from reader.export.bundle import Bundle
from reader.store.vocabulary import SavedWord, word_key

DECK = "Reader"
_NO_TAG = re.compile(r"[\s<>&\"]+")


@dataclass(frozen=True, slots=True)
class Card:
    """One card; `front` and `back` are HTML. The guid never changes, so re-export updates."""

    guid: str
    front: str
    back: str
    tags: tuple[str, ...]


def cards(bundles: Sequence[Bundle]) -> list[Card]:
    """Return the cards of all documents, each once."""
    found: dict[str, Card] = {}
    for bundle in bundles:
        made: Iterable[Card] = (
            *(_word(bundle, word) for word in bundle.words),
            *(_note(bundle, a) for a in bundle.decided if a.note),
        )
        for card in made:
            found.setdefault(card.guid, card)
    return list(found.values())


def _word(bundle: Bundle, word: SavedWord) -> Card:
    start, end = _stretch(word.word, word.sentence)
    return Card(
        guid=_guid("word", word_key(word.lemma or word.word)),
        front=_front(word.word, word.sentence, start, end),
        back=_back(word.gloss, word.translation, bundle),
        tags=("reader", "word"),
    )


def _note(bundle: Bundle, one: Annotation) -> Card:
    paragraph = bundle.document.paragraphs[bundle.document.index[one.anchor.paragraph_id]]
    start, end = next(
        (s for s in sentences(paragraph.text) if s[0] <= one.anchor.start < s[1]),
        (0, len(paragraph.text)),
    )
    return Card(
        guid=_guid("note", one.id),
        front=_front(
            one.anchor.exact,
            paragraph.text[start:end],
            one.anchor.start - start,
            one.anchor.end - start,
        ),
        back=_back(one.note, bundle.english(one), bundle),
        tags=tuple(_tag(tag) for tag in ("reader", one.label, *one.tags) if tag),
    )


def _stretch(word: str, sentence: str) -> tuple[int, int]:
    """Return where a saved word first stands in its sentence as a word, else as part of one.

    (0, 0) when it is nowhere.
    """
    there = words(sentence)
    starts, ends = {one.start for one in there}, {one.end for one in there}
    found = [m.span() for m in re.finditer(re.escape(word), sentence)] if word else []
    whole = (span for span in found if span[0] in starts and span[1] in ends)
    return next(whole, found[0] if found else (0, 0))


def _front(word: str, sentence: str, start: int, end: int) -> str:
    """Return the front of a card: a word, and its sentence with [start, end) in bold."""
    before, found, after = sentence[:start], sentence[start:end], sentence[end:]
    bold = f"<b>{_html(found)}</b>" if found else ""
    marked = f"{_html(before.lstrip())}{bold}{_html(after.rstrip())}"
    text = f'<div dir="rtl" lang="ar"><div class="word">{_html(word)}</div>'
    return text + (f'<div class="sentence">{marked}</div></div>' if sentence else "</div>")


def _back(meaning: str, english: str, bundle: Bundle) -> str:
    parts = [("meaning", meaning), ("sentence", english), ("source", _source(bundle))]
    return "".join(f'<div class="{name}">{_html(text)}</div>' for name, text in parts if text)


def _source(bundle: Bundle) -> str:
    facts = bundle.provenance
    where = [bundle.document.title, facts.get("source", ""), facts.get("content_hash", "")[:19]]
    return ", ".join(part for part in where if part)


def _html(text: str) -> str:
    return "<br>".join(html.escape(sanitise(line)) for line in text.splitlines())


def _tag(text: str) -> str:
    """Return a tag as Anki allows it: no white space, nothing that looks like HTML."""
    return _NO_TAG.sub("_", sanitise(text)).strip("_")


def _guid(kind: str, key: str) -> str:
    return hashlib.sha256(f"{kind}:{key}".encode("utf-8", "replace")).hexdigest()[:20]
