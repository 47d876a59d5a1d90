"""The search forms and stems of words: what the full-text index holds, and what a query means."""

import re
from functools import lru_cache
from typing import NamedTuple

from reader.arabic.clitics import strip_clitics
from reader.arabic.normalise import normalise
from reader.lookup.find import article_of, search_form

_WORD = re.compile(r"\w+")
_ARABIC = re.compile("[ء-ي]")
_LATIN = re.compile("[a-z]")
_ARTICLE = re.compile(r"[وف]?(?:[بك]?ال|لل)(?=\w{2})")


class IndexedWord(NamedTuple):
    """A word's search form, its stems in their search form, and what a query may look up.

    `known` are pairs of form and stem: the word and each of its stems, and the word without its
    article and the lemma of that.
    """

    form: str
    stems: tuple[str, ...]
    known: tuple[tuple[str, str], ...]


def indexed_words(text: str) -> list[IndexedWord]:
    """Return what the full-text index holds of a text, word for word."""
    return [word for token in text.split() for word in _indexed(token)]


# an article's words are mostly those of the articles before it
@lru_cache(maxsize=200_000)
def _indexed(token: str) -> tuple[IndexedWord, ...]:
    # hamza, alef maqsura and ta marbuta stay: the lemma dictionary needs them
    spelled = normalise(token, alef=False, yeh=False, teh_marbuta=False, casefold=True)
    return tuple(map(_indexed_word, _WORD.findall(spelled)))


def _indexed_word(word: str) -> IndexedWord:
    form, found = search_form(word), _stems(word)
    known = [(form, stem) for stem in found]
    article = _ARTICLE.match(form)
    if article:
        core = form[article.end() :]
        known += [(core, stem) for stem in found if stem != core and not form.endswith(stem)]
    return IndexedWord(form, found, tuple(known))


def _stems(word: str) -> tuple[str, ...]:
    """Return what is left of a word without particles, and its lemma."""
    forms = set(lemmas(word))
    if _ARABIC.match(word):
        forms |= {search_form(c.core) for c in strip_clitics(word)[1:] if len(c.core) > 2}
    return tuple(sorted(forms - {search_form(word)}))


def lemmas(word: str) -> list[str]:
    """Return the search form of a word's lemma by simplemma's tables, or nothing for numbers."""
    import simplemma

    if _ARABIC.match(word):
        return [search_form(simplemma.lemmatize(word, lang="ar"))]
    if _LATIN.match(word):
        return [search_form(simplemma.lemmatize(word, lang="en"))]
    return []


def query_forms(word: str) -> list[str]:
    """Return the search form of a query's word, and the same without the article and before it.

    The word has its alef forms. Other particles stay: «ولد» and «كتب» begin with letters of their
    own.
    """
    form = search_form(word)
    article = article_of(word)
    return [form, form[len(article) :]] if article else [form]
