"""A running average of the weights: steadier than the last step's, and what is exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from torch import Tensor, nn

EVERY = 8  # steps between two updates


def mixed(first: dict[str, Tensor], second: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """Return weights on the line between two models of one run: `share` of the second.

    After training on another mixture of text this keeps what the first knew of the old one, often
    with no loss on the new (Wortsman et al. 2022, WiSE-FT).
    """
    return {name: (1 - share) * first[name] + share * second[name] for name in second}


class RunningAverage:
    """Exponential average of a model's parameters, updated every few steps."""

    def __init__(self, weights: dict[str, Tensor], decay: float = 0.99) -> None:
        self.weights = {name: value.detach().clone().float() for name, value in weights.items()}
        self.decay = decay

    @torch.no_grad()
    def update(self, model: nn.Module, step: int) -> None:
        """Take in the parameters after step `step`; early steps count more."""
        if step % EVERY:
            return
        decay = min(self.decay, (step + 1) / (step + 10 * EVERY))
        for name, value in model.state_dict().items():
            self.weights[name].mul_(decay).add_(value.float(), alpha=1 - decay)
