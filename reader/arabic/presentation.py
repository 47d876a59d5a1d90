"""Presentation forms: the letter forms that Unicode encodes as characters of their own.

Made from the character database of Python (`unicodedata`), where each form names its letters and
its place in the word: `<initial> 0628`.
"""

import unicodedata
from typing import Literal, NamedTuple, cast

Form = Literal["isolated", "initial", "medial", "final"]
_FORMS = ("isolated", "initial", "medial", "final")
_MOST_LETTERS = 4  # longer ligatures (U+FDFA is 18 letters) are signs, not spelling


class PresentationForm(NamedTuple):
    """The letters that a presentation form stands for, in logical order, and its form."""

    letters: str
    form: Form


def _forms() -> dict[str, PresentationForm]:
    forms = {}
    for code_point in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        tag, *letters = unicodedata.decomposition(chr(code_point)).split() or [""]
        text = "".join(chr(int(letter, 16)) for letter in letters)
        # Spacing harakat decompose to a space or tatweel and a mark: they are no letters.
        is_letters = bool(text) and all(unicodedata.category(c) == "Lo" for c in text)
        if tag[1:-1] in _FORMS and is_letters and len(text) <= _MOST_LETTERS:
            forms[chr(code_point)] = PresentationForm(text, cast("Form", tag[1:-1]))
    return forms


FORMS = _forms()
"""Presentation form to letters."""

FORM_OF = {
    (known.letters, known.form): form for form, known in FORMS.items() if len(known.letters) == 1
}
"""(letter, form) to presentation form, where one is encoded."""


def letters_of(character: str) -> str:
    """Return the letters that a presentation form stands for; any other character as it is."""
    known = FORMS.get(character)
    return known.letters if known else character
