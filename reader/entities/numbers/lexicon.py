"""Word lists that find their words behind the clitics written together with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from reader.entities.numbers.view import fold

T = TypeVar("T")

_LONGEST_WORD = 24
_CACHE = 4096


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """An entry found in a word: what stands before it and what it means."""

    value: T
    skip: int  # folded characters before the entry and its article
    conjunction: str = ""  # و or ف
    preposition: str = ""  # ب, ل or ك
    article: bool = False


class Lexicon(Generic[T]):
    """Folded words and their meaning; `find` strips و ف, then ب ل ك, then ال (لل)."""

    _every: ClassVar[list["Lexicon[Any]"]] = []

    def __init__(self, entries: Mapping[str, T]) -> None:
        Lexicon._every.append(self)
        self._entries = {fold(word): meaning for word, meaning in entries.items()}
        self._cache: dict[str, Reading[T] | None] = {}

    def find(self, word: str) -> Reading[T] | None:
        """Return the reading with the fewest clitics, or None."""
        if not word or len(word) > _LONGEST_WORD:
            return None
        if word not in self._cache:
            if len(self._cache) >= _CACHE:
                self._cache.clear()
            self._cache[word] = self._search(word)
        return self._cache[word]

    @staticmethod
    def any_has(word: str) -> bool:
        """Tell whether some lexicon knows a folded word, behind clitics or not."""
        return any(lexicon.find(word) is not None for lexicon in Lexicon._every)

    def bare(self, word: str) -> T | None:
        """Return the meaning of a word without clitics or article."""
        return self._entries.get(word)

    def _search(self, word: str) -> Reading[T] | None:
        for conjunction in ("", "و", "ف"):
            if not word.startswith(conjunction):
                continue
            rest = word[len(conjunction) :]
            for preposition in ("", "ب", "ل", "ك"):
                if not rest.startswith(preposition):
                    continue
                reading = self._core(rest[len(preposition) :], conjunction, preposition)
                if reading is not None:
                    return reading
        return None

    def _core(self, core: str, conjunction: str, preposition: str) -> Reading[T] | None:
        skip = len(conjunction) + len(preposition)
        if core in self._entries:
            return Reading(self._entries[core], skip, conjunction, preposition)
        if core.startswith("ال") and core[2:] in self._entries:
            return Reading(self._entries[core[2:]], skip, conjunction, preposition, article=True)
        # ل + ال is written لل: no whole article is left to show, so the entry starts after it
        if preposition == "ل" and core.startswith("ل") and core[1:] in self._entries:
            entry = self._entries[core[1:]]
            return Reading(entry, skip + 1, conjunction, preposition, article=True)
        return None
