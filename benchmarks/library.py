"""The library at 10,000 articles: import, list, search; against LIKE and a scan of the files."""

import lzma
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from statistics import median

from reader.assets import asset_path, seeds_path
from reader.store import Database
from reader.store.importing import Importer
from reader.store.library import Filter, Library
from reader.store.near_duplicates import group_stories
from reader.store.search import SearchIndex

ARTICLES = 10_000
QUERIES = (
    "العراق", "مفاوضات", "وبالمدينة", "الناتو ترامب", '"حلف شمال الأطلسي"',
    "المفاوضات -سوريا", "الاقتصاد*", "قال",
)  # fmt: skip
SEED = 20260105


def main(articles: int = ARTICLES) -> None:
    """Print the measurements as Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        write_articles(Path(folder, "articles"), articles)
        with Database(Path(folder, "reader.db")) as database:
            measure(database, Path(folder, "articles"), articles)


def write_articles(folder: Path, number: int) -> None:
    """Write articles of 150 to 600 words, one in fifty a near-duplicate of the one before.

    Words come from the list of frequent news words as Zipf's law has it (weight 1 / (rank + 2.7)),
    and each article has one sentence of the sample articles, so that there are phrases to find.
    """
    folder.mkdir()
    choose = random.Random(SEED)
    texts = [path.read_text(encoding="utf-8") for path in sorted(seeds_path().glob("*.txt"))]
    sentences = [s for text in texts for s in re.split(r"(?<=[.؟!])\s+|\n", text) if s.strip()]
    with lzma.open(asset_path("lookup/frequency.txt.xz"), "rt", encoding="utf-8") as file:
        words = file.read().split()
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    paragraphs: list[str] = []
    for n in range(number):
        if n % 50 == 49:
            new = " ".join(choose.choices(words, cum_weights=weights, k=25))
            paragraphs = [*paragraphs[:-1], f"{new}."]
        else:
            paragraphs = [
                " ".join(choose.choices(words, cum_weights=weights, k=choose.randint(30, 60))) + "."
                for _ in range(choose.randint(5, 10))
            ]
            paragraphs.insert(choose.randrange(len(paragraphs)), choose.choice(sentences))
        (folder / f"{n:05}.txt").write_text("\n".join(paragraphs), encoding="utf-8")


def measure(database: Database, folder: Path, articles: int) -> None:
    """Import the articles and time what a user waits for."""
    importer, library, index = Importer(database), Library(database), SearchIndex(database)
    print(f"## Library ({articles:,} generated articles; processor time)\n")
    print("| what | time |\n|---|---|")

    def row(what: str, seconds: float, each: bool = False) -> None:
        rate = f" ({articles / seconds:,.0f} articles/s)" if each else ""
        shown = f"{seconds:.1f} s" if seconds >= 2 else f"{seconds * 1000:.1f} ms"
        print(f"| {what} | {shown}{rate} |", flush=True)

    row("import", timed(lambda: importer.add([str(folder)])), each=True)
    row("import again, nothing changed", timed(lambda: importer.add([str(folder)])))
    row("index for search", timed(index.update), each=True)
    row("group near-duplicates", timed(lambda: group_stories(database)), each=True)
    row("list, sorted by title", best(lambda: library.entries("title")))
    only = Filter(text="ترامب", unread=True)
    row("list, filtered", best(lambda: library.entries("date", only=only)))
    print(f"\nStories of near-duplicates: {len(library.stories())}.\n")
    print("| query | this program | LIKE | scan of the files | hits | LIKE hits |")
    print("|---|---|---|---|---|---|")
    files = sorted(folder.iterdir())
    for query in QUERIES:
        ours = best(lambda query=query: index.search(query))
        like = best(lambda query=query: like_search(database, query), 3)
        scan = best(lambda query=query: file_scan(files, query), 1)
        print(
            f"| {query} | {ours * 1000:.1f} ms | {like * 1000:.1f} ms | {scan * 1000:.0f} ms"
            f" | {len(index.search(query, limit=articles))} | {like_search(database, query)} |"
        )
    print(
        "\nLIKE is `paragraph.text LIKE '%word%'` in the same database, the scan reads every file "
        "and asks `in`: both find only the very spelling, and neither ranks."
    )


def plain_parts(query: str) -> list[str]:
    """Return the query's words, or its phrase, without what LIKE cannot say."""
    if query.startswith('"'):
        return [query.strip('"')]
    return [part.rstrip("*") for part in query.split() if not part.startswith("-")]


def like_search(database: Database, query: str) -> int:
    """Return how many documents hold each word of the query as it is written, by LIKE."""
    parts = plain_parts(query)
    sets = [
        {
            row[0]
            for row in database.connection.execute(
                "SELECT DISTINCT document_id FROM paragraph WHERE text LIKE ?", (f"%{part}%",)
            )
        }
        for part in parts
    ]
    return len(set.intersection(*sets))


def file_scan(files: list[Path], query: str) -> int:
    """Return how many files hold each word of the query as it is written."""
    parts = plain_parts(query)
    texts = (path.read_text(encoding="utf-8") for path in files)
    return sum(all(part in text for part in parts) for text in texts)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that some work takes: other programs do not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def best(work: Callable[[], object], times: int = 7) -> float:
    """Return the median seconds of several runs."""
    return median(timed(work) for _ in range(times))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
