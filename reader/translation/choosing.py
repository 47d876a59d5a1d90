"""Which of the translations that the search found is taken: a likely one that leaves nothing out.

A small model's search prefers to drop words. Among its best translations the one is taken whose
mean log-probability, and `weight` times how well its words account for the Arabic ones, is highest.
The account is IBM model 1's with the best word in the place of the sum (Brown et al. 1993), by the
table of `reader.translation.alignment`. The idea, reranking by a model of the other direction, is
Och et al. 2004, "A Smorgasbord of Features for Statistical Machine Translation".
"""

from collections.abc import Callable, Sequence
from typing import Any

from reader.translation.alignment.forms import arabic_forms, english_forms
from reader.translation.alignment.table import load
from reader.translation.decoder import Hypothesis

LEAST = 1e-3  # probability of an Arabic word that no English one accounts for


def coverage_weight(metadata: dict[str, Any]) -> float:
    """Return the `weight` that a package asks for in its metadata.json; 0 where it does not."""
    weight = metadata.get("coverage")
    return float(weight) if isinstance(weight, (int, float)) and 0 < weight <= 1 else 0.0


def choose(
    source: str,
    hypotheses: Sequence[Hypothesis],
    decode: Callable[[list[str]], str],
    weight: float,
) -> Hypothesis:
    """Return one of a segment's hypotheses; the first where `weight` is 0 or nothing is known.

    `decode` makes English of pieces.
    """
    if len(hypotheses) == 1 or not weight:
        return hypotheses[0]
    arabic = arabic_forms(source)

    def worth(hypothesis: Hypothesis) -> float:
        english = english_forms(decode(hypothesis.pieces))
        return hypothesis.score + weight * account(arabic, english)

    return max(hypotheses, key=worth)


def account(arabic: Sequence[str], english: Sequence[str]) -> float:
    """Return the mean log-probability of Arabic words given the English ones, at most 0.

    Both are word forms of `reader.translation.alignment.forms`.
    """
    import numpy as np

    table = load()
    if table is None or not arabic:
        return 0.0
    if not english:
        return float(np.log(LEAST))
    _, backward = table.look_up(arabic, english)
    return float(np.log(np.maximum(backward.max(axis=1), LEAST)).mean())
