"""Batches: every sentence once, like lengths together, the first ones first."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from reader.translation.batching import BATCH_PIECES, BATCH_SENTENCES, FIRST_WINDOW, batches


@given(st.lists(st.integers(1, 300), max_size=400), st.integers(1, 8))
def test_every_sentence_once_and_no_batch_too_large(lengths, workers):
    items = list(enumerate(lengths))
    found = list(batches(items, lambda item: item[1], workers))
    assert sorted(chain.from_iterable(found)) == items
    for batch in found:
        assert len(batch) <= BATCH_SENTENCES
        assert len(batch) == 1 or len(batch) * max(n for _, n in batch) <= BATCH_PIECES


def test_first_window_holds_the_first_sentences_in_batches_for_every_worker():
    found = list(batches(range(100), lambda n: 10, 2))
    first = [n for batch in found for n in batch][: 2 * FIRST_WINDOW]
    assert sorted(first) == list(range(2 * FIRST_WINDOW))
    assert len(found[0]) <= FIRST_WINDOW // 2


def test_sentences_are_drawn_only_when_needed():
    drawn = []

    def source():
        for n in range(10_000):
            drawn.append(n)
            yield n

    next(batches(source(), lambda n: 5, 1))
    assert len(drawn) <= FIRST_WINDOW + 1
