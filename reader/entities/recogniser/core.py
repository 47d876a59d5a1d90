"""Where a name begins inside a word that carries a clitic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.entities.recogniser.gazetteer import name_hash
from reader.entities.recogniser.normalisation import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ARTICLE = "ال"
_RANK_OFFSET = 20
_MIN_CORE = 2
_RATIO = 3.0
"""How much more frequent the bare word must be than the word with its first letter."""

_KNOWN_NAME_RATIO = 12.0
"""The same, when the word as it stands is in the lists of names."""

_COMMON_RANK = 1_000


class CoreFinder:
    """Decides whether a name's first letters are clitics, by what the model knows of both forms.

    'باريس' is in the lists of names and 'اريس' is rare: the ba stays; 'العراق' is far more
    frequent than 'بالعراق': the ba goes.
    """

    def __init__(self, vocabulary: Mapping[str, int], gazetteer: Mapping[int, int]) -> None:
        """`vocabulary`: folded word -> frequency rank; `gazetteer`: known names."""
        self._ranks = vocabulary
        self._names = gazetteer

    def prefix_length(
        self, words: Sequence[str], label: str = "", *, after_name: bool = False
    ) -> int:
        """How many letters of the first of the folded `words` of a name are clitics.

        `after_name`: the name stands right after another; then a waw before letters never seen
        ('كييف وكانبرا') joins the two.
        """
        if after_name and words[0][:1] == "و" and len(words[0]) > _MIN_CORE + 1:
            known = self._known(words) or words[0] in self._ranks
            if not known and not words[0].startswith(_ARTICLE, 1):
                # a name stands behind it, which may have a clitic of its own: ولألمانيا
                return 1 + self._one_clitic(words[0][1:], words[1:], "بلك", label)
        taken = 0
        first = words[0]
        # at most و or ف, then one of ب ل ك
        for letters in ("وف", "بلك"):
            taken += self._one_clitic(first[taken:], words[1:], letters, label)
        return taken

    def _one_clitic(self, first: str, rest: Sequence[str], letters: str, label: str) -> int:
        if len(first) <= _MIN_CORE or first[0] not in letters:
            return 0
        if first.startswith("لل") and len(first) - 2 >= _MIN_CORE:
            # ل + ال lose the alef: what remains after both lams of the article
            whole = self._frequency(_ARTICLE + first[2:])
            if whole >= self._frequency(first) or not self._known([first, *rest]):
                return 2
        core = first[1:]
        own, other = self._frequency(first), self._frequency(core)
        if core.startswith(_ARTICLE) and len(core) > _MIN_CORE + 1:
            # بال, كال, وال, فال: the article speaks for a clitic unless the word is a known name
            return int(not (self._known([first, *rest]) and own > other))
        if self._known([first, *rest]):
            return int(other > own * _KNOWN_NAME_RATIO and self._is_name(core, rest))
        if label == "PER" and not self._is_name(core, rest):
            # كولبي is no ك + ولبي: a person's name must be left when the letter goes
            return 0
        return int(other > own * _RATIO)

    def _is_name(self, core: str, rest: Sequence[str]) -> bool:
        """Whether the core is in the lists and not so common a word that it is there by chance."""
        if rest and name_hash([core, *rest]) in self._names:
            return True
        return self._ranks.get(core, _COMMON_RANK) >= _COMMON_RANK and self._known([core, *rest])

    def _known(self, words: Sequence[str]) -> bool:
        """Whether the phrase, or its first word alone, is in the lists of names."""
        return name_hash(words) in self._names or name_hash(words[:1]) in self._names

    def _frequency(self, word: str) -> float:
        rank = self._ranks.get(word)
        # Zipf: frequency falls as one over rank
        return 0.0 if rank is None else 1.0 / (rank + _RANK_OFFSET)


def skip_letters(text: str, start: int, end: int, letters: int) -> int:
    """The offset in text[start:end] after `letters` letters and the marks that belong to them."""
    position = start
    while position < end and (letters > 0 or not fold(text[position])):
        if fold(text[position]):
            letters -= 1
        position += 1
    return position if position < end else start
