"""Arabic names in Latin letters, and a key under which both spellings of a name compare.

Known parts of names take their spellings from the gazetteer; other words are written letter by
letter, after the ALA-LC romanisation table without its diacritics. Short vowels that the text does
not write are guessed as "a" between two consonants.
"""

import re

from reader.arabic.harakat import HARAKAT
from reader.arabic.joining import TATWEEL
from reader.arabic.normalise import normalise
from reader.entities.gazetteer import gazetteer

_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "gh",
    "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y",
    "ء": "", "ئ": "", "ؤ": "", "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g", "ک": "k", "ی": "y",
}  # fmt: skip
_LONG = {"ا": "a", "آ": "a", "أ": "a", "إ": "i", "ٱ": "a", "ى": "a", "ة": "a", "و": "u", "ي": "i",
         "ی": "i"}  # fmt: skip
_SHORT = {"\u064e": "a", "\u064f": "u", "\u0650": "i", "\u0652": ""}
_SHADDA = "\u0651"
_LINKS = {"بن": "bin", "ابن": "Ibn", "بنت": "bint", "ابو": "Abu", "ابي": "Abi", "ابا": "Aba",
          "ال": "Al", "ام": "Umm", "دي": "de", "فون": "von", "فان": "van"}  # fmt: skip


def english_name(name: str) -> str:
    """Return a name in news style: «محمد بن سلمان» is "Mohamed bin Salman"."""
    words = name.split()[:12]
    out: list[str] = []
    at = 0
    while at < len(words):
        folded = normalise(words[at])
        if folded == "عبد" and at + 1 < len(words):
            joined = _word("عبد" + words[at + 1])
            known = gazetteer().spellings("عبد" + words[at + 1])
            out.append(joined if known else "Abdul " + _bare(words[at + 1]))
            at += 2
            continue
        link = _LINKS.get(folded) if len(words) > 1 else None
        out.append(link if link is not None else _word(words[at]))
        at += 1
    text = " ".join(part for part in out if part)
    return text[:1].upper() + text[1:] if not text.startswith("al-") else text


def letters(word: str) -> str:
    """Return one word letter by letter, its written vowel signs used, others guessed."""
    found: list[str] = []
    chars = [c for c in word if c != TATWEEL]
    for n, char in enumerate(chars):
        if char in _SHORT:
            found.append(_SHORT[char])
        elif char == _SHADDA:
            if found and found[-1]:
                found.append(found[-1])
        elif char in HARAKAT:
            continue
        else:
            found.append(_letter(chars, n, found))
    return _with_vowels("".join(found))


def _letter(chars: list[str], n: int, before: list[str]) -> str:
    char = chars[n]
    written = "".join(before)
    if char in "وي" or char == "ی":
        after_vowel = not written or written[-1] in "aiu"
        vowel_next = n + 1 < len(chars) and chars[n + 1] in "اآىة\u064e\u064f\u0650"
        return _CONSONANTS[char] if after_vowel or vowel_next else _LONG[char]
    if char in _LONG:
        return "" if written.endswith("a") and char in "اىة" else _LONG[char]
    if char in _CONSONANTS:
        return _CONSONANTS[char]
    return char if char.isascii() and char.isalnum() else ""


_CONSONANT = r"(?>sh|kh|th|dh|gh|ch|[bcdfghjklmnpqrstvwyz])"
_ONSET = re.compile(
    rf"^(?!s[tbkmnlfp]|[bkgftdp]r|[bkgfp]l)({_CONSONANT})(?={_CONSONANT})"  # Stefan, Blinken
)
_CLUSTER = re.compile(rf"({_CONSONANT})({_CONSONANT})(?={_CONSONANT})")


def _with_vowels(text: str) -> str:
    """Put an "a" between consonants that cannot stand together."""
    text = _ONSET.sub(r"\1a", text)
    head = 2 if text[:1] not in "aiu" else 0
    return text[:head] + _CLUSTER.sub(r"\1\2a", text[head:])


def _word(word: str) -> str:
    folded = normalise(word)
    if folded.startswith("ال") and len(folded) > 4:
        return "al-" + _bare(word)
    return _spelt(word)


def _bare(word: str) -> str:
    """Spell a word without its article."""
    bare = re.sub(rf"^ا[{HARAKAT}]?ل[{HARAKAT}]?", "", word) if len(word) > 3 else word
    known = gazetteer().spellings(word)
    for spelling in known:
        core = re.sub(r"^(?:[AaEe]l|[AE][a-z])[- ]?(?=[A-Za-z])", "", spelling)
        if spelling.lower().startswith(("al-", "el-")):
            return core[:1].upper() + core[1:]
    return _spelt(bare)


def _spelt(word: str) -> str:
    known = gazetteer().spellings(word)
    if known:
        return known[0]
    spelt = letters(word)
    return spelt[:1].upper() + spelt[1:]


_ARABIC_KEY = {
    "ب": "B", "پ": "B", "ت": "T", "ط": "T", "ث": "T", "ج": "G", "غ": "G", "گ": "G", "ح": "H",
    "ه": "H", "خ": "K", "ك": "K", "ق": "K", "د": "D", "ض": "D", "ذ": "D", "ظ": "D", "ر": "R",
    "ز": "S", "س": "S", "ص": "S", "ش": "S", "چ": "S", "ف": "F", "ڤ": "F", "ل": "L", "م": "M",
    "ن": "N",
}  # fmt: skip
_LATIN_DIGRAPHS = (
    ("sch", "S"), ("tch", "TS"), ("sh", "S"), ("ch", "S"), ("kh", "K"), ("gh", "G"), ("th", "T"),
    ("dh", "D"), ("ph", "F"), ("ck", "K"), ("x", "KS"), ("qu", "K"), ("zh", "G"),
)  # fmt: skip
_LATIN_KEY = {
    "b": "B", "p": "B", "t": "T", "d": "D", "g": "G", "j": "G", "h": "H", "k": "K", "q": "K",
    "c": "K", "r": "R", "z": "S", "s": "S", "f": "F", "v": "F", "l": "L", "m": "M", "n": "N",
}  # fmt: skip
_SOFT_C = re.compile(r"c(?=[eiy])")


def arabic_key(name: str) -> str:
    """Return the consonants of an Arabic name in classes that its Latin spelling shares."""
    words = [word.removeprefix("ال") or word for word in normalise(name).split()]
    return " ".join(_squeeze("".join(_ARABIC_KEY.get(c, "") for c in word)) for word in words)


def latin_key(name: str) -> str:
    """Return the consonant classes of a Latin name; vowels, w and y count for nothing."""
    words = re.sub(r"\b(?:al|el)[- ]", "", name.lower()).replace("-", " ").split()
    return " ".join(filter(None, (_latin_word(word) for word in words)))


def _latin_word(word: str) -> str:
    word = _SOFT_C.sub("s", word)
    for digraph, key in _LATIN_DIGRAPHS:
        word = word.replace(digraph, key)
    return _squeeze("".join(c if "A" <= c <= "Z" else _LATIN_KEY.get(c, "") for c in word))


def _squeeze(key: str) -> str:
    """Write doubled consonants once, and drop an h that ends the word (Abdullah, Sarah)."""
    return re.sub(r"(.)\1+", r"\1", key).removesuffix("H") or key


def similarity(arabic: str, latin: str) -> float:
    """Tell how alike an Arabic and a Latin spelling sound, 0 to 1."""
    from rapidfuzz.fuzz import ratio

    first, second = arabic_key(arabic), latin_key(latin)
    if not first.strip() or not second.strip():
        return 0.0
    first, second = first.replace(" ", ""), second.replace(" ", "")
    if min(len(first), len(second)) < 3:  # two consonants tell too little
        return float(first == second)
    return float(ratio(first, second)) / 100
