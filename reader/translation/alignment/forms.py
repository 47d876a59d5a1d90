"""Words in the form in which the alignment table knows them: cut down to what inflection leaves.

The cuts need not be right, only the same in training and in use. Arabic: the affixes of the
light10 stemmer (Larkey, Ballesteros and Connell 2002). English: regular endings.
"""

import re
from functools import lru_cache

from reader.arabic.normalise import normalise
from reader.arabic.words import words

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
    **dict.fromkeys("سصزش", "S"),
    **dict.fromkeys("جغگ", "G"),
    **dict.fromkeys("كقخح", "K"),
    **dict.fromkeys("فڤ", "F"),
    "ل": "L",
    "ر": "R",
    "م": "M",
    "ن": "N",
    "ه": "H",
}
_ENGLISH_SOUND = {
    **dict.fromkeys("bp", "B"),
    **dict.fromkeys("td", "T"),
    **dict.fromkeys("szx", "S"),
    **dict.fromkeys("gj", "G"),
    **dict.fromkeys("kqc", "K"),
    **dict.fromkeys("fv", "F"),
    "l": "L",
    "r": "R",
    "m": "M",
    "n": "N",
    "h": "H",
}
_DIGRAPHS = {
    **dict.fromkeys(("tch", "sh", "ch"), "S"),
    **dict.fromkeys(("dg", "gh"), "G"),
    **dict.fromkeys(("kh", "ck"), "K"),
    **dict.fromkeys(("th", "dh"), "T"),
    "ph": "F",
}


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


def arabic_forms(text: str) -> list[str]:
    """Return the stems of the words of an Arabic text."""
    return [arabic_form(text[word.start : word.end]) for word in words(text)]


def english_forms(text: str) -> list[str]:
    """Return the stems of the words of an English text."""
    return [english_form(text[word.start : word.end]) for word in words(text)]


@lru_cache(maxsize=65536)
def arabic_sounds(word: str) -> tuple[str, ...]:
    """Return the consonant classes of an Arabic word, as it is and without article or particle.

    What looks like an article may be part of a foreign name: إلبريدج is Elbridge.
    """
    form = normalise(word).strip()
    found = [form]
    for prefix in ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ل", "ب"):
        if form.startswith(prefix) and len(form) - len(prefix) >= 3:
            found.append(form[len(prefix) :])
            break
    return tuple("".join(_ARABIC_SOUND.get(letter, "") for letter in form) for form in found)


@lru_cache(maxsize=65536)
def english_sound(word: str) -> str:
    """Return the consonant classes of an English word."""
    form = word.casefold()
    for letters, sound in _DIGRAPHS.items():
        form = form.replace(letters, sound)
    return "".join(c if c.isupper() else _ENGLISH_SOUND.get(c, "") for c in form)
