"""No sentence of a test part may be in what a model is trained on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MIN_WORDS = 5
"""Shorter sentences ('كان اليوم الاول') are the same by chance."""


def shared_sentences(
    training: Iterable[list[str]], held_out: Iterable[list[str]]
) -> set[tuple[str, ...]]:
    """Sentences of at least `MIN_WORDS` folded words that are in both."""
    known = {tuple(words) for words in held_out if len(words) >= MIN_WORDS}
    return {key for words in training if (key := tuple(words)) in known}


def refuse_leaks(training: Iterable[list[str]], tests: dict[str, Iterable[list[str]]]) -> None:
    """Raise SystemExit naming the test part when a training sentence occurs in it."""
    sentences = list(training)
    for name, held_out in tests.items():
        shared = shared_sentences(sentences, held_out)
        if shared:
            example = " ".join(next(iter(shared))[:12])
            raise SystemExit(
                f"{len(shared)} training sentences occur in the {name} test, as '{example} …'"
            )


def without(
    training: Iterable[list[str]], held_out: Iterable[list[str]], min_words: int = 1
) -> list[int]:
    """Indexes of the training sentences that are not in `held_out`.

    Sentences of fewer than `min_words` words stay in any case.
    """
    known = {tuple(words) for words in held_out if len(words) >= min_words}
    return [index for index, words in enumerate(training) if tuple(words) not in known]
