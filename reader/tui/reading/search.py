"""Finding text in an article, in both languages at once.

What a hit is, `reader.lookup.find` decides: spelling variants are equal and particles do not hide a
word. The logical text is searched, so line breaks do not matter.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.lookup.find import matches_in as find_wanted
from reader.lookup.find import wanted
from reader.tui.page.block import Side
from reader.tui.reading.article import Article
from reader.tui.reading.highlights import Match
from reader.tui.reading.word_motion import side_text

# Texts up to this size are searched whole, so that hits can be counted.
COUNTED_CHARACTERS = 400_000
_wanted = lru_cache(maxsize=8)(wanted)


# A note on a stretch of one side: side, start, end, and the note's text.
Remark = tuple[Side, int, int, str]
Notes = Callable[[int], Sequence[Remark]]


@dataclass(frozen=True, slots=True)
class Sought:
    """What a search of the library found in a paragraph, to be lit when its article opens.

    `spans` are the words found in `text`, which is the paragraph's on `side`; the side is None for
    what was found elsewhere, such as in a note.
    """

    query: str
    paragraph: int
    side: Side | None
    text: str
    spans: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where the first words stand in the Arabic, 0 if they stand elsewhere."""
        return self.spans[0][0] if self.spans and self.side is Side.ARABIC else 0

    def on_page(self, article: Article) -> list[Match]:
        """Return the words found as hits on the page, none while it has no such text."""
        if self.side is None or side_text(article, self.paragraph, self.side) != self.text:
            return []
        return [Match(self.paragraph, self.side, *span) for span in self.spans]


def no_notes(_: int) -> Sequence[Remark]:
    """Return the notes of a paragraph where there are none."""
    return ()


def find_in(text: str, query: str) -> list[tuple[int, int]]:
    """Return where the query occurs in a text, as half-open offsets of the text."""
    sought = _wanted(query)
    return find_wanted(text, sought) if sought else []


def matches_in(
    article: Article, paragraph: int, query: str, notes: Sequence[Remark] = ()
) -> list[Match]:
    """Return the hits in one paragraph: in the Arabic, in the English, in notes on either."""
    found = [Match(paragraph, Side.ARABIC, *s) for s in find_in(article.text(paragraph), query)]
    translation = article.translations.get(paragraph)
    if translation is not None:
        found += [Match(paragraph, Side.ENGLISH, *s) for s in find_in(translation.text, query)]
    there = {(match.side, match.start, match.end) for match in found}
    for side, first, last, text in notes:
        if (side, first, last) not in there and find_in(text, query):
            found.append(Match(paragraph, side, first, last))
    return found


def matches(
    article: Article, query: str, start: int, step: int, notes: Notes = no_notes
) -> Iterator[Match]:
    """Yield hits from paragraph `start` on, forwards or backwards, once around the document."""
    total = len(article.document.paragraphs)
    for n in range(total):
        paragraph = (start + n * step) % total
        found = matches_in(article, paragraph, query, notes(paragraph))
        yield from found if step > 0 else reversed(found)


def all_matches(article: Article, query: str, notes: Notes = no_notes) -> list[Match] | None:
    """Return every hit in the order of the text, or None if the text is too long to count."""
    if sum(len(p.text) for p in article.document.paragraphs) > COUNTED_CHARACTERS:
        return None
    return list(matches(article, query, 0, 1, notes))
