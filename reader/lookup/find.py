"""Searching the paragraphs of one document, in either language.

Spelling that differs without meaning is equal (vowel signs, tatweel, alef forms, ya and alef
maqsura, ta marbuta and ha, digits, upper case), and particles do not hide a word: «العراق» is found
in «وبالعراق», «للعراق» and «عراق».
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.arabic.dashes import with_dashes
from reader.arabic.normalise import normalise, normalise_with_map

# conjunction, then a preposition and the article in one of the ways they are written
_PARTICLES = "[وف]?(?:[بك]?ال|لل|[بكل])?"
# read in the query as spelled: «ألـ» and «إلـ» are no article
_ARTICLE = re.compile(r"[وف]?(?:[بك]?[اٱ]ل|لل)(?=\w{2})")
# words whose «ال» is their own: what is left without it is another word
_WHOLE = frozenset("الله اللهم الان الذي التي الذين".split())
_WORD_END = r"ا?(?!\w)"
# of the core of «التزام» and «التعليم»: «تعليمه», not «تزامن»
_SUFFIXED_END = r"(?:يه?|ه[ام]?|ات|ا)?(?!\w)"
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
    return with_dashes(text).translate(_folds())


@lru_cache(maxsize=1)
def _folds() -> dict[int, str]:
    """Return the search form of each usual character: a table is faster than the full rules."""
    usual = (chr(c) for c in range(0x700))
    return {ord(c): normalise(c, casefold=True) for c in usual if not _UNUSUAL.match(c)}


def wanted(query: str) -> Wanted | None:
    """Return what to look for in search forms, or None when there is nothing to find."""
    words = normalise(query, alef=False, casefold=True).split()
    if not words:
        return None
    return Wanted(
        re.compile(_BETWEEN_WORDS.join(map(word_pattern, words))),
        tuple(search_form(word)[len(article_of(word)) :] for word in words),
    )


def word_pattern(word: str) -> str:
    """Return the regular expression that a word, best with its alef forms, has in search forms.

    A word that begins with the article is looked for without it too, at the start of a word.
    """
    form = search_form(word)
    article = article_of(word)
    core = form[len(article) :]
    exact = re.escape(form)
    if not _ARABIC.match(form) or len(core) < 2:
        return exact
    if form in _WHOLE:
        after_lam = ("ل" + form[1:]).replace("للل", "لل")
        return rf"(?:(?<!\w)(?:{_PARTICLES}{exact}|[وف]?{after_lam}(?!\w))|{exact})"
    return rf"(?:(?<!\w){_PARTICLES}{re.escape(core)}{_ending(article, core)}|{exact})"


def article_of(word: str) -> str:
    """Return the article and what stands before it, "" where they seem to belong to the word.

    The word is as spelled but for its vowel signs: «ألـ» and «إلـ» are no article. What begins
    «وال», «بال», «كال» or «لل» is as often a short word of its own: «والده», «وكالات».
    """
    match = _ARTICLE.match(word)
    if not match or search_form(word) in _WHOLE:
        return ""
    bare = match[0] in ("ال", "ٱل")
    return match[0] if bare or len(word) - match.end() > 2 else ""


def _ending(article: str, core: str) -> str:
    """Return how a word may go on after the core: the less sure the article is, the less."""
    if not article:
        return ""
    # a core of two letters begins too many words: «حل» of «الحل», but not «حلب»
    if len(core) == 2 or (len(core) == 3 and (len(article) > 2 or core[0] == "ت")):
        return _WORD_END
    return _SUFFIXED_END if core[0] == "ت" else ""
