"""The base direction of a paragraph: paragraph embedding level 0 (left to right) or 1."""

import re
import unicodedata

from reader.arabic.bidi import analyse

# Addresses are Latin in every language, so they say nothing about the language around them.
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]{0,20}://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+", re.IGNORECASE
)
_COUNTED_WITHIN = 65_536  # a longer paragraph does not change its mind
_FIRST_STRONG_WITHIN = 4096


def base_direction(text: str, mode: str = "auto", hint: int | None = None) -> int:
    """Return 1 for a right-to-left paragraph, 0 for a left-to-right one.

    `auto` takes the majority of strong characters outside addresses: an Arabic paragraph that
    starts with a Latin name stays Arabic. `auto-first-strong` is UAX #9 P2 and P3. Where no
    character is strong, or the count is even, `hint` decides (the document's direction), then the
    first strong character. Raises ValueError for another mode.
    """
    if mode == "rtl":
        return 1
    if mode == "ltr":
        return 0
    if mode not in ("auto", "auto-first-strong"):
        raise ValueError(f"unknown base direction mode {mode!r}")
    text = text[:_COUNTED_WITHIN]
    if mode == "auto":
        counted = (
            _ADDRESS.sub(" ", text) if ("://" in text or "www." in text or "@" in text) else text
        )
        right, left = _strong_characters(counted)
        if right != left:
            return int(right > left)
        if hint is not None:
            return hint
    return _first_strong(text, hint or 0)


def _strong_characters(text: str) -> tuple[int, int]:
    classes = [unicodedata.bidirectional(c) for c in text]
    left = classes.count("L")
    return classes.count("AL") + classes.count("R"), left


def _first_strong(text: str, otherwise: int) -> int:
    head = text[:_FIRST_STRONG_WITHIN]
    if not any(unicodedata.bidirectional(c) in ("L", "R", "AL") for c in head):
        return otherwise
    return analyse(head).base
