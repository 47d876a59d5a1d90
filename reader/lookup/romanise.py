"""ALA-LC romanisation of vocalised Arabic (the Library of Congress table for Arabic, 2012).

Works on what is written: without harakat only consonants and long vowels come out. The rules
followed: letters and long vowels, no hamza at the start of a word, shadda doubled but īy and ūw,
tāʾ marbūṭah h at the end of a word, the article always al- with a hyphen, not assimilated, a hyphen
after a prefix (rule 16b) and no hamza behind it (8a). Names get no capitals.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

_CONSONANTS = {
    "ء": "ʼ", "أ": "ʼ", "إ": "ʼ", "ؤ": "ʼ", "ئ": "ʼ", "ب": "b", "ت": "t", "ث": "th", "ج": "j",
    "ح": "ḥ", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "ṣ",
    "ض": "ḍ", "ط": "ṭ", "ظ": "ẓ", "ع": "ʻ", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ة": "h", "پ": "p", "چ": "ch", "ڤ": "v",
    "گ": "g", "ژ": "zh",
}  # fmt: skip
_VOWELS = {
    "\u064e": "a", "\u064f": "u", "\u0650": "i", "\u064b": "an", "\u064c": "un", "\u064d": "in"
}  # fmt: skip
_FATHA, _DAMMA, _KASRA, _FATHATAN = "\u064e", "\u064f", "\u0650", "\u064b"
_ARTICLE = "ال"
_CLITICS = (("وَ", "wa-"), ("فَ", "fa-"), ("بِ", "bi-"), ("كَ", "ka-"))

# their article is part of the word, and its lām is doubled whether or not it is written twice
_RELATIVES = frozenset(
    "الذي الذى التي التى الذين اللذان اللذين اللتان اللتين اللاتي اللواتي اللائي".split()
)
_OF_GOD = {"الله": "Allāh", "لله": "lillāh", "بالله": "billāh"}

_MARKS = re.compile("[\u064b-\u0652\u0670]")
# a letter with its marks, shadda first; a vowel sign may also be written before the shadda
_SUN = re.compile("(?<=^.)\u0651")  # the shadda of a letter that the article is assimilated to
_RELATIVE_BEGIN = re.compile("ا(?:ل[\u064b-\u0652]*){1,2}")
_MARKED = re.compile(
    "(?P<letter>[^\u064b-\u0652\u0670])(?P<shadda>\u0651?)(?P<vowel>[\u064b-\u0650\u0652]?)"
    "(?P<dagger>\u0670?)"
)


def romanise(text: str, prefixes: Sequence[str] = ()) -> str:
    """Return the text in ALA-LC romanisation; what is not Arabic stays as it is.

    `prefixes` are those of the first word, as in `Analysis.prefixes`: which letters are one, the
    spelling alone does not tell.
    """
    composed = unicodedata.normalize("NFC", text).replace("\u0640", "")
    ordered = re.sub("([\u064b-\u0650])\u0651", "\u0651\\1", composed)
    first, *others = ordered.split(" ")
    return " ".join([_prefixed(first, prefixes), *map(_word, others)])


def _prefixed(word: str, prefixes: Sequence[str]) -> str:
    """Return a word with a hyphen after each prefix; the article is left to `_word`."""
    letters = [prefix.split(" ")[0] for prefix in prefixes]
    out = ""
    for letter, after in zip_longest(letters, letters[1:]):
        if letter == _ARTICLE or (letter == "ل" and after == _ARTICLE) or _bare(word) in _OF_GOD:
            break
        found = re.match(f"{re.escape(letter)}[\u064b-\u0652]*", word)
        if found is None or found.end() == len(word):
            break
        out += f"{_letters(found[0])}-"
        word = word[found.end() :]
    return out + _word(word)


def _bare(word: str) -> str:
    return _MARKS.sub("", word)


def _word(word: str) -> str:
    bare = _bare(word)
    if bare in _OF_GOD:
        return _OF_GOD[bare]
    if bare in _RELATIVES:
        return "al" + _letters(_RELATIVE_BEGIN.sub("لَ", word, count=1).replace("ى", "ي"))
    for clitic, latin in _CLITICS:
        rest = word.removeprefix(clitic)
        if rest != word and rest.startswith((_ARTICLE, *(c + _ARTICLE for c, _ in _CLITICS))):
            return latin + _word(rest)
    if word.startswith("لِل") and len(word) > 4:
        return "lil-" + _letters(_SUN.sub("", word[3:]))
    if word.startswith(_ARTICLE) and len(word) > 3:
        return "al-" + _letters(_SUN.sub("", word[2:].removeprefix("\u0652")))
    return _letters(word)


def _letters(word: str) -> str:
    out: list[str] = []
    groups = [match.groupdict() for match in _MARKED.finditer(word)]
    for n, group in enumerate(groups):
        before = groups[n - 1]["vowel"] if n else ""
        letter, shadda, vowel = group["letter"], group["shadda"], group["vowel"]
        if letter in "اٱىآ":
            _add_alef(out, letter, vowel, before, first=n == 0)
        elif letter in "وي" and n and not vowel and not shadda and _is_long(letter, before):
            _lengthen(out, "ū" if letter == "و" else "ī")
        elif letter in _CONSONANTS:
            latin = _CONSONANTS[letter] if n or letter not in "ءأإ" else ""
            if letter == "ة" and n < len(groups) - 1:
                latin = "t"
            if shadda and letter in "وي" and before in (_DAMMA, _KASRA):
                _lengthen(out, "ū" if letter == "و" else "ī")
            elif shadda:
                latin *= 2
            out += [latin, _VOWELS.get(vowel, "")]
        else:
            out.append(letter)
        if group["dagger"]:
            _lengthen(out, "ā")
    return "".join(out)


def _add_alef(out: list[str], letter: str, vowel: str, before: str, *, first: bool) -> None:
    if letter == "آ":
        out.append("ā" if first else "ʼā")
    elif first:
        # the alef only carries the vowel of a word that begins with one
        out.append(_VOWELS.get(vowel, "a"))
    elif _FATHATAN not in (vowel, before):
        _lengthen(out, "ā")


def _is_long(letter: str, before: str) -> bool:
    """Tell a long vowel from a consonant: after its own short vowel, or where none is written."""
    return before in ((_DAMMA if letter == "و" else _KASRA), "")


def _lengthen(out: list[str], long: str) -> None:
    """Add a long vowel, taking back the short one written before it."""
    while out and out[-1] in ("", "a", "i", "u"):
        out.pop()
    out.append(long)
