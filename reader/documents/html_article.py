"""An article that was found in a page, put back as it stands there.

trafilatura says which text is the article, but drops some elements and breaks others up (`<time>`,
`<label>`, `<q>`, the lines of `<pre>`). Each of its pieces is looked up among the page's own
blocks: first word for word, then as a part of a block, with the pieces that follow it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.documents.blocks import Block
from reader.documents.model import Direction

SHORTEST_ARTICLE = 200
"""Characters; what is shorter is no article."""
LEAST_PLACED = 0.6
"""Share of the article that must stand in the page's blocks; less is text run together."""
_LEAST_COVERED = 0.5
"""Share of a block's words that pieces must have to stand for it."""
_MOST_TRIED = 50  # blocks for one piece: a page made to do harm must not take long
_WORD = re.compile(r"\w+")


def key(text: str) -> str:
    """Return the text to compare by: every kind of white space is one space."""
    return " ".join(text.split())


def size(blocks: Sequence[Block]) -> int:
    """Return how many characters the blocks have."""
    return sum(len(block.text) for block in blocks)


def as_in_page(article: Sequence[Block], page: Sequence[Block]) -> list[Block]:
    """Return the article's blocks as they stand in the page; none when it is not sound.

    Texts, kinds, levels and directions are the page's own, and a heading in front of a kept block
    that was left out comes back. A piece that stands nowhere stays as it was found.
    """
    found = list(_places(article, _Page(page)))
    placed = sum(size(article[start:end]) for start, end, place in found if place >= 0)
    if size(article) < SHORTEST_ARTICLE or placed < LEAST_PLACED * size(article):
        return []
    usual = usual_direction(page)
    kept = {key(block.text) for block in article}
    result: list[Block] = []
    for start, end, place in found:
        piece = article[start]
        if place < 0:
            result.append(piece._replace(direction=usual))
            continue
        before = page[place - 1] if place else None
        if before and before.kind == "heading" and key(before.text) not in kept:
            kept.add(key(before.text))
            result.append(before)
        own = page[place]
        # the page says nothing of the kind where it is styled text: what was found may
        whole = end == start + 1 and key(piece.text) == key(own.text)
        guess = own.kind == "text" and whole
        result.append(own._replace(kind=piece.kind, level=piece.level) if guess else own)
    return result


def usual_direction(blocks: Sequence[Block]) -> Direction | None:
    """Return the direction that most of the text has."""
    ways: tuple[Direction | None, ...] = ("rtl", "ltr", None)
    return max(ways, key=lambda way: size([b for b in blocks if b.direction == way]))


class _Page:
    """A page's blocks, to be looked up by their text and by their words."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.words = [_WORD.findall(block.text) for block in blocks]
        self.by_key: dict[str, list[int]] = {}
        self.by_word: dict[str, list[int]] = {}
        for place, block in enumerate(blocks):
            self.by_key.setdefault(key(block.text), []).append(place)
            for word in set(self.words[place]):
                self.by_word.setdefault(word, []).append(place)

    def exact(self, text: str, after: int) -> int:
        """Return where a block of this text stands: the next one, else the first, else -1."""
        places = self.by_key.get(text, [-1])
        following = bisect_right(places, after)
        return places[following] if following < len(places) else places[0]

    def holding(self, words: list[str], after: int, before: int) -> list[int]:
        """Return the places between two others of the blocks that may hold all these words."""
        if not words:
            return []
        places = min((self.by_word.get(word, []) for word in words), key=len)
        start = bisect_right(places, after)
        return [place for place in places[start : start + _MOST_TRIED] if place < before]


class _Found(NamedTuple):
    """The pieces `[start, end)` of the article stand at one place of the page, or at none (-1)."""

    start: int
    end: int
    place: int


def _places(article: Sequence[Block], page: _Page) -> Iterator[_Found]:
    keys = [key(block.text) for block in article]
    words = [_WORD.findall(block.text) for block in article]
    ends = _next_exact(keys, page)
    failed: dict[int, int] = {}  # places that were tried, and the piece up to which in vain
    last = -1
    at = 0
    while at < len(article):
        found = _Found(at, at + 1, page.exact(keys[at], last))
        if found.place < 0:
            after, before = last, ends[at]
            if before <= after:  # a piece in between stands somewhere else too
                after = -1
            shares = [
                (_cover(keys, words, page, at, place), place)
                for place in page.holding(words[at], after, before)
                if at >= failed.get(place, 0)
            ]
            failed |= {place: end for (share, end), place in shares if share < _LEAST_COVERED}
            (share, end), place = max(shares, key=lambda s: s[0][0], default=((0.0, 0), -1))
            if share >= _LEAST_COVERED:
                found = _Found(at, end, place)
        yield found
        last = found.place if found.place >= 0 else last
        at = found.end


def _next_exact(keys: list[str], page: _Page) -> list[int]:
    """Return for each piece where the next one stands that is a whole block of the page."""
    result = [len(page.words)] * len(keys)
    for n in range(len(keys) - 1, 0, -1):
        place = page.exact(keys[n], -1)
        result[n - 1] = place if place >= 0 else result[n]
    return result


def _cover(
    keys: list[str], words: list[list[str]], page: _Page, start: int, place: int
) -> tuple[float, int]:
    """Return the share of a block's words that pieces from `start` on have, and their end.

    The words of the pieces must follow each other in the block, others may stand between them;
    pieces that begin and end as the block does have it whole.
    """
    block = page.words[place]
    at = 0
    end = start
    covered = 0
    last = ""
    while end < len(keys) and not (end > start and page.exact(keys[end], place) > place):
        after = _after_words(block, words[end], at)
        if after < 0:
            break
        covered += len(words[end])
        last = words[end][-1] if words[end] else last
        at = after
        end += 1
    if covered > 1 and (block[0], block[-1]) == (words[start][0], last):
        return 1.0, end
    return covered / len(block), end


def _after_words(block: list[str], words: list[str], at: int) -> int:
    """Return where `block` goes on after these words, from `at` on; -1 when one is missing."""
    for word in words:
        try:
            at = block.index(word, at) + 1
        except ValueError:
            return -1
    return at
