"""Words in the form in which the alignment table knows them: cut down to what inflection leaves.

The cuts need not be right, only the same in training and in use. Arabic: the affixes of the
light10 stemmer (Larkey, Ballesteros and Connell 2002). English: regular endings.
"""

import re
from functools import lru_cache

from reader.arabic.normalise import normalise

_PREFIXES = ("وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س")
_SUFFIXES = ("هما", "كما", "تها", "ها", "ان", "ات", "ون", "ين", "يه", "هم", "نا", "كم", "ه", "ي")
_LEAST_ARABIC = 3
_ENDINGS = ("'s", "’s", "ings", "ing", "edly", "ed", "ies", "es", "ly", "s", "e", "y")
_LEAST_ENGLISH = 3
_NOT_WORD = re.compile(r"[^\w'’]+")

# consonants by what they sound like in the other language, for names
_ARABIC_SOUND = {
    **dict.fromkeys("بپ", "B"),
    **dict.fromkeys("تطثةدذضظ", "T"),
    **dict.fromkeys("سصزشج", "S"),
    **dict.fromkeys("كقغخگح", "K"),
    **dict.fromkeys("فڤ", "F"),
    "ل": "L",
    "ر": "R",
    "م": "M",
    "ن": "N",
    "و": "W",
    "ه": "H",
}
_ENGLISH_SOUND = {
    **dict.fromkeys("bp", "B"),
    **dict.fromkeys("td", "T"),
    **dict.fromkeys("szjx", "S"),
    **dict.fromkeys("kqgc", "K"),
    **dict.fromkeys("fv", "F"),
    "l": "L",
    "r": "R",
    "m": "M",
    "n": "N",
    "w": "W",
    "h": "H",
}
_DIGRAPHS = (("tch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "K"), ("gh", "K"), ("th", "T"),
             ("dh", "T"), ("ph", "F"), ("ck", "K"))  # fmt: skip


@lru_cache(maxsize=65536)
def arabic_form(word: str) -> str:
    """Return the stem of an Arabic word in its search form."""
    form = normalise(word, casefold=True).strip()
    for prefix in _PREFIXES:
        if form.startswith(prefix) and len(form) - len(prefix) >= _LEAST_ARABIC:
            form = form[len(prefix) :]
            break
    for _ in range(2):
        for suffix in _SUFFIXES:
            if form.endswith(suffix) and len(form) - len(suffix) >= _LEAST_ARABIC:
                form = form[: -len(suffix)]
                break
    return form


@lru_cache(maxsize=65536)
def english_form(word: str) -> str:
    """Return the stem of an English word, lower case."""
    form = _NOT_WORD.sub("", word.casefold())
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _LEAST_ENGLISH:
            return form[: -len(ending)]
    return form


@lru_cache(maxsize=65536)
def arabic_sound(word: str) -> str:
    """Return the consonant classes of an Arabic word without its article and particles."""
    form = normalise(word).strip()
    for prefix in ("وال", "بال", "كال", "فال", "لل", "ال"):
        if form.startswith(prefix) and len(form) - len(prefix) >= 2:
            form = form[len(prefix) :]
            break
    return "".join(_ARABIC_SOUND.get(letter, "") for letter in form)


@lru_cache(maxsize=65536)
def english_sound(word: str) -> str:
    """Return the consonant classes of an English word."""
    form = word.casefold()
    for letters, sound in _DIGRAPHS:
        form = form.replace(letters, sound)
    return "".join(c if c.isupper() else _ENGLISH_SOUND.get(c, "") for c in form)
