"""Changes to trained weights that leave the model's output as it was.

In a pre-norm Transformer a layer adds its output to what passes by, so a layer whose output
projections are zero changes nothing: a trained model grows deeper and goes on from where it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from training.translation.ct2_weights import Weights

_OUTPUTS = ("self_attention.linear.1", "attention.linear.2", "ffn.linear_1")


def depth(weights: Weights, side: str) -> int:
    """Return the number of layers of `side` (encoder or decoder)."""
    layers = {name.split(".")[2] for name in weights if name.startswith(f"{side}.layer.")}
    return len(layers)


def deepen(weights: Weights, side: str, layers: int) -> Weights:
    """Return weights with `layers` layers in `side`; the new ones start as identity.

    New layers copy the layer they follow, output projections zero, spread evenly over the depth.
    Raises ValueError when `side` has more layers already.
    """
    old = depth(weights, side)
    if layers < old:
        raise ValueError(f"{side} has {old} layers, more than {layers}")
    kept = [i * layers // old for i in range(old)]  # where the old layers go; the first stays first
    grown = {k: v for k, v in weights.items() if not k.startswith(f"{side}.layer.")}
    for place in range(layers):
        source = sum(k <= place for k in kept) - 1
        new = place not in kept
        prefix = f"{side}.layer.{source}."
        for name, value in weights.items():
            if name.startswith(prefix):
                part = name.removeprefix(prefix)
                copied = np.zeros_like(value) if new and part.startswith(_OUTPUTS) else value.copy()
                grown[f"{side}.layer.{place}.{part}"] = copied
    return grown
