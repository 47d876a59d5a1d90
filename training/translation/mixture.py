"""What each corpus would still teach a checkpoint: how far its gradient pulls a dev loss down.

The method is influence by first-order terms (Pruthi et al. 2020, TracIn): a small step along the
gradient g of a corpus lowers the loss of a dev set with the gradient d by d . g. Both are taken per
piece, and as Adam scales a step by the root of its second moments, so is the product. It is given
in percent of d . d: what a piece of the corpus is worth beside a piece of the dev set itself. A
corpus that training has seen too often is worth nothing or less.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from training.translation import batches
from training.translation.loss import smoothed_cross_entropy
from training.translation.model import Shape, Transformer
from training.translation.tokenizer import PADDING
from training.translation.train import SMOOTHING, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from training.translation.prepare import Pairs

SAMPLE = 14_000  # pieces of each half of a corpus: ten steps of training on two CPU cores
TINY = 1e-9  # added to the root of second moments, as the optimiser adds it


@dataclass(frozen=True)
class Pull:
    """One corpus: its share of the pieces of an epoch, its loss, its pull on each dev set.

    `pulls` is (dev sets, 2), in percent: of two halves of the corpus, to see how sure they are.
    """

    name: str
    share: float
    loss: float
    pulls: NDArray[np.float64]


class Gradients:
    """Gradients of the averaged weights of a checkpoint."""

    def __init__(self, checkpoint: dict[str, Any], pairs: Pairs, threads: int = 2) -> None:
        torch.set_num_threads(threads)
        self.pairs, self.settings = pairs, Settings()
        self.model = Transformer(Shape(**checkpoint["shape"]), 0.0)
        self.model.load_state_dict(checkpoint["average"])
        moments = (checkpoint["optimizer"] or {}).get("state", {})
        self.scale = torch.cat(
            [
                moments[i]["exp_avg_sq"].sqrt().flatten() + TINY
                if i in moments
                else torch.ones(value.numel())
                for i, value in enumerate(self.model.parameters())
            ]
        )

    def of(self, numbers: NDArray[np.int64], pieces: float = np.inf) -> tuple[torch.Tensor, float]:
        """Return the gradient per piece over the first pairs that make `pieces`, and the loss."""
        numbers = numbers[
            : max(1, int(np.searchsorted(self.pairs.lengths[numbers].cumsum(), pieces)))
        ]
        self.model.zero_grad(set_to_none=True)
        total, seen, targets = 0.0, 0, 0
        plan = batches.plan(self.pairs, numbers, self.settings.tokens, self.settings.longest)
        for group in plan:
            batch = batches.collate(self.pairs, None, group)
            target = torch.from_numpy(batch.target_out)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits, _ = self.model(
                    torch.from_numpy(batch.source), torch.from_numpy(batch.target_in)
                )
            count = int((target != PADDING).sum())
            loss = count * smoothed_cross_entropy(
                logits.flatten(0, 1), target.flatten(), SMOOTHING, PADDING
            )
            loss.backward()
            total, targets = total + loss.item(), targets + count
            seen += count + int((batch.source != PADDING).sum())
        gradient = torch.cat(
            [
                torch.zeros(value.numel()) if value.grad is None else value.grad.flatten()
                for value in self.model.parameters()
            ]
        )
        return gradient / max(seen, 1), total / max(targets, 1)


def measure(checkpoint: dict[str, Any], pairs: Pairs, sample: int = SAMPLE) -> Iterator[Pull]:
    """Yield the pull of each corpus on the dev sets, from `sample` pieces of each of its halves."""
    gradients = Gradients(checkpoint, pairs)
    edges = np.append(0, pairs.dev.cumsum())
    wanted = [
        gradients.of(np.arange(first, last))[0]
        for first, last in pairwise(edges.tolist())
        if last > first
    ]
    scaled = [
        gradient / gradients.scale / (gradient @ (gradient / gradients.scale))
        for gradient in wanted
    ]
    drawn = pairs.weights * pairs.lengths
    generator = np.random.default_rng(1)
    for number, name in enumerate(pairs.names.tolist()):
        mine = generator.permutation(np.flatnonzero(pairs.corpus == number))
        halves = [gradients.of(half, sample) for half in (mine[::2], mine[1::2]) if len(half)]
        pulls = [[100 * float(dev @ g) for g, _ in halves] for dev in scaled]
        loss = float(np.mean([loss for _, loss in halves]))
        yield Pull(name, float(drawn[mine].sum() / drawn.sum()), loss, np.array(pulls))
