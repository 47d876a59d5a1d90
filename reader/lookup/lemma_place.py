"""The place of a reading's lemma in the frequency list, where the list can tell it.

The list is folded: its «ان» is أن or إن, never آن, and its «قوله» is "his saying", not «قولة».
"""

import re
from collections.abc import Callable, Sequence

from reader.arabic.normalise import normalise
from reader.lookup.model import Analysis

_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
# in the list they are أن, إلى and وفي
_FOLDED_AWAY = frozenset({"آن", "آلى", "وفى", "وفي"})


def places(
    word: str, analyses: Sequence[Analysis], frequency_rank: Callable[[str], int]
) -> list[int]:
    """Return the place of each reading's lemma, 1 for the most frequent, 0 where none is known.

    Where the word as written, or without its article, is a lemma, the other readings are seldom
    more frequent than that.
    """
    form = spelled(word)
    lemmas = {form, form.removeprefix("ال")} & {spelled(a.lemma) for a in analyses}
    whole = max(map(frequency_rank, lemmas), default=0)
    found = [_place(word, analysis, frequency_rank) for analysis in analyses]
    return [
        max(place, whole) if place and not _often_split(form, analysis) else place
        for analysis, place in zip(analyses, found, strict=True)
    ]


def spelled(word: str) -> str:
    """Return the word folded but for ة: «لكنه» is no «لكنة»."""
    return normalise(word, teh_marbuta=False)


def written_letters(word: str) -> str:
    """Return the word without vowel marks and tatweel, all letters as they are."""
    return _MARKS.sub("", word)


def _place(word: str, analysis: Analysis, frequency_rank: Callable[[str], int]) -> int:
    if written_letters(analysis.lemma) in _FOLDED_AWAY:
        return 0
    ends = written_letters(word)[-1:] + written_letters(analysis.vocalised)[-1:]
    if ends == "يى":
        return 0
    if ends == "هة" and not frequency_rank("ال" + analysis.lemma):
        return 0  # a noun like «قوة» stands in the list with the article too
    return frequency_rank(analysis.lemma)


def _often_split(form: str, analysis: Analysis) -> bool:
    """Tell whether the reading may be more frequent than a lemma that is spelled like the word.

    So are imperfects («تعمل» is no «تعمّل») and nouns after a preposition («بكل» is no «بكّل»);
    but «دولي» is rather "international" than "my states".
    """
    if analysis.prefixes:
        return analysis.prefixes[-1][0] in "بكل"
    return analysis.part_of_speech == "verb" and form[:1] in ("ي", "ت")
