"""What corpora are worth to a dev set; runs where the extra `train` is installed."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")


def test_a_corpus_is_worth_what_it_shares_with_the_dev_set() -> None:
    """A corpus that repeats the dev set is worth all of it, one of other words much less."""
    from training.translation import mixture, train
    from training.translation.model import Shape
    from training.translation.prepare import Pairs

    generator = np.random.default_rng(1)
    dev = generator.integers(8, 40, (8, 6))
    other = generator.integers(40, 72, (16, 6))
    ids = np.concatenate([dev, dev, dev, other]).astype(np.uint16)
    starts = np.arange(len(ids) + 1) * 6
    corpus = np.repeat([-1, 0, 1], [8, 16, 16]).astype(np.int16)
    names = np.array(["news", "tatoeba"])
    pairs = Pairs(ids.ravel(), starts, ids.ravel(), starts, corpus, names, np.array([8]))
    torch.manual_seed(1)
    checkpoint = train.new_checkpoint(Shape(80, 16, 2, 32, 1, 1))
    same, others = mixture.measure(checkpoint, pairs)
    assert (same.name, others.name) == ("news", "tatoeba")
    assert same.pulls.shape == (1, 2)
    assert same.pulls.mean() == pytest.approx(100, rel=0.05)
    assert others.pulls.mean() < 50
    assert same.share + others.share == pytest.approx(1)
    assert same.share == pytest.approx(16 / 32, abs=0.2)
