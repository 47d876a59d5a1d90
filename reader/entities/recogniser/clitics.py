"""Clitics glued to the front of a word: و ف ب ل ك and the article after them."""

from __future__ import annotations

from functools import lru_cache

_PREFIXES = ("وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك")
_MIN_STEM = 2


@lru_cache(maxsize=50_000)
def stems(folded: str) -> tuple[str, ...]:
    """What may remain of a folded word when one clitic is taken off, longest clitic first.

    The article is taken off as well as the clitic; both results serve as back-off in the
    look-ups of vectors and gazetteer ('بالعراق' -> 'عراق', 'العراق').
    """
    found = []
    for prefix in _PREFIXES:
        if folded.startswith(prefix) and len(folded) - len(prefix) >= _MIN_STEM:
            stem = folded[len(prefix) :]
            found.append(stem)
            if prefix in ("وال", "فال", "بال", "كال", "لل"):
                found.append("ال" + stem)
    return tuple(found)
