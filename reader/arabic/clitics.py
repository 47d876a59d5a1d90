"""Particles written as one word with what follows: and, so, by, to, as, the."""

import re
from typing import NamedTuple

from reader.arabic.harakat import HARAKAT
from reader.arabic.joining import TATWEEL
from reader.arabic.normalise import normalise

_LEAST_LETTERS = 2
# conjunction, preposition, article; `لل` is ل with the article, whose alef is not written
_PREFIXES = tuple(
    sorted(
        {
            conjunction + rest
            for conjunction in ("", "و", "ف")
            for rest in ("", "ب", "ك", "ل", "ال", "بال", "كال", "لل")
        }
        - {""},
        key=len,
    )
)
_NOT_LETTERS = re.compile(f"[{HARAKAT}\u0653-\u0655{TATWEEL}\u200b-\u200f\u061c]")


class Candidate(NamedTuple):
    """One way to read a word as particles and a core."""

    prefix: str
    """The particles' letters, without vowel signs; empty for the word as it is."""
    core_start: int
    """Offset of the core in the word, in code points."""
    core: str
    """The rest of the word as written."""


def strip_clitics(word: str) -> list[Candidate]:
    """Return every reading of a word as leading particles and a core of two letters or more.

    The word itself comes first, then longer and longer prefixes. Vowel signs and tatweel between
    the letters do not matter. Which reading is right only a dictionary or the context can tell.
    """
    letters = [(i, c) for i, c in enumerate(word) if not _NOT_LETTERS.match(c)]
    skeleton = "".join("ا" if c == "ٱ" else c for _, c in letters)
    candidates = [Candidate("", 0, word)]
    for prefix in _PREFIXES:
        if skeleton.startswith(prefix) and len(skeleton) - len(prefix) >= _LEAST_LETTERS:
            start = letters[len(prefix)][0]
            candidates.append(Candidate(prefix, start, word[start:]))
    return candidates


def fold_word(word: str) -> str:
    """Return the search form of a word for comparing, with upper case folded."""
    return normalise(word, casefold=True).strip()
