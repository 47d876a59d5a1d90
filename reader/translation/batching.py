"""In which order and company sentences go to the model.

A batch costs as much as its longest sentence, so sentences of like length go together; but the
reader looks at the first paragraphs, so only sentences inside a window are sorted, and the
windows grow from small to large. Sentences are drawn window by window, so that a long document
starts at once.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

BATCH_SENTENCES = 16
BATCH_PIECES = 512  # sentences times pieces of the longest; more leaves the processor's cache
FIRST_WINDOW = 4  # sentences for each worker
LAST_WINDOW = 128

T = TypeVar("T")


def batches(
    sentences: Iterable[T], length: Callable[[T], int], workers: int = 1
) -> Iterator[list[T]]:
    """Yield the sentences in batches, each once; `length` gives a sentence's pieces.

    The first batches are small and hold the first sentences; within a window the short ones
    come first.
    """
    rest = iter(sentences)
    size = FIRST_WINDOW * workers
    while window := sorted(islice(rest, size), key=length):
        each = max(1, min(BATCH_SENTENCES, -(-len(window) // (2 * workers))))
        yield from _cut(window, length, each)
        size = min(size * 2, max(LAST_WINDOW, FIRST_WINDOW * workers))


def _cut(window: list[T], length: Callable[[T], int], each: int) -> Iterator[list[T]]:
    batch: list[T] = []
    for sentence in window:
        full = len(batch) >= each or (len(batch) + 1) * length(sentence) > BATCH_PIECES
        if batch and full:
            yield batch
            batch = []
        batch.append(sentence)
    if batch:
        yield batch
