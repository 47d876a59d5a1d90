"""Word links between the two sides of the training pairs, to guide one attention head.

The aligner (eflomal, Gibbs sampling of IBM model 1 + HMM + fertility) sees words cut from the
piece sequences, so its links map straight back to pieces. Its two directions are joined by
grow-diag (Koehn et al. 2003): the links both agree on, and their neighbours that one proposes.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from training.translation.prepare import Pairs

Link = tuple[int, int]
STEM = 6  # letters of an English word the aligner sees: inflection tells it little
_CLITICS = ("وال", "بال", "كال", "فال", "لل", "ال", "و")
_NEIGHBOURS = [(-1, 0), (0, -1), (1, 0), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)]


def word_spans(pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Return the half-open piece ranges of the words.

    A word starts at a piece with the space mark and where punctuation meets letters or digits.
    """
    spans: list[tuple[int, int]] = []
    start, kind = 0, ""
    for index, piece in enumerate(pieces):
        letters = piece.removeprefix("▁")
        new_kind = _kind(letters) or kind
        if index > start and (piece.startswith("▁") or (kind and new_kind != kind)):
            spans.append((start, index))
            start = index
        kind = new_kind if letters else ""  # a space mark alone belongs to what follows
    if pieces:
        spans.append((start, len(pieces)))
    return spans


def _kind(letters: str) -> str:
    if not letters:
        return ""
    if letters.startswith("<0x"):
        return "word"
    return "word" if unicodedata.category(letters[0])[0] in "LNM" else "mark"


def word_form(pieces: Sequence[str]) -> str:
    """Return what the aligner sees of a word: no space mark, no common clitics, English stemmed."""
    text = "".join(pieces).replace("▁", "").lower() or "_"
    if text[0].isascii():
        return text[:STEM]
    for clitic in _CLITICS:
        if text.startswith(clitic) and len(text) >= len(clitic) + 3:
            return text.removeprefix(clitic)
    return text


def grow_diag(forward: set[Link], backward: set[Link]) -> set[Link]:
    """Join two directions of links: their intersection grown by neighbours in the union."""
    union, links = forward | backward, forward & backward
    sources, targets = {s for s, _ in links}, {t for _, t in links}
    frontier = sorted(links)
    while frontier:
        s, t = frontier.pop()
        for ds, dt in _NEIGHBOURS:
            near = (s + ds, t + dt)
            if near in union - links and (near[0] not in sources or near[1] not in targets):
                links.add(near)
                sources.add(near[0])
                targets.add(near[1])
                frontier.append(near)
    return links


def parse_links(line: str) -> set[Link]:
    """Read a line of the Pharaoh format, `0-0 1-2`: source word - target word."""
    return {(int(s), int(t)) for s, t in (link.split("-") for link in line.split())}


@dataclass(frozen=True)
class Links:
    """Piece links of many pairs: rows (source piece, target piece), and where each pair starts."""

    rows: NDArray[np.uint8]
    starts: NDArray[np.int64]

    def of(self, pair: int) -> NDArray[np.uint8]:
        """Return the (n, 2) links of pair `pair`, empty where none are known."""
        return self.rows[self.starts[pair] : self.starts[pair + 1]]

    def save(self, path: Path) -> None:
        """Write both arrays, compressed."""
        np.savez_compressed(path, **vars(self))

    @classmethod
    def load(cls, path: Path) -> Links:
        """Read what `save` wrote."""
        with np.load(path) as arrays:
            return cls(**arrays)


def piece_links(
    links: Iterable[Link], source: Sequence[tuple[int, int]], target: Sequence[tuple[int, int]]
) -> list[Link]:
    """Turn word links into piece links: all pieces of the one word with all of the other."""
    return [
        (s, t)
        for source_word, target_word in sorted(links)
        for s in range(*source[source_word])
        for t in range(*target[target_word])
        if s < 256 and t < 256
    ]


def align(pairs: Pairs, vocabulary: Sequence[str], chosen: Sequence[int], work: Path) -> Links:
    """Align the pairs with the numbers `chosen` (needs eflomal); the others get no links."""
    import eflomal

    spans: list[list[list[tuple[int, int]]]] = []
    texts: tuple[list[str], list[str]] = ([], [])
    for number in chosen:
        sides = []
        for ids, text in ((pairs.source(number), texts[0]), (pairs.target(number), texts[1])):
            pieces = [vocabulary[i] for i in ids]
            side = word_spans(pieces)
            sides.append(side)
            text.append(" ".join(word_form(pieces[a:b]) for a, b in side) + "\n")
        spans.append(sides)
    outputs = [work / "links.forward", work / "links.backward"]
    eflomal.Aligner().align(
        texts[0],
        texts[1],
        links_filename_fwd=str(outputs[0]),
        links_filename_rev=str(outputs[1]),
    )
    rows: list[Link] = []
    counts = np.zeros(len(pairs), np.int64)
    with outputs[0].open() as forward, outputs[1].open() as backward:
        for number, (source, target), one, other in zip(
            chosen, spans, forward, backward, strict=True
        ):
            both = grow_diag(parse_links(one), parse_links(other))
            found = piece_links(both, source, target)
            counts[number] = len(found)
            rows.extend(found)
    for path in outputs:
        path.unlink()
    starts = np.concatenate([[0], np.cumsum(counts)])
    return Links(np.array(rows, np.uint8).reshape(-1, 2), starts)
