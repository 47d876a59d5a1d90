"""arabic-reshaper, set up for words without marks, and what it is given for letters it lacks.

It knows the 76 letters that have presentation forms; the others join by the Unicode table, so a
letter of the same joining type stands in for them.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from reader.arabic.joining import TATWEEL, ZWJ, ZWNJ, joining_type


@contextmanager
def _no_configuration_file() -> Iterator[None]:
    """Keep a variable from the library that may name a file of options, or one that is gone."""
    name = "PYTHON_ARABIC_RESHAPER_CONFIGURATION_FILE"
    file = os.environ.pop(name, None)
    try:
        yield
    finally:
        if file is not None:
            os.environ[name] = file


with _no_configuration_file():
    from arabic_reshaper import ArabicReshaper
    from arabic_reshaper.letters import LETTERS_ARABIC

_DUAL_STAND_IN = "ب"
_RIGHT_STAND_IN = "د"


class _Options(dict[str, bool]):
    """The reshaper's options as a plain dictionary.

    It asks for six of them at every call, and its own configuration parser takes longer to answer
    than the word takes to shape.
    """

    def getboolean(self, name: str) -> bool:
        """Return an option; what is not listed is off."""
        return self.get(name, False)


def _reshaper() -> ArabicReshaper:
    with _no_configuration_file():
        reshaper = ArabicReshaper()
    # The four ligatures of lam and alef; not that of ALLAH: it puts four letters into one cell
    # and is absent from many fonts.
    lam_alef = "ARABIC LIGATURE LAM WITH ALEF"
    options = ["support_ligatures", lam_alef]
    options += [f"{lam_alef} WITH {m}" for m in ("MADDA ABOVE", "HAMZA ABOVE", "HAMZA BELOW")]
    reshaper.configuration = _Options(dict.fromkeys(options, True))
    return reshaper


_RESHAPER = _reshaper()


def reshape(letters: str) -> str:
    """Return the presentation forms of letters in logical order; lam and alef are one form."""
    return str(_RESHAPER.reshape(letters))


def _library_joining_type(letter: str) -> str:
    forms = LETTERS_ARABIC.get(letter)
    if forms is None:
        return ""
    return "D" if forms[1] else "R" if forms[3] else "U"


@lru_cache(maxsize=1024)
def stand_in(letter: str) -> str:
    """Return what the reshaper is given for a letter: itself, if it knows how it joins."""
    kind = joining_type(letter)
    if kind == _library_joining_type(letter) or letter == TATWEEL:
        return letter
    if kind == "C":
        return TATWEEL
    if kind in "DR":
        return _DUAL_STAND_IN if kind == "D" else _RIGHT_STAND_IN
    return ZWNJ  # not in the library's table: nothing joins it


PLAIN = frozenset(
    c for c in LETTERS_ARABIC if c != ZWJ and joining_type(c) != "T" and stand_in(c) == c
)
"""Letters and tatweel that need no stand-in."""
