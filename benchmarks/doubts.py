"""Doubt marks: false alarms on human translations, and which spoilt ones are noticed.

    python -m benchmarks.doubts [FOLDER]

Sentences: the fifteen of tests/translation/data/links.json, and, where FOLDER (or DATA, or
../shared/mt) holds eval/flores-dev.ar|.en and news.tar.xz, sentences of those. A right translation
that is doubted is a false alarm, though the pair itself may differ. One that raised none is
spoilt in one place; it counts as noticed when a doubt of the fitting kind appears.
"""

import json
import os
import re
import sys
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reader.entities.analysis import analyse
from reader.entities.model import Entity, Label
from reader.translation.alignment import align
from reader.translation.doubts import judge, with_names
from reader.translation.model import SentencePair

ROOT = Path(__file__).resolve().parent.parent
LINKED = ROOT / "tests" / "translation" / "data" / "links.json"
FLORES, NEWS = 300, 300
"""Sentences taken: the first of FLORES, every so many of the news."""
KINDS = ("number", "negation", "name", "repetition", "length", "copied")
_LABELS = (Label.PER, Label.LOC, Label.ORG, Label.FAC)
"""Names that are looked for; groups and other names are often described in other words."""
_DIGITS = re.compile(r"(?<![\d.,])\d{2,}(?![\d.,])")
_UNIT = re.compile(
    r"(?<=\d)(?: ?%| per ?cent\b)|[$€£](?=\d)|(?<=\d )(?:percent|dollars?|euros?|pounds?)\b"
    r"|(?<=illion )(?:US )?(?:dollars?|euros?|pounds?)\b"
)
_NOT = re.compile(r"\b(?:not|never)\b ?|n't\b|\bno (?=\w)")
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|will|has|have|had|can|could|would|should)\b")


@dataclass(frozen=True)
class Case:
    """A sentence, its translation by a person, and its names and numbers."""

    source: str
    target: str
    entities: list[Entity]

    def doubts(self, target: str) -> frozenset[str]:
        """Return the kinds of the doubts about an English."""
        pair = SentencePair(0, len(self.source), target, doubts=judge(self.source, target, None))
        [judged] = with_names(self.source, [pair], self.entities)
        return frozenset(doubt.kind for doubt in judged.doubts)

    @cached_property
    def alarms(self) -> frozenset[str]:
        """The kinds of the doubts about the right translation."""
        return self.doubts(self.target)

    def name_places(self) -> Iterator[tuple[int, int]]:
        """Yield where names stand in the translation, by the word links."""
        links = align(self.source, self.target)
        for name in self.entities:
            mine = [link for link in links if link.s0 < name.end and name.start < link.s1]
            if name.label in _LABELS and mine:
                start, end = min(link.t0 for link in mine), max(link.t1 for link in mine)
                if self.target[start:end][:1].isupper():
                    yield start, end


Spoil = Callable[[Case], str | None]
"""A case to its translation with one fault; None when it has nothing to spoil."""


def linked() -> list[tuple[str, str]]:
    """Return the sentences in the repository."""
    rows = json.loads(LINKED.read_text(encoding="utf-8"))
    return [(row["source"], row["target"]) for row in rows]


def flores(data: Path) -> list[tuple[str, str]]:
    """Return the first pairs of FLORES-200 dev."""
    sides = [(data / "eval" / f"flores-dev.{side}").read_text("utf-8") for side in ("ar", "en")]
    return list(zip(*(side.splitlines() for side in sides), strict=True))[:FLORES]


def news(data: Path) -> list[tuple[str, str]]:
    """Return pairs of news from all over the archive."""
    with tarfile.open(data / "news.tar.xz") as archive:
        members = [archive.extractfile(f"news/news.{side}") for side in ("ar", "en")]
        sides = [member.read().decode().splitlines() for member in members if member]
    pairs = list(zip(*sides, strict=True))
    return pairs[:: len(pairs) // NEWS][:NEWS]


def number_changed(case: Case) -> str | None:
    """Return the translation with another last digit in its first number of digits."""
    found = _DIGITS.search(case.target)
    if not found:
        return None
    at = found.end() - 1
    return f"{case.target[:at]}{(int(case.target[at]) + 3) % 10}{case.target[at + 1 :]}"


def number_lost(case: Case) -> str | None:
    """Return the translation without its first number of digits."""
    found = _DIGITS.search(case.target)
    return case.target[: found.start()] + case.target[found.end() :] if found else None


def unit_lost(case: Case) -> str | None:
    """Return the translation without the names and signs of money and shares."""
    spoilt = _UNIT.sub("", case.target)
    return spoilt if spoilt != case.target else None


def name_lost(case: Case) -> str | None:
    """Return the translation without its first name."""
    place = next(case.name_places(), None)
    return case.target[: place[0]] + case.target[place[1] :] if place else None


def name_changed(case: Case) -> str | None:
    """Return the translation with another name in the place of its first."""
    place = next(case.name_places(), None)
    return f"{case.target[: place[0]]}Blonville{case.target[place[1] :]}" if place else None


def negation_lost(case: Case) -> str | None:
    """Return the translation without its "not"."""
    spoilt = _NOT.sub("", case.target, count=1)
    return spoilt if spoilt != case.target else None


def negation_added(case: Case) -> str | None:
    """Return the translation with a "not" after its first auxiliary verb."""
    found = _AUXILIARY.search(case.target)
    return f"{case.target[: found.end()]} not{case.target[found.end() :]}" if found else None


def cut_short(case: Case) -> str | None:
    """Return the first quarter of the translation's words."""
    words = case.target.split()
    return " ".join(words[: len(words) // 4]) if len(words) >= 12 else None


def going_in_circles(case: Case) -> str | None:
    """Return the translation with its last three words four times."""
    words = case.target.rstrip(".").split()
    return " ".join([*words, *(words[-3:] * 3)]) if len(words) >= 3 else None


SPOILS: dict[str, tuple[Spoil, str]] = {
    "a number in digits is another": (number_changed, "number"),
    "a number in digits is left out": (number_lost, "number"),
    "a name is another": (name_changed, "name"),
    "a name is left out": (name_lost, "name"),
    "dollars, euros, percent are left out": (unit_lost, "number"),
    "“not” is left out": (negation_lost, "negation"),
    "“not” is put in": (negation_added, "negation"),
    "three quarters are left out": (cut_short, "length"),
    "the last three words come four times": (going_in_circles, "repetition"),
}


def noticed(cases: list[Case], spoil: Spoil, kind: str) -> tuple[int, int]:
    """Return how many spoilt translations are doubted, of how many."""
    seen = count = 0
    for case in cases:
        spoilt = spoil(case)
        if spoilt is None:
            continue
        if kind in case.alarms:
            continue
        count += 1
        after = case.doubts(spoilt)
        seen += kind in after
    return seen, count


def main() -> None:
    """Print both tables."""
    data = Path(sys.argv[1] if sys.argv[1:] else os.environ.get("DATA", ROOT / "../shared/mt"))
    sets = {"fifteen linked sentences": linked()}
    missing = []
    for name, file, read in (
        (f"FLORES-200 dev, first {FLORES}", "eval/flores-dev.en", flores),
        (f"news, {NEWS} sentences", "news.tar.xz", news),
    ):
        if (data / file).is_file():
            sets[name] = read(data)
        else:
            missing.append(f"{name} (no {file} in the folder DATA)")
    cases = {
        name: [Case(source, target, analyse([source])[0]) for source, target in pairs]
        for name, pairs in sets.items()
    }
    print("## Doubt marks\n\nTranslations by people, of which sentences are doubted:\n")
    print("| sentences | | with names | " + " | ".join(KINDS) + " |")
    print("|---|--:|--:|" + "--:|" * len(KINDS))
    for name, some in cases.items():
        named = sum(any(e.label in _LABELS for e in case.entities) for case in some)
        alarms = " | ".join(str(sum(kind in case.alarms for case in some)) for kind in KINDS)
        print(f"| {name} | {len(some)} | {named} | {alarms} |")
    print("\nThe same with one fault put into each: noticed, of those that have what is spoilt.\n")
    print("| fault | " + " | ".join(cases) + " |\n|---|" + "--:|" * len(cases))
    for fault, (spoil, kind) in SPOILS.items():
        counts = [noticed(some, spoil, kind) for some in cases.values()]
        print(f"| {fault} | " + " | ".join(f"{a} of {b}" for a, b in counts) + " |")
    if missing:
        print(f"\nNot measured: {', '.join(missing)}.")


if __name__ == "__main__":
    main()
