"""Names by gazetteer and trigger words, when the trained model is not there.

Finds known names (longest first, behind clitics), persons by their known given names and
surnames, and organisations and places by the word that heads them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.arabic.clitics import strip_clitics
from reader.arabic.normalise import normalise
from reader.entities.gazetteer import Gazetteer, gazetteer
from reader.entities.model import Entity, Label
from reader.entities.triggers import (
    AMBIGUOUS,
    FACILITY_HEADS,
    NAME_LINKS,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    TITLE_TAILS,
    TITLES,
)
from reader.stopping import ShouldStop

_LONGEST_NAME = 6
_LONGEST_WORD = 40
_CACHED_WORDS = 16384
_SAFE_LETTERS = 5  # a shorter name behind a clitic may be another word
_KNOWN_SCORE, _PERSON_SCORE, _HEAD_SCORE = 0.9, 0.7, 0.5
_FREQUENT_GIVEN = 20
_PARTICLES = frozenset({"علي", "الي", "حتي"})  # when spelt with ى
_COMMON = frozenset({"بين", "باسم", "عن", "من", "كان", "هذا", "هذه"})
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[\u0610-\u061a\u0640\u064b-\u065f\u0670])*")
_HEADS = (
    (ORGANISATION_HEADS, Label.ORG),
    (FACILITY_HEADS, Label.FAC),
    (PLACE_HEADS, Label.LOC),
)


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    folded: str
    gap: bool  # something else than spaces stands before it


_Hit = tuple[int, int, Label, float]
"""Number of the word after a name, where its text starts, its label and score."""


class GazetteerRecogniser:
    """Stands in for the trained recogniser."""

    def __init__(self, names: Gazetteer | None = None) -> None:
        self._gazetteer = names or gazetteer()

    def recognise(
        self, texts: Sequence[str], should_stop: ShouldStop | None = None
    ) -> list[list[Entity]]:
        """Return the names of each paragraph, sorted; none after `should_stop` answers True."""
        found: list[list[Entity]] = []
        for text in texts:
            stop = should_stop is not None and should_stop()
            found.append([] if stop else self._names(text))
        return found

    def known(self, text: str) -> list[Entity]:
        """Return only the names of our own lists, longest first at each word."""
        words = _words(text)
        return _taken(text, words, lambda at: self._known(words, at, sure=True))

    def unmistakable(self, text: str) -> list[Entity]:
        """Return the names of all lists that hardly any other word is spelt like.

        Those of our own lists, and others of two words or of five letters without an article
        (العيون are eyes more often than the town).
        """
        words = _words(text)
        sure = {name.start for name in self.known(text)}
        listed = _taken(text, words, lambda at: self._known(words, at))
        return [name for name in listed if name.start in sure or _is_telling(name.text)]

    def _names(self, text: str) -> list[Entity]:
        words = _words(text)
        return _taken(
            text,
            words,
            lambda at: self._known(words, at) or self._person(words, at) or self._headed(words, at),
        )

    def _known(self, words: list[_Word], at: int, *, sure: bool = False) -> _Hit | None:
        heads = [
            (form, reading)
            for reading in _readings(words[at].text)
            for form in reading.forms
            if form in self._gazetteer.first_words
        ]
        if not heads:
            return None
        names = self._gazetteer.names
        for end in range(min(at + _LONGEST_NAME, len(words)), at, -1):
            if any(word.gap for word in words[at + 1 : end]):
                continue
            rest = [word.folded for word in words[at + 1 : end]]
            for form, reading in heads:
                known = names.get(" ".join([form, *rest]))
                if known is None or (sure and not known.sure):
                    continue
                if not rest and (form in AMBIGUOUS or (sure and reading.risky(form))):
                    continue
                return end, words[at].start + reading.core_start, known.label, _KNOWN_SCORE
        return None

    def _person(self, words: list[_Word], at: int) -> _Hit | None:
        """A frequent given name with a known part after it, or one known part after a title."""
        titled = at > 0 and words[at - 1].folded in TITLES and not words[at].gap
        start, first = words[at].start, words[at].text
        if not self._is_given(first):
            core = strip_clitics(first)[1:2]
            if not core or len(core[0].prefix) != 1 or not self._is_given(core[0].core, 10):
                return None
            start += core[0].core_start
        end, known = at + 1, 1
        while end < min(at + _LONGEST_NAME, len(words)) and not words[end].gap:
            word = words[end].folded
            if word not in NAME_LINKS and not self._is_part(words[end].text):
                break
            known += word not in NAME_LINKS
            end += 1
        if words[end - 1].folded in NAME_LINKS or known < (1 if titled else 2):
            return None
        return end, start, Label.PER, _PERSON_SCORE

    def _is_given(self, word: str, factor: int = 1) -> bool:
        known = self._gazetteer.parts.get(normalise(word))
        frequent = known is not None and known.given >= _FREQUENT_GIVEN * factor
        return frequent and self._is_part(word)

    def _is_part(self, word: str) -> bool:
        folded = normalise(word)
        if word.endswith("ى") and folded in _PARTICLES:  # «على» is no Ali
            return False
        return (
            folded in self._gazetteer.parts
            and folded not in AMBIGUOUS | TITLES | TITLE_TAILS | _COMMON
            and len(folded) > 2
        )

    def _headed(self, words: list[_Word], at: int) -> _Hit | None:
        """An organisation, building or place by its head: وزارة النفط, مدينة بعقوبة."""
        for reading in _readings(words[at].text):
            if not reading.forms or reading.prefix.endswith("لل"):
                continue  # «الجبهة الغربية» is any western front
            head = reading.forms[0]
            for heads, label in _HEADS:
                if head not in heads or at + 1 >= len(words) or words[at + 1].gap:
                    continue
                after = words[at + 1].folded
                if not (after.startswith("ال") and len(after) > 4):
                    continue
                end = at + 2
                nationality = words[end].folded if end < len(words) and not words[end].gap else ""
                known = self._gazetteer.names.get(nationality)
                if known is not None and known.label is Label.NORP:
                    end += 1
                return end, words[at].start + reading.core_start, label, _HEAD_SCORE
        return None


def _is_telling(name: str) -> bool:
    return " " in name or (len(_folded(name)) >= _SAFE_LETTERS and not name.startswith("ال"))


def _taken(text: str, words: list[_Word], hit_at: Callable[[int], _Hit | None]) -> list[Entity]:
    """Return the names that `hit_at` finds, word after word; the words of a name are taken."""
    found: list[Entity] = []
    at = 0
    while at < len(words):
        hit = hit_at(at)
        if hit is None:
            at += 1
            continue
        at, start, label, score = hit
        stop = words[at - 1].end
        found.append(Entity(start, stop, label, text[start:stop], score))
    return found


@lru_cache(_CACHED_WORDS)
def _folded(word: str) -> str:
    return normalise(word)


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start <= _LONGEST_WORD:
            gap = bool(text[last:start].strip())
            words.append(_Word(start, end, match.group(), _folded(match.group()), gap))
        last = end
    return words


@dataclass(frozen=True, slots=True)
class _Reading:
    """A word without some of its clitics: the search forms that the rest may stand for."""

    core_start: int
    prefix: str
    forms: tuple[str, ...]

    def risky(self, form: str) -> bool:
        """Tell whether a short name behind a clitic may be another word (وجده: his grandfather)."""
        return bool(self.prefix) and len(form) < _SAFE_LETTERS


@lru_cache(_CACHED_WORDS)
def _readings(word: str) -> tuple[_Reading, ...]:
    return tuple(
        _Reading(c.core_start, c.prefix, _with_article(normalise(c.core), c.prefix))
        for c in strip_clitics(word)
    )


def _with_article(core: str, prefix: str) -> tuple[str, ...]:
    """Return the forms a core may stand for: after لل the article is restored."""
    if prefix.endswith("لل"):
        return ("ال" + core,)
    if prefix.endswith("ال"):
        return ()  # the same word with its article is another candidate
    return (core,)
