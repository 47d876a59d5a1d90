"""How a model does on the dev pairs while it trains: loss, and agreement with the word links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional

from training.translation import batches
from training.translation.tokenizer import PADDING

if TYPE_CHECKING:
    from torch import Tensor

    from training.translation.model import Transformer
    from training.translation.prepare import Pairs
    from training.translation.word_alignment import Links


@torch.no_grad()
def measure(
    model: Transformer,
    weights: dict[str, Tensor],
    pairs: Pairs,
    links: Links | None,
    tokens: int,
    longest: int,
) -> list[tuple[float, float]]:
    """Return for each dev set the loss per piece (nats), and the guided head's hits.

    A hit is an English piece whose strongest attention falls on an Arabic piece that the aligner
    linked to it; the share is of the pieces that have links. `weights` are put into the model for
    the measurement only.
    """
    device = model.positions.device
    keep = {name: value.clone() for name, value in model.state_dict().items()}
    model.load_state_dict(weights)
    model.eval()
    results = []
    first = 0
    for size in pairs.dev.tolist():
        loss = pieces = hits = linked = 0.0
        for group in batches.plan(pairs, np.arange(first, first + size), tokens, longest):
            batch = batches.collate(pairs, links, group)
            target = torch.from_numpy(batch.target_out).to(device)
            with torch.autocast(device.type, dtype=torch.bfloat16):
                logits, scores = model(
                    torch.from_numpy(batch.source).to(device),
                    torch.from_numpy(batch.target_in).to(device),
                )
            loss += functional.cross_entropy(
                logits.float().flatten(0, 1),
                target.flatten(),
                reduction="sum",
                ignore_index=PADDING,
            ).item()
            pieces += int((target != PADDING).sum())
            if batch.guide is not None:
                strongest = scores.argmax(-1, keepdim=True).cpu().numpy()
                hits += int((np.take_along_axis(batch.guide, strongest, -1) > 0).sum())
                linked += int(batch.guide.any(-1).sum())
        results.append((round(loss / max(pieces, 1), 4), round(hits / max(linked, 1), 3)))
        first += size
    model.load_state_dict(keep)
    model.train()
    return results
