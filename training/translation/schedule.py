"""The learning rate of a stage of training: warm up, stay, cool down.

A constant middle lets a run be prolonged at will; a stage that falls to nearly zero makes the model
that is shipped (Hu et al. 2024 call it warmup-stable-decay). A stage ends after a number of steps
or of minutes, whichever comes first, and its cooldown follows the nearer end.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

FLOOR = 0.02  # of the peak, at the very end


@dataclass(frozen=True)
class Schedule:
    """One stage; steps and seconds count from its start."""

    peak: float
    warmup: int = 0  # steps
    cooldown: float = 0.0  # last share of the stage in which the rate falls
    steps: float = math.inf
    minutes: float = math.inf

    def progress(self, step: int, seconds: float) -> float:
        """Return how much of the stage is over, 0 to 1 and beyond."""
        return max(step / self.steps, seconds / (60 * self.minutes))

    def rate(self, step: int, seconds: float) -> float:
        """Return the learning rate of step `step`, the first being 1."""
        rate = self.peak * (min(1.0, step / self.warmup) if self.warmup else 1.0)
        if self.cooldown:
            rate *= min(1.0, max(FLOOR, (1 - self.progress(step, seconds)) / self.cooldown))
        return rate
