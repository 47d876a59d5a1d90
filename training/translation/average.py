"""A running average of the weights: steadier than the last step's, and what is exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from torch import Tensor, nn

EVERY = 8  # steps between two updates


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
