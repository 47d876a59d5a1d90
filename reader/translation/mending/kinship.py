"""May English words stand for a name after all: its people, a compound with it, its sound?"""

import re
from functools import lru_cache

from reader.arabic.normalise import normalise
from reader.entities.gazetteer import gazetteer
from reader.entities.model import Label
from reader.entities.transliterate import similarity

ALIKE = 0.8
"""Least similarity of consonants to count as one name; that of Lebanon and Lithuania is 0.67."""
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"\b(?:al|el|ad|an|ar|as|at|az|ash)-", re.IGNORECASE)
_ENDING = re.compile(r"(?:يا|يه|ا|ه|ي)$")
_LEAST = 3  # letters of a stem


def may_be(name: str, english: str) -> bool:
    """Tell whether English words may be right for an Arabic name.

    So a compound (Saudi-led), the name's people (Tunisian) and what sounds like the name, unless it
    is the English of another one.
    """
    if "-" in _ARTICLE.sub("", english):
        return True
    words = _WORD.findall(english)
    if any(_is_people(normalise(name), word.casefold()) for word in words):
        return True
    sounding = max((similarity(name, text) for text in (english, *words)), default=0.0)
    return sounding >= ALIKE and not gazetteer().is_english(english)


def _is_people(name: str, word: str) -> bool:
    """Tell whether an English word is that of the people, or the adjective, of a name."""
    stem = _stem(name)
    forms = _peoples().get(word, _peoples().get(word.removesuffix("s"), ()))
    return len(stem) >= _LEAST and any(form.startswith(stem) for form in forms)


def _stem(name: str) -> str:
    return _ENDING.sub("", name.removeprefix("ال"))


@lru_cache(1)
def _peoples() -> dict[str, tuple[str, ...]]:
    """English of each people (lower case) -> the search forms of its Arabic, without article."""
    found: dict[str, list[str]] = {}
    for arabic, known in gazetteer().names.items():
        if known.label is Label.NORP:
            found.setdefault(known.english.casefold(), []).append(arabic.removeprefix("ال"))
    return {english: tuple(forms) for english, forms in found.items()}
