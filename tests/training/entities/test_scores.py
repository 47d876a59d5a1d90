import random

import pytest
from seqeval.metrics.v1 import precision_recall_fscore_support
from seqeval.scheme import IOB2

from training.entities.scores import score, spans

TAGS = ["O", "O", "B-PER", "I-PER", "B-LOC", "I-LOC"]


def test_spans_need_their_beginning() -> None:
    assert spans(["B-PER", "I-PER", "O", "I-LOC", "B-LOC"]) == {(0, 2, "PER"), (4, 5, "LOC")}


def test_scores_are_those_of_seqeval_in_strict_mode() -> None:
    rng = random.Random(3)
    gold = [[rng.choice(TAGS) for _ in range(12)] for _ in range(40)]
    guess = [[t if rng.random() < 0.7 else rng.choice(TAGS) for t in row] for row in gold]
    p, r, f1, _ = precision_recall_fscore_support(gold, guess, average="micro", scheme=IOB2)
    ours = score(gold, guess)["all"]
    assert (ours.precision, ours.recall, ours.f1) == (
        pytest.approx(100 * p),
        pytest.approx(100 * r),
        pytest.approx(100 * f1),
    )
    assert ours.support == sum(len(spans(row)) for row in gold)
