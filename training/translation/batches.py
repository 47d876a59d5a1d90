"""Batches of pairs of like lengths, padded to few distinct shapes.

Lengths are rounded up to multiples of 8: a CPU prepares its kernels once for each shape, and free
shapes make bf16 training on a CPU ten times slower.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from training.translation.tokenizer import BEGIN, END, PADDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from training.translation.prepare import Pairs
    from training.translation.resegment import Resegmenter
    from training.translation.word_alignment import Links

STEP = 8


Group: TypeAlias = "tuple[int, int, Sequence[int] | NDArray[np.int64]]"  # S, T, pair numbers


@dataclass(frozen=True)
class Batch:
    """One padded batch: ids (B, S), (B, T), (B, T), and the guide (B, T, S) or None.

    A row of the guide is a distribution over the Arabic pieces, or all zero where no link is known.
    """

    source: NDArray[np.int64]
    target_in: NDArray[np.int64]
    target_out: NDArray[np.int64]
    guide: NDArray[np.float32] | None


def draw(weights: NDArray[np.float32], generator: np.random.Generator) -> NDArray[np.int64]:
    """Return the numbers of the pairs of one epoch: each `weight` times, fractions by chance."""
    copies = np.floor(weights + generator.random(len(weights))).astype(np.int64)
    return np.repeat(np.arange(len(weights)), copies)


def plan(
    pairs: Pairs,
    chosen: NDArray[np.int64],
    tokens: int,
    longest: int,
    generator: np.random.Generator | None = None,
) -> list[tuple[int, int, NDArray[np.int64]]]:
    """Group the pairs `chosen` into (S, T, pair numbers) of about `tokens` padded pieces.

    Pairs with a side over `longest` pieces, or an empty one, are left out. With a generator the
    groups come in random order.
    """
    if generator is not None:
        chosen = generator.permutation(chosen)
    source = np.diff(pairs.source_starts)[chosen]
    target = np.diff(pairs.target_starts)[chosen]
    fit = (source > 0) & (target > 0) & (source <= longest) & (target < longest)
    chosen, source, target = chosen[fit], source[fit], target[fit]
    width = -(-source // STEP) * STEP
    height = -(-(target + 1) // STEP) * STEP  # one more: the begin or end piece
    order = np.lexsort((height, width))
    keys = (width * (longest + STEP) * 2 + height)[order]
    groups = []
    for group in np.split(order, np.flatnonzero(np.diff(keys)) + 1):
        if not len(group):
            continue
        s, t = int(width[group[0]]), int(height[group[0]])
        size = max(STEP, tokens // (s + t) // STEP * STEP)
        groups += [(s, t, chosen[group[i : i + size]]) for i in range(0, len(group), size)]
    if generator is not None:
        groups = [groups[i] for i in generator.permutation(len(groups))]
    return groups


def collate(
    pairs: Pairs,
    links: Links | None,
    group: Group,
    resegmenter: Resegmenter | None = None,
) -> Batch:
    """Return the padded arrays of a planned group; a resegmenter may make the Arabic side wider."""
    s, t, numbers = group
    stored = [pairs.source(number) for number in numbers]
    sources = [resegmenter.draw(ids) for ids in stored] if resegmenter else stored
    s = max(s, -(-max(map(len, sources)) // STEP) * STEP)
    source = np.full((len(numbers), s), PADDING, np.int64)
    target_in = np.full((len(numbers), t), PADDING, np.int64)
    target_out = target_in.copy()
    guide = None if links is None else np.zeros((len(numbers), t, s), np.float32)
    for row, number in enumerate(numbers):
        ids, words = sources[row], pairs.target(number)
        source[row, : len(ids)] = ids
        target_in[row, 0] = BEGIN
        target_in[row, 1 : len(words) + 1] = words
        target_out[row, : len(words)] = words
        target_out[row, len(words)] = END
        if links is not None and guide is not None:
            linked = links.of(number)
            known = np.zeros((t, len(stored[row])), np.float32)
            known[linked[:, 1], linked[:, 0]] = 1
            if resegmenter:
                known = resegmenter.moved(known, stored[row], ids)
            guide[row, :, : len(ids)] = known
    if guide is not None:
        guide /= np.maximum(guide.sum(-1, keepdims=True), 1)
    return Batch(source, target_in, target_out, guide)
