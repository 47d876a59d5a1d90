"""Which stops end a sentence, in Arabic and English.

Arabic has no capitals and uses the stop sparingly, so a stop counts unless it is known to belong to
a number, an abbreviation or a list mark. ؛ and : never end a sentence.
"""

import re

from reader.arabic.abbreviations import (
    MAYBE_LAST,
    NEVER_LAST,
    NEVER_LAST_ARABIC,
    SENTENCE_STARTERS,
)
from reader.arabic.harakat import without_harakat
from reader.arabic.words import ARABIC_LETTERS

_CLOSERS = "\"'»”’)\\]}›"
_UNSEEN = "\u200b\u200e\u200f\u061c\u202c\u2069\ufeff"  # stand around stops in pages and in Word
CANDIDATE = re.compile(
    rf"(?<![.!?؟…۔])(?P<stop>[.!?؟…۔]++)[{_UNSEEN}]*+"
    rf"(?P<close>[{_CLOSERS}]*(?:[ \u00a0][»”)\]}}›](?!\w))*)[{_UNSEEN}]*+"
    rf"(?P<gap>\s+|$|(?=[{ARABIC_LETTERS}]))"
    r"|(?P<newline>\n\s*)"
)
"""A stop with what closes after it, or a line break."""
_OPENERS = frozenset('([«“"')
_LAST_WORD = re.compile(r"[^\s\"'«»“”‘’()\[\]{}،,؛;:/\-–—]+$")
_NEXT_WORD = re.compile(r"[\"'«“‘(\[]*(\w+)")
_INITIALS = re.compile(r"[^\W\d_]|و[دمأا]|[وفبكل]?(?:[أ-ي]\.)+[أ-ي]")
"""Initials: one letter, «ود.» for "and Dr.", «أ.ف.ب.» with what is written onto it."""
_LIST_MARK = re.compile(r"\s*[(\[]?(?:\d{1,3}|[A-Za-z]|[أ-ي])")
_CONTEXT = 60  # no word that matters here is longer; keeps hostile text from costing more
_LETTERS_BEFORE_GLUED_STOP = 3
_LETTERS_AFTER_GLUED_STOP = 2


def is_end(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether a match of `CANDIDATE` ends the sentence that begins at `start`."""
    if found["newline"] is not None:
        return True
    before = text[max(start, found.start() - _CONTEXT) : found.start()]
    after = text[found.end() : found.end() + _CONTEXT]
    if not found["gap"] and not _is_glued_end(before, after, found):
        return False
    if _next_word(after)[:1].islower():
        return False  # "Stop!" he said
    stop = found["stop"]
    if stop != ".":
        if set(stop) <= {".", "…"} and before[-1:] in ("(", "["):
            return False  # (...) and [...] leave something out
        return not (found["close"] and before[-1:] in _OPENERS)  # (!) is a remark on a word
    if _LIST_MARK.fullmatch(text, start, found.start()):
        return False
    return not _is_abbreviation(before, after)


def _is_glued_end(before: str, after: str, found: re.Match[str]) -> bool:
    """Tell whether a missing space hides a sentence end: two whole Arabic words around a stop."""
    if found["stop"] != "." or found["close"]:
        return True
    words_before = re.search(rf"[{ARABIC_LETTERS}]+$", without_harakat(before))
    words_after = re.match(rf"[{ARABIC_LETTERS}]+", without_harakat(after))
    return bool(
        words_before
        and words_after
        and len(words_before[0]) >= _LETTERS_BEFORE_GLUED_STOP
        and len(words_after[0]) >= _LETTERS_AFTER_GLUED_STOP
    )


def _is_abbreviation(before: str, after: str) -> bool:
    found = _LAST_WORD.search(before)
    if not found:
        return False
    word = without_harakat(found[0]).strip(_UNSEEN)
    lower = word.lower()
    if word in NEVER_LAST_ARABIC or lower in NEVER_LAST:
        return not _is_number_reference(lower, after)
    if _INITIALS.fullmatch(word):
        return True
    if lower in MAYBE_LAST or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):
        return _next_word(after) not in SENTENCE_STARTERS
    return False


def _is_number_reference(lower: str, after: str) -> bool:
    """Tell whether `no` is the English word at the end of a sentence, not "No. 5"."""
    return lower in ("no", "nos") and not after[:1].isdigit()


def _next_word(after: str) -> str:
    found = _NEXT_WORD.match(after)
    return found[1] if found else ""
