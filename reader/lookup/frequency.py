"""How frequent a word is in Arabic news: its place in a list of the 30,000 most frequent.

The list (assets/lookup/frequency.txt.xz) is made by training/frequency.py; words are folded
(`reader.arabic.normalise`), most frequent first.
"""

import lzma
from functools import lru_cache

from reader.arabic.normalise import normalise
from reader.assets import asset_path


@lru_cache(maxsize=1)
def _places() -> dict[str, int]:
    with lzma.open(asset_path("lookup/frequency.txt.xz"), "rt", encoding="utf-8") as lines:
        return {word: place for place, word in enumerate(lines.read().split(), start=1)}


def frequency_rank(word: str) -> int:
    """Return the word's place, 1 for the most frequent; 0 when it is not in the list."""
    return _places().get(normalise(word), 0)
