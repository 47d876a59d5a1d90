"""Drawing, grouping and padding of pairs."""

import numpy as np

from training.translation import batches
from training.translation.prepare import Pairs
from training.translation.tokenizer import BEGIN, END, PADDING
from training.translation.word_alignment import Links


def make_pairs(lengths: list[tuple[int, int]]) -> Pairs:
    source = np.cumsum([0, *(s for s, _ in lengths)])
    target = np.cumsum([0, *(t for _, t in lengths)])
    return Pairs(
        np.arange(source[-1], dtype=np.uint16) % 50 + 10,
        source,
        np.arange(target[-1], dtype=np.uint16) % 50 + 100,
        target,
        np.zeros(len(lengths), np.int16),
        np.array(["news"]),
        np.array([0]),
    )


def test_draw_repeats_by_weight() -> None:
    drawn = batches.draw(np.array([2, 0, 0.25] * 1000, np.float32), np.random.default_rng(1))
    counts = np.bincount(drawn % 3)
    assert counts[0] == 2000
    assert counts[1] == 0
    assert 200 < counts[2] < 300


def test_plan_takes_each_fitting_pair_once_in_shapes_of_eight() -> None:
    rng = np.random.default_rng(5)
    lengths = [(int(s), int(t)) for s, t in rng.integers(0, 40, (300, 2))]
    pairs = make_pairs(lengths)
    groups = batches.plan(pairs, np.arange(300), 400, 30, rng)
    taken = sorted(n for _, _, numbers in groups for n in numbers.tolist())
    assert taken == [n for n, (s, t) in enumerate(lengths) if 0 < s <= 30 and 0 < t < 30]
    for s, t, numbers in groups:
        assert s % 8 == t % 8 == 0
        assert len(numbers) == 8 or len(numbers) * (s + t) <= 400
        assert all(s - 8 < lengths[n][0] <= s and t - 8 < lengths[n][1] + 1 <= t for n in numbers)


def test_collate_pads_shifts_and_guides() -> None:
    pairs = make_pairs([(3, 2), (1, 4)])
    links = Links(np.array([[2, 0], [1, 0]], np.uint8), np.array([0, 2, 2]))
    batch = batches.collate(pairs, links, (8, 8, [0, 1]))
    assert batch.source[0].tolist() == [10, 11, 12, *[PADDING] * 5]
    assert batch.target_in[0].tolist() == [BEGIN, 100, 101, *[PADDING] * 5]
    assert batch.target_out[0].tolist() == [100, 101, END, *[PADDING] * 5]
    assert batch.guide is not None
    assert batch.guide[0, 0].tolist() == [0, 0.5, 0.5, 0, 0, 0, 0, 0]
    assert batch.guide[0, 1:].sum() == 0
    assert batch.guide[1].sum() == 0
