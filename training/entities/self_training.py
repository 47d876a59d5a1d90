"""Self-training: the networks together label raw news, and each learns from the labels.

The labels are those of the averaged scores, so every network also learns what the others know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.entities import fit
from training.entities.prepare import Example

if TYPE_CHECKING:
    from training.entities.network import Tagger

EPOCHS = 2
RATE = 1e-3


def labelled(models: list[Tagger], news: list[Example], style: str) -> list[Example]:
    """The sentences of `news` with the names that `models` together find, if they find any."""
    runs = [fit.emissions(model, news, style) for model in models]
    scores = [sum(run[i] for run in runs) / len(runs) for i in range(len(news))]
    transitions = sum(m.crf.transitions.detach().numpy() for m in models) / len(models)
    start = sum(m.crf.start.detach().numpy() for m in models) / len(models)
    tagged = fit.decode(scores, transitions, start)
    return [
        Example(style, example.words, example.context, example.gazetteer, tags)
        for example, tags in zip(news, tagged, strict=True)
        if any(tag != "O" for tag in tags)
    ]
