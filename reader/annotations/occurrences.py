"""All places where the same words stand, also with particles written to them.

«فيروس» is found in «الفيروس» and «بالفيروس» (recogito2 issue 663 is what happens otherwise). The
span has the article but not the particles before it, as entities have.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.arabic.clitics import fold_word, strip_clitics
from reader.arabic.words import Word, words

ARTICLE = "ال"
# particles with the article: a word that begins so is hardly ever one without them
_WITH_ARTICLE = ("وبال", "فبال", "وكال", "فكال", "ولل", "فلل", "بال", "وال", "فال", "كال", "لل")
_LEAST_CORE = 3  # letters; shorter words begin by chance with what could be a particle


class Occurrence(NamedTuple):
    """[start, end) of the paragraph at place `paragraph`."""

    paragraph: int
    start: int
    end: int


def find_occurrences(texts: Sequence[str], quote: str) -> list[Occurrence]:
    """Return where the quote's words stand in a document's paragraphs, in order.

    Spelling does not count (harakat, tatweel, alef forms, upper case), particles before the first
    word neither. The quote's own place is among them.
    """
    own = words(quote)
    if not own:
        return _literal(texts, quote)
    following = [fold_word(quote[w.start : w.end]) for w in own[1:]]
    gaps = [quote[a.end : b.start].strip() for a, b in pairwise(own)]
    first = _variants(quote[own[0].start : own[0].end])
    found = []
    for paragraph, text in enumerate(texts):
        there = words(text)
        folded = [fold_word(text[w.start : w.end]) for w in there]
        for n in range(len(there) - len(own) + 1):
            if folded[n + 1 : n + len(own)] != following:
                continue
            if gaps != _gaps(text, there[n : n + len(own)]):
                continue
            start = _core_start(text[there[n].start : there[n].end], first)
            if start is not None:
                found.append(
                    Occurrence(paragraph, there[n].start + start, there[n + len(own) - 1].end)
                )
    return found


def _literal(texts: Sequence[str], quote: str) -> list[Occurrence]:
    found = []
    for paragraph, text in enumerate(texts):
        at = text.find(quote) if quote else -1
        while at >= 0:
            found.append(Occurrence(paragraph, at, at + len(quote)))
            at = text.find(quote, at + len(quote))
    return found


def _gaps(text: str, run: Sequence[Word]) -> list[str]:
    return [text[a.end : b.start].strip() for a, b in pairwise(run)]


def _variants(word: str) -> frozenset[str]:
    """Return the search forms of a quote's first word that count as the same."""
    folded = fold_word(word)
    forms = {folded}
    for prefix in (*_WITH_ARTICLE, ARTICLE):
        core = folded.removeprefix(prefix)
        if core != folded and len(core) >= _LEAST_CORE:
            forms.add(core)
            break
    return frozenset(forms)


def _core_start(word: str, forms: frozenset[str]) -> int | None:
    """Return where the quote's word begins in a word of the text; None if it is another one."""
    for candidate in strip_clitics(word):
        core = fold_word(candidate.core)
        if core not in forms or (candidate.prefix and len(core) < _LEAST_CORE):
            continue
        return _article_start(word, candidate.prefix, candidate.core_start)
    return None


def _article_start(word: str, prefix: str, core_start: int) -> int:
    """Step back over a written article, which belongs to the name."""
    if not prefix.endswith(ARTICLE):
        return core_start
    particles = prefix.removesuffix(ARTICLE)
    for candidate in strip_clitics(word):
        if candidate.prefix == particles:
            return candidate.core_start
    return core_start
