"""Which reading of a word fits its sentence best.

Three kinds of evidence are added up, strongest first: the sentence's translation uses one of the
reading's senses; the words before ask for a part of speech; the lemma is frequent in the news.
Among equals, function words come first, then what takes fewest prefixes, then verbs last.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from reader.arabic.normalise import normalise
from reader.lookup.lemma_place import places, spelled, written_letters
from reader.lookup.model import Analysis

_TRANSLATION = 3.0
_PART_OF_SPEECH = 1.0
_THIRD_PERSON = 0.5
_FREQUENCY = 1.0  # divided among ranks: the most frequent lemma gets nearly all of it
_FUNCTION_WORD = 0.1
_OTHER_YEH = 0.3  # taken off
_PRONOUN = 0.2
_PAST = 0.05

# folded; أن is missing, since إن is folded to the same
_BEFORE_NOUN = frozenset(
    normalise("في من إلى على عن مع بين خلال بعد قبل حول ضد منذ هذا هذه ذلك تلك كل بعض").split()
)
_BEFORE_VERB = frozenset(normalise("قد لقد سوف لم لن لا كي إذا لو لما كان كانت").split())
_FUNCTION_WORDS = frozenset(
    {
        "preposition", "particle", "conjunction", "pronoun", "relative pronoun", "demonstrative",
        "question word",
    }
)  # fmt: skip
# among equals, function words at -2, other parts of speech at 0
_ORDER = {"numeral": -1, "verb": 2, "interjection": 3, "abbreviation": 3}
_HIS = frozenset("he him his himself it its itself whose which whom".split())
_NOUN_LIKE = frozenset({"noun", "name", "adjective", "numeral"})
_STOP = frozenset(
    "a an the of to in on at by for and or be is are it its with as not no from".split()
)


def rank(
    analyses: Iterable[Analysis],
    *,
    word: str = "",
    previous: str = "",
    translation: str = "",
    counterpart: str = "",
    frequency_rank: Callable[[str], int] = lambda _: 0,
) -> list[Analysis]:
    """Return the readings best first, each with its `rank`; senses too are put in order.

    `word` is the word as written, `previous` the folded word before; `translation` the sentence
    in English and `counterpart` the words linked to this one in it; `frequency_rank` gives a
    lemma's place in the frequency list, 0 for none.
    """
    analyses = list(analyses)
    sentence, linked = _stems(translation), _stems(counterpart)
    linked_words = _words(counterpart)
    said = _words(translation) | linked_words
    last = written_letters(word)[-1:]
    ranked = []
    for analysis, place in zip(analyses, places(word, analyses, frequency_rank), strict=True):
        shared = {g: _shared(g, linked, sentence, linked_words) for g in analysis.glosses}
        glosses = sorted(analysis.glosses, key=lambda g: -shared[g])
        score = _TRANSLATION * max(shared.values(), default=0.0)
        score += _PART_OF_SPEECH * _fits(previous, analysis)
        score += _FREQUENCY / (1 + place / 1000) if place else 0.0
        score += _THIRD_PERSON * _third_person(analysis)
        score += _FUNCTION_WORD * _function_word(analysis)
        score -= _OTHER_YEH * _other_yeh(last, analysis)
        score += _PRONOUN * _pronoun(analysis, said)
        score += _PAST * _past(analysis, said)
        ranked.append(replace(analysis, rank=round(score, 3), glosses=tuple(glosses)))
    return sorted(ranked, key=lambda a: (-a.rank, *_among_equals(word, previous, a)))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", text.lower()))


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(w) for w in _words(text) if w not in _STOP)


def _stem(word: str) -> str:
    """Cut common English endings: enough to meet "alliances" with "alliance"."""
    for ending in ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _shared(
    gloss: str, linked: frozenset[str], sentence: frozenset[str], linked_words: frozenset[str]
) -> float:
    stems = _stems(gloss)
    if stems & linked:
        return 1.0
    if not stems:  # "as for", "to": in every sentence, so only the linked words tell
        return 1.0 if _words(gloss) & linked_words else 0.0
    return 0.6 if stems & sentence else 0.0


def _fits(previous: str, analysis: Analysis) -> float:
    if previous in _BEFORE_NOUN:
        return 1.0 if analysis.part_of_speech in _NOUN_LIKE else 0.0
    if previous in _BEFORE_VERB:
        return 1.0 if analysis.part_of_speech == "verb" else 0.0
    return 0.0


def _third_person(analysis: Analysis) -> float:
    """News is written in the third person: of «مارست» read "she", not "I", "you"."""
    if _of_me(analysis):
        return 0.0
    if analysis.part_of_speech != "verb":
        return 1.0
    return 0.0 if analysis.vocalised.endswith(("تُ", "تَ", "تِ")) else 1.0


def _of_me(analysis: Analysis) -> bool:
    return any(suffix.endswith((" me", " my")) for suffix in analysis.suffixes)


def _function_word(analysis: Analysis) -> bool:
    """Function words are half of any text; of «علي» read Ali, not "on me"."""
    return analysis.part_of_speech in _FUNCTION_WORDS and not _of_me(analysis)


def _other_yeh(written: str, analysis: Analysis) -> bool:
    """Tell whether the reading ends in ي where the word has ى, as in Egypt, or the reverse.

    Without English «رأى» is "saw", not "opinion"; «فى» and «الذى» can hardly be anything else.
    """
    if written == "ى" and _function_word(analysis):
        return False
    return {written, written_letters(analysis.vocalised)[-1:]} == {"ى", "ي"}


def _pronoun(analysis: Analysis, said: frozenset[str]) -> float:
    """Of «كتابه» read "his book", not «كتابة», unless there is English and no "his" in it."""
    if not any(suffix.startswith("ه ") for suffix in analysis.suffixes):
        return 0.0
    return 1.0 if not said or said & _HIS else -1.0


def _past(analysis: Analysis, said: frozenset[str]) -> bool:
    """Tell whether the English has the past of a verb: "mentioned", not the noun "mention"."""
    if analysis.part_of_speech != "verb":
        return False
    return any(gloss + ending in said for gloss in analysis.glosses for ending in ("d", "ed"))


def _among_equals(word: str, previous: str, analysis: Analysis) -> tuple[bool, int, bool, int]:
    """Return the sort key of readings with one rank.

    «رئيسي» is rather "main" than "two heads"; an adjective seldom begins or follows a preposition.
    """
    order = -2 if analysis.part_of_speech in _FUNCTION_WORDS else 0
    order = _ORDER.get(analysis.part_of_speech, order)
    if analysis.part_of_speech == "adjective" and (not previous or previous in _BEFORE_NOUN):
        order = 1
    return order > 1, len(analysis.prefixes), spelled(analysis.lemma) != spelled(word), order
