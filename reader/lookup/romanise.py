"""ALA-LC romanisation of vocalised Arabic (the Library of Congress table for Arabic, 2012).

Works on what is written: without harakat only consonants and long vowels come out. The rules
followed: letters and long vowels, no hamza at the start of a word, shadda doubled but īy and ūw,
tāʾ marbūṭah h at the end of a word, the article always al- with a hyphen, not assimilated.
"""

import re
import unicodedata

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

_MARKS = re.compile("[\u064b-\u0652\u0670]")
# a letter with its marks, shadda first; a vowel sign may also be written before the shadda
_MARKED = re.compile(
    "(?P<letter>[^\u064b-\u0652\u0670])(?P<shadda>\u0651?)(?P<vowel>[\u064b-\u0650\u0652]?)"
    "(?P<dagger>\u0670?)"
)


def romanise(text: str) -> str:
    """Return the text in ALA-LC romanisation; what is not Arabic stays as it is."""
    composed = unicodedata.normalize("NFC", text).replace("\u0640", "")
    ordered = re.sub("([\u064b-\u0650])\u0651", "\u0651\\1", composed)
    return " ".join(_word(word) for word in ordered.split(" "))


def _word(word: str) -> str:
    if _MARKS.sub("", word) == "الله":
        return "Allāh"
    for clitic, latin in _CLITICS:
        rest = word.removeprefix(clitic)
        if rest != word and rest.startswith((_ARTICLE, *(c + _ARTICLE for c, _ in _CLITICS))):
            return latin + _word(rest)
    if word.startswith("لِل") and len(word) > 4:
        return "lil-" + _letters(word[3:])
    if word.startswith(_ARTICLE) and len(word) > 3:
        return "al-" + _letters(word[2:].removeprefix("\u0652"))
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
