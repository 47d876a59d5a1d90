"""Fuzzy matches in a translation memory of 50,000 sentences: `python -m benchmarks.memory`."""

import random
import statistics
import time

from reader.arabic.sentences import sentences
from reader.assets import seeds_path
from reader.translation.memory import FuzzyIndex, memory_key

SIZE = 50_000
ASKED = 50


def main() -> None:
    """Mix the words of the sample articles into a memory, and look sentences up in it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(seeds_path().glob("*.txt"))]
    real = [memory_key(text[a:b]) for text in texts for a, b in sentences(text)]
    words = " ".join(real).split()
    chance = random.Random(1)
    keys = [" ".join(chance.choices(words, k=chance.randint(4, 40))) for _ in range(SIZE)]
    begin = time.perf_counter()
    index = FuzzyIndex([*keys, *real])
    built = time.perf_counter() - begin
    took, found = [], 0
    for key in chance.choices(real, k=ASKED):
        asked = " ".join(key.split()[:-1]) or key  # one word less: a fuzzy match
        begin = time.perf_counter()
        found += bool(index.find(asked))
        took.append(1000 * (time.perf_counter() - begin))
    print(f"## Translation memory\n\n{SIZE:,} sentences, {ASKED} look-ups, {found} with a match\n")
    print("| index built s | look-up, median ms | longest ms |\n|--:|--:|--:|")
    print(f"| {built:.2f} | {statistics.median(took):.0f} | {max(took):.0f} |")


if __name__ == "__main__":
    main()
