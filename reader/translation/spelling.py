"""A source text in the characters that a model can read, each with its place in the text.

A tokenizer folds hamza and teh marbuta of plain letters, but not of presentation forms, and cuts
what its vocabulary lacks into bytes. A model makes invented words of bytes that it seldom saw, so
they are written otherwise or left out.
"""

import unicodedata
from collections.abc import Callable

from reader.arabic.presentation import letters_of

Knows = Callable[[str], bool]
"""Whether the vocabulary of a model has a character."""

_ZERO_WIDTH_SPACE = "\u200b"
_GRAPHEME_JOINER = "\u034f"
_FRACTION_SLASH = "\u2044"
# letters of Persian, Urdu, Kurdish and Maghrebi keyboards in Arabic words, marks of all kinds
_STANDS_FOR = {
    **dict.fromkeys("کڪګ", "ك"),
    **dict.fromkeys("یېۍےێ", "ي"),
    **dict.fromkeys("ڤڥڢ", "ف"),
    **dict.fromkeys("ەہھۀۂ", "ه"),
    **dict.fromkeys("ۆۇۋۏ", "و"),
    **dict.fromkeys("ٲٳٱ", "ا"),
    **dict.fromkeys("ڨڭگ", "غ"),
    **dict.fromkeys("پ", "ب"),
    **dict.fromkeys("چ", "تش"),
    **dict.fromkeys("ژ", "ج"),
    **dict.fromkeys("‹›﴿﴾„‟“”«»", '"'),
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "٫": ".",
    "٬": ",",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "٪": "%",
    _FRACTION_SLASH: "/",
    "°": " درجة",
    "£": " جنيه استرليني ",
}


class Spelling:
    """Writes texts for one vocabulary; what each character becomes is found out once."""

    def __init__(self, knows: Knows) -> None:
        self._knows = knows
        self._forms: dict[str, str] = {}

    def __call__(self, text: str) -> tuple[str, list[int]]:
        """Return the text as a model can read it and, for each character, where it comes from.

        The list of offsets has one more entry, `len(text)`. Format characters go (a space without
        width is a space), presentation forms become letters, what the vocabulary lacks becomes what
        it stands for or is made of; without such, letters and digits stay and signs are blank.
        """
        if text.isascii():
            return text, list(range(len(text) + 1))
        written: list[str] = []
        places: list[int] = []
        for at, character in enumerate(text):
            new = self._forms.get(character)
            if new is None:
                new = character if character.isascii() else _written(character, self._knows)
                self._forms[character] = new
            written.append(new)
            places += [at] * len(new)
        return "".join(written), [*places, len(text)]


def _written(character: str, knows: Knows) -> str:
    if character == _ZERO_WIDTH_SPACE:
        return " "
    if _is_ignorable(character):
        return ""
    return "".join(_known(letter, knows) for letter in letters_of(character))


def _is_ignorable(character: str) -> bool:
    """Tell whether a character is not seen: joiners, directions, soft hyphens, variations."""
    if character == _GRAPHEME_JOINER or "\ufe00" <= character <= "\ufe0f":
        return True
    return unicodedata.category(character) == "Cf"


def _known(letter: str, knows: Knows) -> str:
    if letter.isascii() or knows(letter):
        return letter
    if letter in _STANDS_FOR:
        return _STANDS_FOR[letter]
    parts = unicodedata.normalize("NFKD", letter)
    if parts != letter:  # ğ is a g with a sign, № two letters, ½ a one, a slash and a two
        made = "".join(_known(part, knows) for part in parts)
        return f" {made} " if _FRACTION_SLASH in parts else made
    category = unicodedata.category(letter)
    if category[0] == "M":
        return ""
    return letter if category[0] in "LN" else " "
