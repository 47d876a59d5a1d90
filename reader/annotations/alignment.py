"""Which words of a new text are those of an old one.

Paragraphs are paired first (the same text in the same order, the same text elsewhere, then a
similar text), then the words of each pair are diffed in their search form. Words so accounted for
are no candidates for anything else, which is what keeps a lost annotation from settling on
another mention of the same name.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from reader.annotations.folding import Folded

SIMILAR = 50.0  # of 100: rapidfuzz ratio from which two paragraphs are versions of one
MOST_PAIRS = 40_000  # of paragraphs compared with each other
MOST_CELLS = 4_000_000  # old words (or paragraphs) times new ones in one diff
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Image:
    """Where [start, end) of an old paragraph's search form is in the new one's.

    `whole` tells that every word of it was carried over; otherwise [start, end) is the stretch
    between the nearest words that were, in which it must be if it is anywhere.
    """

    start: int
    end: int
    whole: bool


class Pair:
    """An old paragraph and the new one that took its place."""

    def __init__(self, old: Folded, new: Folded) -> None:
        self._old = old
        self._new = new

    @cached_property
    def _tokens(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        return _spans(self._old.text), _spans(self._new.text)

    @cached_property
    def _links(self) -> dict[int, int]:
        """Old token to new token."""
        old, new = self._tokens
        return _diff([self._old.text[a:b] for a, b in old], [self._new.text[a:b] for a, b in new])

    @cached_property
    def claimed(self) -> list[tuple[int, int]]:
        """Spans of the new search form that come from the old paragraph, in order."""
        return sorted(self._tokens[1][n] for n in self._links.values())

    def image(self, start: int, end: int) -> Image:
        """Return where [start, end) of the old search form went; it must not be empty."""
        old, new = self._tokens
        starts = [a for a, _ in old]
        first = max(0, bisect_right(starts, start) - 1)
        last = max(0, bisect_right(starts, end - 1) - 1)
        inside = range(first, last + 1)
        links = [self._links.get(n) for n in inside]
        if old and None not in links:
            mapped = [n for n in links if n is not None]
            in_words = start < old[first][1] and end <= old[last][1]
            if in_words and mapped == list(range(mapped[0], mapped[0] + len(mapped))):
                return Image(
                    new[mapped[0]][0] + start - old[first][0],
                    new[mapped[-1]][0] + end - old[last][0],
                    whole=True,
                )
        before = next((self._links[n] for n in range(first - 1, -1, -1) if n in self._links), None)
        after = next((self._links[n] for n in range(last + 1, len(old)) if n in self._links), None)
        return Image(
            new[before][1] if before is not None else 0,
            new[after][0] if after is not None else len(self._new.text),
            whole=False,
        )


def pair_paragraphs(old: Sequence[Folded], new: Sequence[Folded]) -> dict[int, int]:
    """Return the place of the new paragraph for each old one that has a successor."""
    pairs = _diff([p.original for p in old], [p.original for p in new])
    for form in ("original", "text"):
        _pair_equal(pairs, [getattr(p, form) for p in old], [getattr(p, form) for p in new])
    _pair_similar(pairs, old, new)
    return pairs


def _left(pairs: dict[int, int], old: int, new: int) -> tuple[list[int], list[int]]:
    taken = set(pairs.values())
    return [o for o in range(old) if o not in pairs], [n for n in range(new) if n not in taken]


def _pair_equal(pairs: dict[int, int], old: Sequence[str], new: Sequence[str]) -> None:
    """Pair paragraphs that went elsewhere: a text that is left over once on each side."""
    rest_old, rest_new = _left(pairs, len(old), len(new))
    places: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for o in rest_old:
        places[old[o]][0].append(o)
    for n in rest_new:
        places[new[n]][1].append(n)
    for text, (there, here) in places.items():
        if text and len(there) == len(here):  # copies keep their order
            pairs.update(zip(there, here, strict=True))


def _pair_similar(pairs: dict[int, int], old: Sequence[Folded], new: Sequence[Folded]) -> None:
    """Pair what was edited with the most similar paragraph that is left, best pairs first."""
    from rapidfuzz import fuzz

    rest_old, rest_new = _left(pairs, len(old), len(new))
    if len(rest_old) * len(rest_new) > MOST_PAIRS:
        width = max(1, MOST_PAIRS // len(rest_old))
        shift = len(new) / max(1, len(old))
        near = {o: sorted(rest_new, key=lambda n: abs(n - o * shift))[:width] for o in rest_old}
    else:
        near = dict.fromkeys(rest_old, rest_new)
    scored = sorted(
        (
            (fuzz.ratio(old[o].text, new[n].text, score_cutoff=SIMILAR), -abs(o - n), o, n)
            for o, candidates in near.items()
            for n in candidates
        ),
        reverse=True,
    )
    taken: set[int] = set()
    for score, _, o, n in scored:
        if score >= SIMILAR and o not in pairs and n not in taken:
            pairs[o] = n
            taken.add(n)


def _spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _TOKEN.finditer(text)]


def _diff(old: list[str], new: list[str]) -> dict[int, int]:
    """Link equal items of two lists in order; what both begin and end with comes first."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    links = {n: n for n in range(head)}
    links.update({len(old) - n: len(new) - n for n in range(1, tail + 1)})
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    if middle_old and middle_new and len(middle_old) * len(middle_new) <= MOST_CELLS:
        matcher = SequenceMatcher(None, middle_old, middle_new, autojunk=False)
        for a, b, size in matcher.get_matching_blocks():
            links.update({head + a + n: head + b + n for n in range(size)})
    return links
