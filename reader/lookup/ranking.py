"""Which reading of a word fits its sentence best.

Three kinds of evidence are added up, strongest first: the sentence's translation uses one of the
reading's senses; the words before ask for a part of speech; the lemma is frequent in the news.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from reader.lookup.model import Analysis

_TRANSLATION = 3.0
_PART_OF_SPEECH = 1.0
_THIRD_PERSON = 0.5
_FREQUENCY = 1.0  # divided among ranks: the most frequent lemma gets nearly all of it

_BEFORE_NOUN = frozenset(
    "في من إلى على عن مع بين خلال بعد قبل حول ضد منذ هذا هذه ذلك تلك كل بعض".split()
)
_BEFORE_VERB = frozenset("قد لقد سوف لم لن لا أن كي حتى إذا لو لما كان كانت".split())
_NOUN_LIKE = frozenset({"noun", "name", "adjective", "numeral"})
_STOP = frozenset(
    "a an the of to in on at by for and or be is are it its with as not no from".split()
)


def rank(
    analyses: Iterable[Analysis],
    *,
    previous: str = "",
    translation: str = "",
    counterpart: str = "",
    frequency_rank: Callable[[str], int] = lambda _: 0,
) -> list[Analysis]:
    """Return the readings best first, each with its `rank`; senses too are put in order.

    `previous` is the Arabic word before; `translation` the sentence in English and
    `counterpart` the words linked to this one in it; `frequency_rank` gives a lemma's place in
    the frequency list, 0 for none.
    """
    sentence, linked = _stems(translation), _stems(counterpart)
    ranked = []
    for analysis in analyses:
        glosses = sorted(analysis.glosses, key=lambda g: -_shared(_stems(g), linked, sentence))
        evidence = max((_shared(_stems(g), linked, sentence) for g in glosses), default=0.0)
        score = _TRANSLATION * evidence + _PART_OF_SPEECH * _fits(previous, analysis)
        place = frequency_rank(analysis.lemma)
        score += _FREQUENCY / (1 + place / 1000) if place else 0.0
        score += _THIRD_PERSON * _third_person(analysis)
        ranked.append(replace(analysis, rank=round(score, 3), glosses=tuple(glosses)))
    return sorted(ranked, key=lambda a: -a.rank)


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[a-z]+", text.lower())
    return frozenset(_stem(w) for w in words if w not in _STOP)


def _stem(word: str) -> str:
    """Cut common English endings: enough to meet "alliances" with "alliance"."""
    for ending in ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _shared(gloss: frozenset[str], linked: frozenset[str], sentence: frozenset[str]) -> float:
    if gloss & linked:
        return 1.0
    return 0.6 if gloss & sentence else 0.0


def _fits(previous: str, analysis: Analysis) -> float:
    if previous in _BEFORE_NOUN:
        return 1.0 if analysis.part_of_speech in _NOUN_LIKE else 0.0
    if previous in _BEFORE_VERB:
        return 1.0 if analysis.part_of_speech == "verb" else 0.0
    return 0.0


def _third_person(analysis: Analysis) -> float:
    """News is written in the third person: of «مارست» read "she", not "I", "you"."""
    if analysis.part_of_speech != "verb":
        return 1.0
    return 0.0 if analysis.vocalised.endswith(("تُ", "تَ", "تِ")) else 1.0
