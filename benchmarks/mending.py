"""Chosen and mended translations: how often what was put in is right, and what both bring.

    python -m benchmarks.mending [FOLDER]

FOLDER (or DATA, or ../shared/mt) holds eval/flores-dev.ar|.en. Translates its sentences with the
embedded package as the program does, and looks whether a person's translation has what was put in
and what was there before. Prints a Markdown table, and where sacrebleu is installed BLEU and chrF
of the likeliest translations, the chosen ones, and these mended.
"""

import importlib.util
import os
import re
import sys
from dataclasses import replace
from pathlib import Path

from reader.translation.engine import Engine
from reader.translation.model import SentencePair
from reader.translation.packages import choose

_PUT_IN = re.compile(
    r"^The machine wrote “?(?P<was>.+?)”?(?:; the Arabic has (?P<number>\S+), put in its place"
    r"| for “.*”, which is (?P<name>.+))\.$"
)


def changes(pairs: list[SentencePair]) -> list[tuple[str, str, str]]:
    """Return kind, what was there and what was put in of each mended place."""
    found = []
    for doubt in (doubt for pair in pairs for doubt in pair.doubts):
        match = _PUT_IN.match(doubt.reason)
        if match:
            found.append((doubt.kind, match["was"], match["number"] or match["name"]))
    return found


def has(text: str, words: str) -> bool:
    """Tell whether a translation has a number or name, however it is grouped or spelt large."""
    wanted = re.escape(words.replace(",", "").casefold())
    return bool(re.search(rf"(?<![\w.]){wanted}(?!\d)", text.replace(",", "").casefold()))


def target(pairs: list[SentencePair]) -> str:
    """Return the English of a line."""
    return " ".join(pair.target for pair in pairs)


def scores(translations: list[str], references: list[str]) -> str:
    """Return BLEU and chrF, or why there are none."""
    if importlib.util.find_spec("sacrebleu") is None:
        return "sacrebleu is not installed"
    from sacrebleu.metrics import BLEU, CHRF

    bleu = BLEU().corpus_score(translations, [references]).score
    chrf = CHRF().corpus_score(translations, [references]).score
    return f"BLEU {bleu:.2f}, chrF {chrf:.2f}"


def main() -> None:
    """Print the figures."""
    folder = Path((sys.argv[1:] or [os.environ.get("DATA", "../shared/mt")])[0]) / "eval"
    print("## Mended translations\n")
    if not folder.is_dir():
        print(f"Not measured: there is no {folder.name}/flores-dev.ar in the data folder.")
        return
    sources, references = (
        (folder / f"flores-dev.{side}").read_text(encoding="utf-8").splitlines()
        for side in ("ar", "en")
    )
    package = choose(None)
    first = replace(package, metadata={**package.metadata, "coverage": 0})
    likeliest, plain = (
        [target(pairs) for pairs in Engine(each, threads=2, mend=False).translate(sources)]
        for each in (first, package)
    )
    mended = Engine(package, threads=2).translate(sources)
    counts = {kind: [0, 0, 0] for kind in ("number", "name")}
    for pairs, reference in zip(mended, references, strict=True):
        for kind, was, put_in in changes(pairs):
            counts[kind][0] += 1
            counts[kind][1] += has(reference, put_in)
            counts[kind][2] += has(reference, was)
    print("| mended | places | a person has it too | a person has what was there |")
    print("|---|--:|--:|--:|")
    for kind, (places, right, wrong) in counts.items():
        print(f"| {kind}s | {places} | {right} | {wrong} |")
    print(f"\n{len(sources)} sentences. The likeliest of each: {scores(likeliest, references)}.")
    print(f"Chosen so that little is left out: {scores(plain, references)}.")
    print(f"Chosen and mended: {scores([target(pairs) for pairs in mended], references)}.")


if __name__ == "__main__":
    main()
