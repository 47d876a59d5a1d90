"""Names carried through a document: a person named in full is known later by surname alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.entities.recogniser.found import Found

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SURE = 0.7
_LIKELY = 0.45
_RARE_RANK = 4_000
"""A word this rare that was a name once, if only likely so, is one every time."""

_VERY_SURE = 0.9
_MAJORITY = 1.5
_CARRIED = 0.9
"""A carried name is a little less certain than the mentions it comes from."""
_COMMON_RANK = 1_500
"""Words more frequent than this are never taken for a surname on their own."""


class DocumentNames:
    """Collects the sure names of a document, then finds them again where they were missed.

    Evidence for a name and label is the sum of the scores of its mentions.
    """

    def __init__(self, ranks: Mapping[str, int]) -> None:
        """`ranks`: folded word -> frequency rank."""
        self._ranks = ranks
        self._evidence: dict[tuple[str, ...], dict[str, float]] = {}
        self._surnames: set[tuple[str, ...]] = set()
        self._longest = 1

    def learn(self, words: Sequence[str], label: str, score: float) -> None:
        """Remember a mention given as folded words, the first without its clitic."""
        if not all(words):
            return
        keys = [tuple(words)]
        if label == "PER" and len(words) > 1 and score >= _SURE:
            keys.append((words[-1],))
            if score >= _VERY_SURE:
                self._surnames.add((words[-1],))
            if len(words) > 2:
                keys.append(tuple(words[-2:]))
        for key in keys:
            labels = self._evidence.setdefault(key, {})
            labels[label] = labels.get(label, 0.0) + score
            self._longest = max(self._longest, len(key))

    def label(self, words: Sequence[str], label: str, score: float) -> str:
        """The label of a mention, after the rest of the document has had its say.

        A mention the network was unsure of takes the label most mentions of the name have; the
        surname of a person named in full is a person.
        """
        key = tuple(words)
        if key in self._surnames and score < _VERY_SURE:
            return "PER"
        labels = self._evidence.get(key)
        if score >= _SURE or not labels:
            return label
        best = max(labels, key=lambda name: labels[name])
        return best if labels[best] > _MAJORITY * labels.get(label, 0.0) else label

    def missed(
        self, words: Sequence[str], cores: Sequence[Sequence[str]], taken: Sequence[bool]
    ) -> list[Found]:
        """Known names among the tokens that belong to none yet.

        `cores[i]` are the forms of token i, as it is and without a clitic.
        """
        found = []
        index = 0
        while index < len(words):
            hit = None if taken[index] else self._longest_at(words, cores, taken, index)
            if hit is None:
                index += 1
            else:
                found.append(hit)
                index = hit.end
        return found

    def _longest_at(
        self,
        words: Sequence[str],
        cores: Sequence[Sequence[str]],
        taken: Sequence[bool],
        start: int,
    ) -> Found | None:
        for length in range(min(self._longest, len(words) - start), 0, -1):
            end = start + length
            if any(taken[start:end]):
                continue
            for head in cores[start]:
                labels = self._evidence.get((head, *words[start + 1 : end]))
                if not labels or (length == 1 and (len(head) < 3 or self._common(head))):
                    continue
                best = max(labels, key=lambda name: labels[name])
                enough = _SURE if self._ranks.get(head, _RARE_RANK) < _RARE_RANK else _LIKELY
                if labels[best] >= enough and labels[best] > _MAJORITY * (
                    sum(labels.values()) - labels[best]
                ):
                    return Found(start, end, best, min(labels[best], 1.0) * _CARRIED)
        return None

    def _common(self, word: str) -> bool:
        return self._ranks.get(word, _COMMON_RANK) < _COMMON_RANK
