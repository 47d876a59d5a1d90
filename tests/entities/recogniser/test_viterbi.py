from itertools import pairwise, product

import numpy as np
import pytest

from reader.entities.recogniser.viterbi import best_path, marginals


def scores(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    return (
        rng.normal(size=(4, 3)).astype(np.float32),
        rng.normal(size=(3, 3)).astype(np.float32),
        rng.normal(size=3).astype(np.float32),
    )


def path_score(path: tuple[int, ...], e: np.ndarray, t: np.ndarray, s: np.ndarray) -> float:
    total = s[path[0]] + sum(e[i, tag] for i, tag in enumerate(path))
    return float(total + sum(t[a, b] for a, b in pairwise(path)))


@pytest.mark.parametrize("seed", range(5))
def test_best_path_is_the_best_of_all_paths(seed: int) -> None:
    e, t, s = scores(seed)
    best = max(product(range(3), repeat=4), key=lambda path: path_score(path, e, t, s))
    assert best_path(e, t, s) == list(best)


@pytest.mark.parametrize("seed", range(5))
def test_marginals_are_those_of_all_paths(seed: int) -> None:
    e, t, s = scores(seed)
    expected = np.zeros((4, 3))
    for path in product(range(3), repeat=4):
        weight = np.exp(path_score(path, e, t, s))
        for position, tag in enumerate(path):
            expected[position, tag] += weight
    expected /= expected.sum(axis=1, keepdims=True)
    assert np.allclose(marginals(e, t, s), expected, atol=1e-4)
