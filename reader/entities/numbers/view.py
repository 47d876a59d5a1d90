"""The folded view of a paragraph that the number rules match on, with the way back.

The search form (`reader.arabic.normalise`) with every digit in ASCII and turned decimals in reading
order (`reader.arabic.turned`); each folded character knows its place in the paragraph.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from reader.arabic.joining import TATWEEL
from reader.arabic.normalise import normalise_with_map
from reader.arabic.turned import in_reading_order
from reader.entities.numbers.fraction_signs import FRACTION_SIGNS

_SPACE_GROUP = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,٫]\d+)?"
_TOKEN = re.compile(
    rf"(?P<num>{_SPACE_GROUP}|\d+(?:[.,٫٬،]\d+)*)"
    rf"|(?P<word>[^\W\d_{''.join(FRACTION_SIGNS)}]+)|(?P<sym>[^\s])"
)

DASHES = frozenset("-–—−‑")

T = TypeVar("T")
Kind = Literal["num", "word", "sym"]


@dataclass(frozen=True, slots=True)
class Token:
    """A run of digits, a run of letters, or one other visible character of the folded text."""

    kind: Kind
    text: str
    start: int  # in the folded text
    end: int
    glued: bool  # nothing stands between it and the token before


def fold(text: str) -> str:
    """Return a word folded as the view folds its paragraph (for lexicon keys)."""
    return View(text).folded


class View:
    """A paragraph as tokens; `origin` maps folded offsets back to code points of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        # digits stay apart here: the search form would write ٫ and . alike
        folded, self._origin = normalise_with_map(in_reading_order(text), digits=False)
        self.folded = "".join(
            str(unicodedata.decimal(char)) if char.isdecimal() else char for char in folded
        )
        self._found: dict[tuple[object, int], Any] = {}  # by rule and token
        self.tokens: list[Token] = []
        last = -1
        for match in _TOKEN.finditer(self.folded):
            kind: Kind = match.lastgroup  # type: ignore[assignment]
            start, end = match.span()
            self.tokens.append(Token(kind, match.group(), start, end, start == last))
            last = end

    def once(self, rule: Callable[["View", int], T], at: int) -> T:
        """Return what a rule finds at a token; asked again, the rule is not run again."""
        key = (rule, at)
        if key not in self._found:
            self._found[key] = rule(self, at)
        found: T = self._found[key]
        return found

    def start(self, folded: int) -> int:
        """Return the code point of the text where the folded character stands."""
        return self._origin[folded]

    def end(self, folded: int) -> int:
        """Return the offset past the last character, its harakat and tatweel."""
        at = self._origin[folded - 1] + 1
        following = self._origin[folded]  # not a tatweel that is a dash
        while (
            at < len(self.text)
            and at != following
            and (self.text[at] == TATWEEL or unicodedata.category(self.text[at]) in ("Mn", "Me"))
        ):
            at += 1
        return at

    def raw(self, token: int) -> str:
        """Return a token as the paragraph writes it."""
        one = self.tokens[token]
        return self.text[self.start(one.start) : self.end(one.end)]

    def word(self, token: int) -> str:
        """Return the folded text of a token, or "" outside the paragraph."""
        return self.tokens[token].text if 0 <= token < len(self.tokens) else ""

    def kind(self, token: int) -> str:
        """Return the kind of a token, or "" outside the paragraph."""
        return self.tokens[token].kind if 0 <= token < len(self.tokens) else ""

    def glued(self, token: int) -> bool:
        """Tell whether a token touches the one before it."""
        return 0 < token < len(self.tokens) and self.tokens[token].glued
