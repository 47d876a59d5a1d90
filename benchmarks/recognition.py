"""Finding names and numbers: `python -m benchmarks.recognition`.

The five articles, processor time. The rival is FlashText (MIT), a dictionary matcher, given the
same lists of names: it knows no name outside them and none behind a clitic, and reads no numbers.
"""

import importlib.util
import statistics
import time
from collections.abc import Callable

from reader.arabic.normalise import normalise
from reader.assets import seeds_path
from reader.documents import load
from reader.entities.analysis import analyse
from reader.entities.gazetteer import gazetteer
from reader.entities.numbers import find_numbers
from reader.entities.recogniser import Recogniser

RUNS = 3
ARABIC = range(0x620, 0x6D4)  # letters and marks


def seconds(work: Callable[[], object]) -> float:
    """Return the median processor time of a few runs."""
    took = []
    for _ in range(RUNS):
        begin = time.process_time()
        work()
        took.append(time.process_time() - begin)
    return statistics.median(took)


def row(name: str, load_s: float, took: float, characters: int, found: int) -> None:
    """Print one line of the table."""
    print(f"| {name} | {load_s:.2f} | {characters / took:,.0f} | {found} |")


def flashtext_row(texts: list[str], characters: int) -> None:
    """Print the rival's line."""
    if importlib.util.find_spec("flashtext") is None:
        print("| FlashText | not installed (`make bench` installs it) | | |")
        return
    from flashtext import KeywordProcessor

    begin = time.process_time()
    matcher = KeywordProcessor()
    # it knows Latin words only, and would find Apple (ابل) inside any Arabic word
    matcher.set_non_word_boundaries(matcher.non_word_boundaries | set(map(chr, ARABIC)))
    for name in gazetteer().names:
        matcher.add_keyword(name)
    loading = time.process_time() - begin

    def match() -> int:
        return sum(len(matcher.extract_keywords(normalise(text))) for text in texts)

    row("FlashText, the same lists", loading, seconds(match), characters, match())


def main() -> None:
    """Print the table."""
    files = sorted(seeds_path().glob("*.txt"))
    texts = [p.text for file in files for p in load(str(file)).paragraphs]
    characters = sum(map(len, texts))
    begin = time.process_time()
    recogniser = Recogniser.load()
    loading = time.process_time() - begin
    found = analyse(texts)
    print(f"## Names and numbers\n\n{characters:,} characters in {len(texts)} paragraphs.\n")
    print("| what | load s | characters/s of one core | found |\n|---|--:|--:|--:|")
    everything = sum(map(len, found))
    row("reader, all", loading, seconds(lambda: analyse(texts)), characters, everything)
    names = sum(map(len, recogniser.recognise(texts)))
    took = seconds(lambda: recogniser.recognise(texts))
    row("reader, names by the model", loading, took, characters, names)
    numbers = sum(len(find_numbers(text)) for text in texts)
    took = seconds(lambda: [find_numbers(text) for text in texts])
    row("reader, numbers by rules", 0.0, took, characters, numbers)
    flashtext_row(texts, characters)


if __name__ == "__main__":
    main()
