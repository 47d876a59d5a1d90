"""Words and punctuation of a paragraph, and the sentences they form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.entities.recogniser.normalisation import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_SENTENCE = 80
"""Tokens in one sentence given to the network; longer ones are cut."""

_MAX_WORD = 64
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_FORMAT = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f"
_TOKEN = re.compile(
    # a number keeps its separators; a letter run keeps marks and format characters
    rf"\d+(?:[.,:/٫٬]\d+)+|[^\W][\w{_MARKS}{_FORMAT}]*|[^\w\s{_MARKS}{_FORMAT}]"
)
_SENTENCE_END = frozenset(".!؟?؛…\n")
_SOFT_END = frozenset("،,:")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or one punctuation mark: code points [start, end) of the paragraph."""

    start: int
    end: int
    folded: str


def tokenise(text: str) -> list[Token]:
    """Tokens of `text`; clitics stay on, punctuation is split off, white space is dropped."""
    tokens = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while end - start > _MAX_WORD:
            tokens.append(Token(start, start + _MAX_WORD, fold(text[start : start + _MAX_WORD])))
            start += _MAX_WORD
        tokens.append(Token(start, end, fold(text[start:end])))
    return tokens


def sentences(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Half-open token ranges of sentences of at most `MAX_SENTENCE` tokens.

    A sentence ends after . ! ? ؟ ؛ …; one that is too long is cut after its last comma or colon,
    or else anywhere.
    """
    start = 0
    soft = 0
    for index, token in enumerate(tokens):
        if token.folded in _SENTENCE_END:
            # an initial ("جورج و. بوش") does not end a sentence
            if token.folded == "." and index > start and len(tokens[index - 1].folded) == 1:
                continue
            yield start, index + 1
            start = soft = index + 1
            continue
        if token.folded in _SOFT_END:
            soft = index + 1
        if index + 1 - start >= MAX_SENTENCE:
            cut = soft if soft - start > MAX_SENTENCE // 2 else index + 1
            yield start, cut
            start = soft = cut
    if start < len(tokens):
        yield start, len(tokens)
