"""Which pairs may be trained on: filters of bad pairs, and no sentence of a test set.

Near-duplicates are found exactly, not by hashing: a test set is small, so an index of its word
trigrams tells for every training sentence how much of which test sentence it repeats.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_ARABIC = 500  # characters
MAX_ENGLISH = 600
SHORT = 30  # up to here the ratio of lengths tells nothing
RATIO = (0.5, 2.6)  # English characters for one Arabic character
TOO_ALIKE = 0.4  # share of a test sentence's word trigrams

_MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_FOLD = str.maketrans("آأإٱىة", "ااااي\u0647")


def words(text: str) -> list[str]:
    """Return the words of a text, folded so that spelling variants compare equal.

    NFKC, lower case, no harakat or tatweel, alef forms, alef maqsura and ta marbuta folded, no
    punctuation.
    """
    folded = _MARKS.sub("", unicodedata.normalize("NFKC", text).lower()).translate(_FOLD)
    return re.findall(r"\w+", folded)


def fault(arabic: str, english: str) -> str | None:
    """Return why a pair is unfit for training, in one word, or None when it is fit."""
    if len(arabic) < 2 or len(english) < 2:
        return "empty"
    if len(arabic) > MAX_ARABIC or len(english) > MAX_ENGLISH:
        return "long"
    ratio = len(english) / len(arabic)
    if max(len(arabic), len(english)) > SHORT and not RATIO[0] < ratio < RATIO[1]:
        return "ratio"
    letters = sum(character.isalpha() for character in arabic)
    if 2 * len(_ARABIC.findall(arabic)) < letters or _ARABIC.search(english):
        return "script"
    return None


class TestText:
    """The sentences that training must not see, in either language."""

    __test__ = False  # not a pytest class

    def __init__(self, sentences: Iterable[str]) -> None:
        self._exact: set[str] = set()
        self._trigrams: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._sizes: list[int] = []
        for number, sentence in enumerate(sentences):
            found = words(sentence)
            self._exact.add(" ".join(found))
            trigrams = _trigrams(found)
            self._sizes.append(len(trigrams))
            for trigram in trigrams:
                self._trigrams[trigram].append(number)

    def repeated_by(self, text: str) -> bool:
        """Tell whether `text` is a test sentence or repeats a large part of one.

        Large: at least `TOO_ALIKE` of the test sentence's word trigrams and three of them, or a
        text of which at least half the trigrams stand in one test sentence.
        """
        found = words(text)
        if len(found) < 3:
            return False
        if " ".join(found) in self._exact:
            return True
        trigrams = _trigrams(found)
        hits = Counter(n for trigram in trigrams for n in self._trigrams.get(trigram, ()))
        return any(
            count >= 3 and (count >= TOO_ALIKE * self._sizes[n] or 2 * count >= len(trigrams))
            for n, count in hits.most_common(3)
        )


def _trigrams(found: list[str]) -> set[tuple[str, ...]]:
    return set(zip(found, found[1:], found[2:], strict=False))


class Cleaner:
    """Passes each good pair once and counts what was left out, by reason."""

    def __init__(self, test_text: TestText) -> None:
        self.test_text = test_text
        self.dropped: Counter[str] = Counter()
        self._seen: set[int] = set()

    def accept(self, arabic: str, english: str) -> bool:
        """Tell whether this pair goes into training; count it under its fault otherwise."""
        reason = fault(arabic, english)
        if reason is None and hash((arabic, english)) in self._seen:
            reason = "duplicate"
        if reason is None and (
            self.test_text.repeated_by(arabic) or self.test_text.repeated_by(english)
        ):
            reason = "test"
        if reason is not None:
            self.dropped[reason] += 1
            return False
        self._seen.add(hash((arabic, english)))
        return True
