"""A well-known name that the machine made up another for: Lebanon, where the Arabic has Lithuania.

Only listed names that hardly any other word is spelt like, and that are no part of a longer name;
only where no English word answers to the name; only where the model's attention, trained to follow
words, tells which words it wrote for it; and only where these cannot mean the name after all
(`kinship.py`). `python -m benchmarks.mending` counts how often the name was right.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from reader.arabic.words import Word, words
from reader.entities.gazetteer import gazetteer
from reader.entities.gazetteer_recogniser import GazetteerRecogniser
from reader.entities.model import Entity, Label
from reader.translation.alignment import align
from reader.translation.mending.kinship import may_be
from reader.translation.model import Doubt
from reader.translation.other_names import goes_by_another

LEAST_LOOK = 0.4  # share of an English word's attention that the name has
LONGEST = 4  # words that one name may have become
_NAMES = (Label.PER, Label.LOC, Label.ORG, Label.FAC)
_LINKING = frozenset("and of in to from by for with on at that or as is was were be but".split())
# English names that a common noun ends or heads take the article: the Security Council.
_TAKES_ARTICLE = re.compile(
    r"(?=.* )(?!The ).*\b(?:Nations|States|Kingdom|Emirates|Islands|Republic|Union|League|Coalition"
    r"|Council|Court|Bank|Fund|Agency|Organi[sz]ation|Ministry|Army|Guard|Forces?|Front|Party|Strip"
    r"|Sea|Gulf|Canal|Strait|River)\b"
)
_ARTICLE = re.compile(r"\b[Tt]he\s+$")
_PRONOUN = re.compile(r"^\S+ه$")  # one word: his grandfather is spelt like Jeddah
_POSSESSIVE = re.compile(r"['’]s$")


class _Change(NamedTuple):
    start: int
    end: int
    english: str
    arabic: str


def mend_names(source: str, target: str, looks: Any) -> tuple[str, tuple[Doubt, ...]]:
    """Return an Arabic sentence's translation with lost names put in, and why.

    `looks` is a matrix (source words x target words), as
    `reader.translation.alignment.attention.word_attention` makes it, None where the package was
    not trained to follow words: then nothing is mended.
    """
    if looks is None:
        return target, ()
    changes = sorted(_changes(source, target, looks), reverse=True)
    doubts = []
    for n, change in enumerate(changes):
        if n and change.end > changes[n - 1].start:
            continue  # two names for the same words
        was = target[change.start : change.end]
        before = target[: change.start]
        target = before + _articled(change.english, before, was) + target[change.end :]
        reason = f"The machine wrote “{was}” for “{change.arabic}”, which is {change.english}."
        doubts.append(Doubt("name", reason))
    return target, tuple(reversed(doubts))


def _articled(english: str, before: str, was: str) -> str:
    """Return the name as it stands in a sentence after `before`, in the place of `was`."""
    if not _TAKES_ARTICLE.match(english) or _ARTICLE.search(before):
        return english
    return ("The " if not before or was.startswith("The ") else "the ") + english


def _changes(source: str, target: str, looks: Any) -> Iterator[_Change]:
    lost = _lost(source, target)
    if not lost:
        return
    ours, theirs = words(source), words(target)
    for name, english in lost:
        rows = [n for n, word in enumerate(ours) if word.start < name.end and name.start < word.end]
        share = looks[rows].sum(axis=0)
        written = [n for n in range(min(len(theirs), len(share))) if share[n] >= LEAST_LOOK]
        place = _place(written, theirs, target)
        if place is not None and not may_be(name.text, target[slice(*place)]):
            yield _Change(*place, english, name.text)


def _lost(source: str, target: str) -> list[tuple[Entity, str]]:
    """Return the known names that no word of the English answers to, with their English."""
    recogniser = GazetteerRecogniser()
    known = [
        (name, entry.english)
        for name in recogniser.unmistakable(source)
        if name.label in _NAMES
        and not _PRONOUN.search(name.text)
        and (entry := gazetteer().find(name.text)) is not None
        and entry.english
        and entry.english.casefold() not in target.casefold()
        and not goes_by_another(entry.english, target)
    ]
    if not known:
        return []
    links = align(source, target)
    [others] = recogniser.recognise([source])
    return [
        (name, english)
        for name, english in known
        if not any(link.s0 < name.end and name.start < link.s1 for link in links)
        and not any(_is_inside(name, other) for other in others)
    ]


def _is_inside(name: Entity, other: Entity) -> bool:
    """Tell whether a name is a part of a longer one: Cairo, of the University of Cairo."""
    longer = other.end - other.start > name.end - name.start
    return longer and other.start <= name.start and name.end <= other.end


def _place(written: list[int], theirs: list[Word], target: str) -> tuple[int, int] | None:
    """Return where the words stand that were written for a name, without those that link it."""
    if not written or written != list(range(written[0], written[-1] + 1)):
        return None
    found = [theirs[n] for n in written]
    while found and target[found[0].start : found[0].end].casefold() in _LINKING:
        del found[0]
    while found and target[found[-1].start : found[-1].end].casefold() in _LINKING:
        del found[-1]
    if not found or len(found) > LONGEST:
        return None
    start, end = found[0].start, found[-1].end
    possessive = _POSSESSIVE.search(target[start:end])
    return start, end - len(possessive[0]) if possessive else end
