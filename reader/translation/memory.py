"""Translation memory: sentences translated before, found exactly or nearly.

Two sentences are one when their keys are (`memory_key`): vowel signs, alef forms and digits do
not matter; ة and ه, ى and ي do, since they make other words.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from reader.arabic.normalise import normalise

LEAST_PERCENT = 75


@dataclass(frozen=True, slots=True)
class Entry:
    """One remembered sentence."""

    source: str
    target: str
    origin: str = "human"  # human, machine, import
    author: str = ""
    package: str = ""  # id of the engine whose translation was shown before
    created: str = ""  # ISO 8601, UTC
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A remembered sentence like the one asked for; 100 percent is the same key."""

    entry: Entry
    percent: int


def memory_key(sentence: str) -> str:
    """Return the form under which a sentence is remembered."""
    return " ".join(normalise(sentence, casefold=True, teh_marbuta=False, yeh=False).split())


class FuzzyIndex:
    """Finds keys like a key among tens of thousands.

    Two texts can only be p percent alike when the shorter has at least p / (200 - p) of the
    longer's length (the ratio is 2M / T, with M at most the shorter length), so only keys of
    fitting length are compared; rapidfuzz compares those.
    """

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._keys = sorted(set(keys), key=len)
        self._lengths = [len(key) for key in self._keys]

    def find(self, key: str, limit: int = 5, least: int = LEAST_PERCENT) -> list[tuple[str, int]]:
        """Return at most `limit` (key, percent), best first, none below `least` percent."""
        from rapidfuzz import fuzz, process

        share = least / (200 - least)
        low = bisect_left(self._lengths, int(len(key) * share))
        high = bisect_right(self._lengths, int(len(key) / share) + 1)
        found = process.extract(
            key, self._keys[low:high], scorer=fuzz.ratio, limit=limit, score_cutoff=least
        )
        return [(text, 100 if text == key else min(99, int(score))) for text, score, _ in found]
