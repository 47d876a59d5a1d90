"""Why a sentence's translation may be wrong: each doubt with a reason for the reader."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.arabic.script import has_arabic
from reader.entities.model import Entity, Label
from reader.translation import negation_check, number_check, unit_check
from reader.translation.alignment import align
from reader.translation.debris import strange
from reader.translation.model import Doubt, SentencePair
from reader.translation.other_names import goes_by_another
from reader.translation.repetition import repeats

LOW_SCORE = -1.0
"""Mean log-probability of a piece: below, the model thought little of its own words."""
SHORTEST, LONGEST = 0.45, 2.2
"""Characters of English for one of Arabic; news has 0.9 to 1.6."""
_SLACK = 12  # characters, for short sentences
_WORD = re.compile(r"\w+")
_NAMES = (Label.PER, Label.LOC, Label.ORG, Label.FAC)
_ARABIC_RUN = re.compile(r"[\u0621-\u064a\u066e-\u06d3]{2,}")


def judge(source: str, target: str, score: float | None) -> tuple[Doubt, ...]:
    """Return the doubts of an Arabic sentence's machine translation, the gravest first."""
    if not has_arabic(source):
        return ()
    found = [
        *_numbers(source, target),
        *_negations(source, target),
        *_copied(source, target),
        *_strange(source, target),
        *_repeated(target),
        *_length(source, target),
        *_score(score),
    ]
    return tuple(found)


def with_names(
    text: str, pairs: Sequence[SentencePair], entities: Sequence[Entity]
) -> list[SentencePair]:
    """Return the pairs of a paragraph with a doubt for each name that is not in the English.

    `entities` are those of the whole paragraph `text`. A name counts as there when its English
    form, another English name of it, or a word that sounds or translates like one of its words, is
    in the sentence's target.
    Human translations are not doubted.
    """
    return [
        pair
        if pair.origin != "machine" or not pair.target or pair.target == text[pair.start : pair.end]
        else replace(pair, doubts=(*_lost_names(text, pair, entities), *pair.doubts))
        for pair in pairs
    ]


def _numbers(source: str, target: str) -> list[Doubt]:
    from reader.entities.numbers import find_numbers

    entities = find_numbers(source)
    reasons = number_check.missing(entities, target) or unit_check.missing(entities, target)
    reasons += number_check.added(entities, source, target)
    return [Doubt("number", reason) for reason in reasons]


def _negations(source: str, target: str) -> list[Doubt]:
    reasons = negation_check.missing(source, target) + negation_check.added(source, target)
    return [Doubt("negation", reason) for reason in reasons]


def _copied(source: str, target: str) -> list[Doubt]:
    copied = _ARABIC_RUN.search(target)
    if copied:
        return [Doubt("copied", f"“{copied.group()}” was left in Arabic.")]
    if target.strip() == source.strip():
        return [Doubt("copied", "The sentence was copied, not translated.")]
    return []


def _strange(source: str, target: str) -> list[Doubt]:
    signs = strange(source, target)
    return [Doubt("characters", f"The English has signs of its own: {signs}")] if signs else []


def _repeated(target: str) -> list[Doubt]:
    if repeats(_WORD.findall(target.casefold())):
        return [Doubt("repetition", "The English repeats itself.")]
    return []


def _length(source: str, target: str) -> list[Doubt]:
    if not target.strip():
        return [Doubt("length", "Nothing came out for this sentence.")]
    if len(target) + _SLACK < SHORTEST * len(source):
        return [Doubt("length", "The English is much shorter than the Arabic.")]
    if len(target) - _SLACK > LONGEST * len(source):
        return [Doubt("length", "The English is much longer than the Arabic.")]
    return []


def _score(score: float | None) -> list[Doubt]:
    if score is not None and score < LOW_SCORE:
        return [Doubt("score", "The model was unsure of its words.")]
    return []


def _lost_names(text: str, pair: SentencePair, entities: Sequence[Entity]) -> list[Doubt]:
    names = [
        e for e in entities if e.label in _NAMES and pair.start <= e.start and e.end <= pair.end
    ]
    if not names:
        return []
    target = pair.target.casefold()
    # not the pair's own links: attention also links a name to what was made up in its place
    links = align(text[pair.start : pair.end], pair.target)
    found = []
    for name in names:
        start, end = name.start - pair.start, name.end - pair.start
        linked = any(link.s0 < end and start < link.s1 for link in links)
        told = name.english and name.english.casefold() in target
        if not (linked or told or goes_by_another(name.english, pair.target)):
            expected = f" ({name.english})" if name.english else ""
            reason = f"The name “{name.text}”{expected} is missing or changed in the English."
            found.append(Doubt("name", reason))
    return found
