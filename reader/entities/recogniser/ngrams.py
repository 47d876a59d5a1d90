"""Hashed spelling features of a word: character n-grams, affixes, shape, the word itself.

CRC-32 is used because it is the same on every machine and run, unlike `hash`.
"""

from __future__ import annotations

import re
from zlib import crc32

BUCKETS = 20_000
MAX_FEATURES = 48

_LATIN = re.compile(r"[a-z]")
_ARABIC = re.compile(r"[\u0620-\u06ff]")


def shape(folded: str) -> str:
    """NUM+length, MIX (has a digit), LAT, AR+length, or P+mark for punctuation."""
    if not folded:
        return "EMPTY"
    if folded.strip("0.,:/٫٬") == "":
        return f"NUM{min(len(folded), 5)}" if "0" in folded else f"P{folded[0]}"
    if "0" in folded:
        return "MIX"
    if _LATIN.search(folded):
        return "LAT"
    if _ARABIC.search(folded) and folded[0].isalpha():
        return f"AR{min(len(folded), 8)}"
    return f"P{folded[0]}"


def feature_strings(folded: str) -> list[str]:
    """The features of one folded word, most telling first, at most `MAX_FEATURES`."""
    strings = ["W" + folded, "S" + shape(folded)]
    for length in range(1, min(4, len(folded)) + 1):
        strings.append(f"p{folded[:length]}")
        strings.append(f"s{folded[-length:]}")
    bordered = f"<{folded}>"
    for length in (3, 4, 2):
        for start in range(len(bordered) - length + 1):
            strings.append("g" + bordered[start : start + length])
    return strings[:MAX_FEATURES]


def hashed(folded: str) -> list[int]:
    """Bucket numbers in [0, BUCKETS) of the features of one folded word."""
    return [crc32(s.encode("utf-8", "surrogatepass")) % BUCKETS for s in feature_strings(folded)]
