"""Reads BidiTest.txt and BidiCharacterTest.txt (Unicode 15.0.0) as cases."""

import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).parent.parent / "data"

# One character of each class; what BidiTest.txt says holds for any of its class.
OF_CLASS = {
    "L": "a",
    "R": "\u05d0",
    "AL": "\u0627",
    "EN": "1",
    "ES": "+",
    "ET": "$",
    "AN": "\u0661",
    "CS": ",",
    "B": "\u2029",
    "S": "\t",
    "WS": " ",
    "ON": "!",
    "NSM": "\u0300",
    "BN": "\u00ad",
    "LRE": "\u202a",
    "RLE": "\u202b",
    "LRO": "\u202d",
    "RLO": "\u202e",
    "PDF": "\u202c",
    "LRI": "\u2066",
    "RLI": "\u2067",
    "FSI": "\u2068",
    "PDI": "\u2069",
}
_AUTO, _LTR, _RTL = 1, 2, 4
_BASES = {_AUTO: None, _LTR: 0, _RTL: 1}


class Case(NamedTuple):
    """One paragraph with what the standard says about it."""

    text: str
    base: int | None
    """Base direction to set; None for that of the first strong character."""
    resolved_base: int | None
    """Paragraph level that must come out; None where the file does not say."""
    levels: tuple[int | None, ...]
    """Level of each character after L1; None for those that X9 removes."""
    order: tuple[int, ...]
    """Logical index at each visual position, without those that X9 removes."""


def _lines(name: str) -> Iterator[str]:
    with lzma.open(_DATA / name, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n")


def _levels(field: str) -> tuple[int | None, ...]:
    return tuple(None if level == "x" else int(level) for level in field.split())


def class_cases() -> Iterator[Case]:
    """Yield the cases of BidiTest.txt: one for each class string and base direction."""
    levels: tuple[int | None, ...] = ()
    order: tuple[int, ...] = ()
    for line in _lines("BidiTest.txt.xz"):
        if line.startswith("@Levels:"):
            levels = _levels(line.partition(":")[2])
        elif line.startswith("@Reorder:"):
            order = tuple(map(int, line.partition(":")[2].split()))
        elif not line.startswith("@"):
            classes, _, directions = line.partition(";")
            text = "".join(map(OF_CLASS.__getitem__, classes.split()))
            for bit, base in _BASES.items():
                if int(directions) & bit:
                    yield Case(text, base, base, levels, order)


def character_cases() -> Iterator[Case]:
    """Yield the cases of BidiCharacterTest.txt."""
    for line in _lines("BidiCharacterTest.txt.xz"):
        points, direction, resolved, levels, order = line.split(";")
        base = {"0": 0, "1": 1, "2": None}[direction]
        text = "".join(chr(int(point, 16)) for point in points.split())
        yield Case(text, base, int(resolved), _levels(levels), tuple(map(int, order.split())))


FILES = {"BidiTest.txt": class_cases, "BidiCharacterTest.txt": character_cases}
EXPECTED_CASES = {"BidiTest.txt": 770_241, "BidiCharacterTest.txt": 91_707}
