"""The reading cursor: a paragraph, and a sentence in it."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.tui.reading.article import Article

# What one can travel to: paragraph and sentence to "does it stop here?"
Stop = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the reader stands."""

    paragraph: int = 0
    sentence: int = 0


def readable(article: Article) -> list[int]:
    """Return the paragraphs with text, in order."""
    return sorted({passage.paragraph for passage in article.passages})


def by_paragraphs(article: Article, cursor: Cursor, count: int) -> Cursor:
    """Move by whole paragraphs, at most to the first or last."""
    places = readable(article)
    if not places:
        return cursor
    at = _nearest(places, cursor.paragraph)
    return Cursor(places[min(max(at + count, 0), len(places) - 1)])


def by_sentences(article: Article, cursor: Cursor, count: int) -> Cursor:
    """Move by sentences, over the ends of paragraphs."""
    places = readable(article)
    if not places:
        return cursor
    step = 1 if count > 0 else -1
    at, sentence = _nearest(places, cursor.paragraph), cursor.sentence
    for _ in range(abs(count)):
        sentence += step
        if sentence < 0:
            if at == 0:
                return Cursor(places[0], 0)
            at -= 1
            sentence = len(article.sentences(places[at])) - 1
        elif sentence >= len(article.sentences(places[at])):
            if at == len(places) - 1:
                return Cursor(places[at], sentence - 1)
            at, sentence = at + 1, 0
    return Cursor(places[at], sentence)


def travel(article: Article, cursor: Cursor, step: int, stop: Stop) -> Cursor | None:
    """Return the next sentence (step 1) or the one before (-1) where `stop` holds, if any."""
    places = readable(article)
    if not places:
        return None
    at = _nearest(places, cursor.paragraph)
    sentence = cursor.sentence + step
    while 0 <= at < len(places):
        paragraph = places[at]
        total = len(article.sentences(paragraph))
        if sentence == _LAST:
            sentence = total - 1
        while 0 <= sentence < total:
            if stop(paragraph, sentence):
                return Cursor(paragraph, sentence)
            sentence += step
        at += step
        sentence = 0 if step > 0 else _LAST
    return None


_LAST = -2  # "the last sentence", while walking backwards


def doubtful(article: Article) -> Stop:
    """Stop at sentences whose translation may be wrong."""

    def stop(paragraph: int, sentence: int) -> bool:
        doubts = article.doubts(paragraph)
        return sentence < len(doubts) and bool(doubts[sentence])

    return stop


def untranslated(article: Article) -> Stop:
    """Stop at paragraphs without English."""
    return lambda paragraph, sentence: sentence == 0 and paragraph not in article.translations


def with_entity(article: Article) -> Stop:
    """Stop at sentences with a name or number whose layer is shown."""

    def stop(paragraph: int, sentence: int) -> bool:
        start, end = article.sentences(paragraph)[sentence]
        return any(
            start <= entity.start < end and article.shows(entity.label)
            for entity in article.entities.get(paragraph, [])
        )

    return stop


def headings(article: Article) -> list[int]:
    """Return the paragraphs that are headings."""
    return [
        place for place in readable(article) if article.document.paragraphs[place].kind == "heading"
    ]


def _nearest(places: list[int], paragraph: int) -> int:
    from bisect import bisect_left

    return min(bisect_left(places, paragraph), len(places) - 1)
