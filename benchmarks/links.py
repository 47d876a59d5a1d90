"""Word links against links set by hand: `python -m benchmarks.links [--package FILE]`.

The sentences of tests/translation/data/links.json come from the sample articles (one is of the
same kind), with human translations; the aligner's thresholds were chosen on ten of them, five were
linked afterwards. Precision counts a link as right that a person found sure or possible, recall
looks for the sure ones (Och and Ney 2003). Attention is measured by making the package write the
human translation. Prints a Markdown table.
"""

import argparse
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy

from reader.arabic.words import words
from reader.assets import asset_path
from reader.translation import tokenizers
from reader.translation.alignment import align
from reader.translation.alignment.attention import word_attention
from reader.translation.alignment.table import FILE
from reader.translation.model import WordLink
from reader.translation.packages import Package, choose

GOLD = Path(__file__).resolve().parent.parent / "tests" / "translation" / "data" / "links.json"
Numbers = set[tuple[int, int]]


def gold(*, held_out: bool) -> list[dict[str, Any]]:
    """Return the annotated sentences: those the thresholds were chosen on, or the others."""
    rows: list[dict[str, Any]] = json.loads(GOLD.read_text(encoding="utf-8"))
    return [row for row in rows if row["held_out"] == held_out]


def as_numbers(source: str, target: str, links: Iterable[WordLink]) -> Numbers:
    """Return links as (number of the Arabic word, number of the English word)."""
    ours = {word.start: n for n, word in enumerate(words(source))}
    theirs = {word.start: n for n, word in enumerate(words(target))}
    return {(ours[link.s0], theirs[link.t0]) for link in links}


def measure(
    find: Callable[[str, str], Iterable[WordLink]], *, held_out: bool = False
) -> tuple[float, float, int]:
    """Return precision, recall and the number of links that `find(source, target)` sets."""
    right = made = found = wanted = 0
    for row in gold(held_out=held_out):
        sure = {(i, j) for i, j in row["sure"]}
        fine = sure | {(i, j) for i, j in row["possible"]}
        links = as_numbers(row["source"], row["target"], find(row["source"], row["target"]))
        made += len(links)
        right += len(links & fine)
        found += len(links & sure)
        wanted += len(sure)
    return right / made if made else 0.0, found / wanted, made


class Forced:
    """Makes a package write given translations, and keeps what it looked at."""

    def __init__(self, package: Package) -> None:
        import ctranslate2

        self._tokenizer = tokenizers.load(package.path, package.from_code, package.to_code)
        self._translator = ctranslate2.Translator(str(package.path / "model"))

    def attention(self, source: str, target: str) -> Any:
        """Return the matrix of word attention for this translation."""
        ours, theirs = self._tokenizer.encode(source), self._tokenizer.encode(target)
        (result,) = self._translator.translate_batch(
            [list(ours.pieces)],
            target_prefix=[list(theirs.pieces)],
            max_decoding_length=len(theirs.pieces) + 1,
            beam_size=1,
            return_attention=True,
        )
        return word_attention(ours, theirs, result.attention[0][: len(theirs.pieces)])


def main() -> None:
    """Print precision and recall of each way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--package")
    package = choose(parser.parse_args().package or "embedded")

    forced = Forced(package)

    def by_attention(source: str, target: str) -> list[WordLink]:
        matrix = forced.attention(source, target)
        best = matrix.argmax(axis=0)
        return [
            WordLink(*ours, *theirs)
            for j, theirs in enumerate(words(target))
            for ours in [words(source)[best[j]]]
            if matrix[best[j], j] >= 0.3
        ]

    def both(source: str, target: str) -> tuple[WordLink, ...]:
        return align(source, target, forced.attention(source, target))

    table = asset_path(FILE)
    with numpy.load(table) as data:
        size = f"{len(data['steps']):,} pairs of words in {table.stat().st_size / 1e6:.1f} MB"
    print(f"## Word links\n\nSentences linked by hand; {package.id}; the table has {size}.\n")
    print("| | ten sentences: precision | recall | five held out: precision | recall |")
    print("|---|--:|--:|--:|--:|")
    for name, find in (
        ("table, spelling, sound, place", align),
        ("the package's attention", by_attention),
        ("both", both),
    ):
        cells = [f"{x:.3f}" for held in (False, True) for x in measure(find, held_out=held)[:2]]
        print(f"| {name} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
