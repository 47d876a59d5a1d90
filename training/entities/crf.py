"""Linear-chain conditional random field in torch: log-likelihood of tag sequences."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Crf(nn.Module):
    """Transition and start scores over `tag_count` tags (Lafferty et al. 2001)."""

    def __init__(self, tag_count: int) -> None:
        """Scores start near zero."""
        super().__init__()
        self.transitions = nn.Parameter(torch.randn(tag_count, tag_count) * 0.05)
        self.start = nn.Parameter(torch.zeros(tag_count))

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Mean negative log-likelihood per sentence.

        emissions (b, t, k), tags (b, t), mask (b, t) with ones first.
        """
        weights = mask.to(emissions.dtype)
        gold = emissions.gather(2, tags.unsqueeze(2)).squeeze(2)
        score = (gold * weights).sum(1) + self.start[tags[:, 0]]
        score = score + (self.transitions[tags[:, :-1], tags[:, 1:]] * weights[:, 1:]).sum(1)
        alpha = emissions[:, 0] + self.start
        for step in range(1, emissions.shape[1]):
            moved = torch.logsumexp(alpha.unsqueeze(2) + self.transitions, dim=1)
            alpha = torch.where(mask[:, step, None], moved + emissions[:, step], alpha)
        return (torch.logsumexp(alpha, dim=1) - score).mean()
