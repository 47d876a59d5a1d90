"""An English text as words, runs of digits and other characters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

# 12,500.75; 12.5, but not in 12.5.2021; a possessive s is no part of the word
_TOKEN = re.compile(
    r"(?P<num>(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|(?<!\d\.)\d+\.\d+(?!\.?\d)|\d+)"
    r"|(?P<word>[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)?)"
    r"|(?P<sym>\S)"
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int
    capital: bool


class Tokens:
    """The tokens of a text; asking beyond either end answers "", not an error."""

    def __init__(self, text: str) -> None:
        self._tokens = [
            _Token(m.lastgroup or "", m.group().lower(), m.start(), m.end(), m.group()[0].isupper())
            for m in _TOKEN.finditer(text)
        ]

    def __len__(self) -> int:
        return len(self._tokens)

    def words(self) -> Iterator[tuple[int, str]]:
        """Yield the words, in lower case, with their places among the tokens."""
        return ((n, token.text) for n, token in enumerate(self._tokens) if token.kind == "word")

    def text(self, at: int) -> str:
        """Return a token in lower case."""
        return self._tokens[at].text if 0 <= at < len(self._tokens) else ""

    def is_word(self, at: int) -> bool:
        return 0 <= at < len(self._tokens) and self._tokens[at].kind == "word"

    def is_digits(self, at: int) -> bool:
        return 0 <= at < len(self._tokens) and self._tokens[at].kind == "num"

    def is_capital(self, at: int) -> bool:
        """Tell whether a token starts with a capital."""
        return 0 <= at < len(self._tokens) and self._tokens[at].capital

    def touches(self, at: int) -> bool:
        """Tell whether no space stands before a token."""
        return 0 < at < len(self._tokens) and self._tokens[at].start == self._tokens[at - 1].end

    def digits(self, at: int) -> Decimal:
        """Return what a run of digits writes."""
        return Decimal(self._tokens[at].text.replace(",", ""))

    def span(self, at: int, end: int) -> tuple[int, int]:
        """Return the code points from token `at` up to token `end`."""
        return self._tokens[at].start, self._tokens[end - 1].end
