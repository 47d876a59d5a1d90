"""Finding text in an article, in both languages at once.

Arabic is compared in its search form (no vowel marks, letter variants folded), so a hit is found
whatever the line breaks and the spelling; offsets are those of the paragraph's own text.
"""

from collections.abc import Callable, Iterator, Sequence

from reader.arabic.normalise import normalise, normalise_with_map
from reader.tui.page.block import Side
from reader.tui.reading.article import Article
from reader.tui.reading.highlights import Match

# Texts up to this size are searched whole, so that hits can be counted.
COUNTED_CHARACTERS = 400_000


# A note on a stretch of one side: side, start, end, and the note's text.
Remark = tuple[Side, int, int, str]
Notes = Callable[[int], Sequence[Remark]]


def no_notes(_: int) -> Sequence[Remark]:
    """Return the notes of a paragraph where there are none."""
    return ()


def find_in(text: str, query: str) -> list[tuple[int, int]]:
    """Return where the query occurs in a text, as half-open offsets of the text."""
    wanted = normalise(query, casefold=True)
    if not wanted.strip():
        return []
    folded, places = normalise_with_map(text, casefold=True)
    found, at = [], folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        found.append((places[at], _end(text, places[end - 1], places[end])))
        at = folded.find(wanted, max(end, at + 1))
    return found


def _end(text: str, last: int, following: int) -> int:
    """Include marks after the last letter, but not blanks that the search form dropped."""
    end = following
    while end > last + 1 and text[end - 1].isspace():
        end -= 1
    return end


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
