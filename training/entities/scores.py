"""Entity-level precision, recall and F1: exact span and type, as seqeval's strict IOB2 mode."""

from __future__ import annotations

from collections import Counter

from reader.entities.evaluation import Score


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """(start, end, type) of the entities of a BIO sequence; an I- without its B- is no entity."""
    found: set[tuple[int, int, str]] = set()
    start, kind = -1, ""
    for index, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            found.add((start, index, kind))
            kind = ""
        if tag.startswith("B-"):
            start, kind = index, tag[2:]
    return found


def score(gold: list[list[str]], guess: list[list[str]]) -> dict[str, Score]:
    """Scores by entity type, and 'all' for the micro average."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for gold_tags, guess_tags in zip(gold, guess, strict=True):
        truth, answer = spans(gold_tags), spans(guess_tags)
        for counter, entities in ((wanted, truth), (given, answer), (right, truth & answer)):
            for _, _, kind in entities:
                counter[kind] += 1
                counter["all"] += 1
    return {
        kind: Score.of(right[kind], given[kind], wanted[kind]) for kind in sorted(wanted | given)
    }
