"""The engine against `argostranslate.translate`: same package, threads, beam, articles and run.

    python -m benchmarks.translation [--rounds N] [--threads N] [--beam N] [--package FILE]

Each side runs in a process of its own, in turn, so that both meet the same machine. Prints a
Markdown table: characters a second, the ratio, time to the first paragraph, memory, and how many
paragraphs come out equal where both sides cut the same sentences (the reader also cuts a sentence
that is too long for the model).
"""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.assets import seeds_path

if TYPE_CHECKING:
    from reader.translation.engine import Engine

SIDES = ("argos", "reader", "reader without repair")


def paragraphs() -> list[str]:
    """Return the paragraphs of the sample articles, in order."""
    return [
        line.strip()
        for path in sorted(seeds_path().glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def run_argos(texts: list[str]) -> dict[str, Any]:
    """Translate with Argos's own API, paragraph by paragraph as it does itself."""
    begin = time.perf_counter()
    from argostranslate import translate

    translation = translate.get_translation_from_codes("ar", "en")
    first = 0.0
    results = []
    translation.translate("سلام")  # load the model
    loaded, cpu = time.perf_counter(), time.process_time()
    for text in texts:
        results.append(translate.translate(text, "ar", "en"))
        first = first or time.perf_counter() - loaded
    seconds = time.perf_counter() - loaded
    cpu = time.process_time() - cpu
    sentencizer = translation.underlying.sentencizer
    splits = [[s.strip() for s in sentencizer.split_sentences(text)] for text in texts]
    return {
        "load": loaded - begin,
        "first": first,
        "seconds": seconds,
        "cpu": cpu,
        "results": results,
        "splits": splits,
    }


def run_reader(texts: list[str], threads: int, beam: int | None) -> dict[str, Any]:
    """Translate with the reader's engine: as it is, or with a beam given without repair."""
    begin = time.perf_counter()
    from reader.translation.engine import Engine
    from reader.translation.packages import choose

    engine = Engine(choose("embedded"), threads=threads, beam=beam, repair=beam is None)
    engine.translate(["سلام"])  # load the model
    loaded, cpu = time.perf_counter(), time.process_time()
    first = 0.0

    def done(*_: object) -> None:
        nonlocal first
        first = first or time.perf_counter() - loaded

    results = engine.translate(texts, on_done=done)
    seconds = time.perf_counter() - loaded
    cpu = time.process_time() - cpu
    return {
        "load": loaded - begin,
        "first": first,
        "seconds": seconds,
        "cpu": cpu,
        "results": [" ".join(pair.target for pair in pairs) for pairs in results],
        "splits": [segments(text, engine) for text in texts],
    }


def segments(text: str, engine: "Engine") -> list[str]:
    """Return what of the text went through the model in one go."""
    from reader.translation import tokenizers
    from reader.translation.segmenting import cut

    package = engine.package
    tokenizer = tokenizers.load(package.path, package.from_code, package.to_code)
    return [
        segment.source.text if segment.source else text[sentence.start : sentence.end]
        for sentence in cut(text, tokenizer.encode)
        for segment in sentence.segments
    ]


def child(side: str, threads: int, beam: int) -> None:
    """Run one side and print its measurements as JSON."""
    texts = paragraphs()
    if side == "argos":
        found = run_argos(texts)
    else:
        found = run_reader(texts, threads, None if side == "reader" else beam)
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(found))


def measure(side: str, threads: int, beam: int, home: Path) -> dict[str, Any]:
    """Run one side in a process of its own."""
    environment = {
        **os.environ,
        "READER_HOME": str(home / "reader"),
        "XDG_DATA_HOME": str(home / "share"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "ARGOS_PACKAGES_DIR": str(home / "packages"),
        "ARGOS_INTRA_THREADS": str(threads),
        "ARGOS_BEAM_SIZE": str(beam),
    }
    command = [sys.executable, "-m", "benchmarks.translation", "--child", side]
    command += ["--threads", str(threads), "--beam", str(beam)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def equal_where_split_alike(one: dict[str, Any], other: dict[str, Any]) -> tuple[int, int]:
    """Return (paragraphs with the same text, paragraphs with the same sentences)."""
    same = [n for n in range(len(one["splits"])) if one["splits"][n] == other["splits"][n]]
    equal = [n for n in same if one["results"][n].split() == other["results"][n].split()]
    return len(equal), len(same)


def main() -> None:
    """Run both sides in turn and print the table."""
    from reader.assets import asset_path
    from reader.translation import archive
    from reader.translation.decoder import BEAM, cpu_count

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=cpu_count())
    parser.add_argument("--beam", type=int, default=BEAM)
    parser.add_argument("--child", choices=SIDES)
    arguments = parser.parse_args()
    if arguments.child:
        child(arguments.child, arguments.threads, arguments.beam)
        return
    package = max(asset_path().glob("*.argosmodel"))
    runs: dict[str, list[dict[str, Any]]] = {side: [] for side in SIDES}
    with tempfile.TemporaryDirectory() as folder:
        archive.unpack(package, Path(folder) / "packages" / package.stem)
        for _ in range(arguments.rounds):
            for side in SIDES:
                runs[side].append(measure(side, arguments.threads, arguments.beam, Path(folder)))
    size = sum(map(len, paragraphs()))
    print(
        f"## Translation speed\n\n{package.name}, {size} characters in {len(paragraphs())} "
        f"paragraphs, "
        f"{arguments.threads} threads, beam {arguments.beam} (reader: the package's own search "
        f"and a choice), median of {arguments.rounds}, {platform.machine()}\n"
    )
    print(
        "| | characters/s | ratio | CPU s | load s | first paragraph s | memory MiB "
        "| equal to Argos |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for side in SIDES:
        mine = runs[side]
        pairs = zip(runs["argos"], mine, strict=True)
        ratio = statistics.median(a["seconds"] / b["seconds"] for a, b in pairs)
        equal, alike = equal_where_split_alike(runs["argos"][0], mine[0])
        median = {
            key: statistics.median(run[key] for run in mine)
            for key in ("seconds", "cpu", "load", "first", "memory")
        }
        print(
            f"| {side} | {size / median['seconds']:.0f} | {ratio:.1f} | {median['cpu']:.1f} "
            f"| {median['load']:.2f} "
            f"| {median['first']:.2f} | {median['memory']:.0f} | {equal} of {alike} |"
        )


if __name__ == "__main__":
    main()
