"""Searching the paragraphs of one document, in either language.

Spelling that differs without meaning is equal (vowel signs, tatweel, alef forms, ya and alef
maqsura, ta marbuta and ha, digits, upper case), and particles do not hide a word: «العراق» is found
in «وبالعراق», «للعراق» and «عراق».
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.arabic.normalise import normalise, normalise_with_map

# conjunction, then a preposition and the article in one of the ways they are written
_PARTICLES = "[وف]?(?:[بك]?ال|لل|[بكل])?"
_ARTICLE = re.compile(r"[وف]?(?:[بك]?ال|لل)(?=\w{2})")
_ARABIC = re.compile("[ء-ي]")
# characters whose search form hangs on their neighbours, or that the table does not hold
_UNUSUAL = re.compile("[^\\x00-\\x7f\\xa0-\\xde\\xe0-\\xff\u0600-\u0652\u0656-\u06ff\u2010-\u2027]")
_BETWEEN_WORDS = r"[\W_]+"


class Match(NamedTuple):
    """Half-open range of code points in the text of paragraph number `paragraph`."""

    paragraph: int
    start: int
    end: int


class Wanted(NamedTuple):
    """A query made ready: a pattern over search forms, and strings that every match holds."""

    pattern: re.Pattern[str]
    cores: tuple[str, ...]


def find(texts: Sequence[str], query: str, *, limit: int | None = None) -> list[Match]:
    """Return where the query stands in the texts, in order, at most `limit` places.

    The words of the query must follow each other; a query of one word is also found inside longer
    words. An empty query is found nowhere.
    """
    sought = wanted(query)
    if sought is None:
        return []
    matches: list[Match] = []
    for paragraph, text in enumerate(texts):
        for start, end in matches_in(text, sought):
            matches.append(Match(paragraph, start, end))
            if limit is not None and len(matches) >= limit:
                return matches
    return matches


def matches_in(text: str, wanted: Wanted) -> list[tuple[int, int]]:
    """Return the ranges of the text in which its search form matches."""
    folded = search_form(text)
    if not all(core in folded for core in wanted.cores):
        return []
    if len(folded) == len(text) and not _UNUSUAL.search(text):
        # nothing was dropped, so the offsets are those of the text
        return [m.span() for m in wanted.pattern.finditer(folded)]
    if not wanted.pattern.search(folded):
        return []
    folded, sources = normalise_with_map(text, casefold=True)
    ranges = [(sources[m.start()], sources[m.end()]) for m in wanted.pattern.finditer(folded)]
    return [(start, end) for start, end in ranges if start < end]


def search_form(text: str) -> str:
    """Return the form of a text that a `Wanted` matches."""
    if _UNUSUAL.search(text):
        return normalise(text, casefold=True)
    return text.translate(_folds())


@lru_cache(maxsize=1)
def _folds() -> dict[int, str]:
    """Return the search form of each usual character: a table is faster than the full rules."""
    usual = (chr(c) for c in range(0x700))
    return {ord(c): normalise(c, casefold=True) for c in usual if not _UNUSUAL.match(c)}


def wanted(query: str) -> Wanted | None:
    """Return what to look for in search forms, or None when there is nothing to find."""
    words = normalise(query, casefold=True).split()
    if not words:
        return None
    return Wanted(
        re.compile(_BETWEEN_WORDS.join(map(word_pattern, words))),
        tuple(_core(word) for word in words),
    )


def word_pattern(word: str) -> str:
    """Return the regular expression of one word in its search form.

    A word that begins with the article is looked for without it too, at the start of a word.
    """
    core = _core(word)
    exact = re.escape(word)
    if not _ARABIC.match(word) or len(core) < 2:
        return exact
    return rf"(?:(?<!\w){_PARTICLES}{re.escape(core)}|{exact})"


def _core(word: str) -> str:
    """Return the word without the article and what stands before it."""
    article = _ARTICLE.match(word)
    return word[article.end() :] if article else word
