"""What became of the mutants, read from mutmut's result files."""

import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

# Exit codes of a mutant's process: those of pytest, or of the signal that ended it.
KILLED = frozenset((1, 3))  # a failed test, an error outside any test
_SURVIVED = 0
_NO_TEST = frozenset((5, 33))
_TIMEOUT = frozenset((-9, -24, 24, 36, 152))


@dataclass(frozen=True)
class Figures:
    """Counts of mutants by verdict."""

    killed: int = 0
    survived: int = 0
    no_test: int = 0
    timeout: int = 0
    unchecked: int = 0  # not tried, or tried in vain: pytest itself could not run

    def __add__(self, other: "Figures") -> "Figures":
        """Return the sums."""
        return Figures(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    @property
    def mutants(self) -> int:
        """All of them."""
        return sum(astuple(self))

    @property
    def share(self) -> float:
        """Per cent of all mutants that were killed; one that hangs until it is ended counts."""
        return 100 * (self.killed + self.timeout) / max(1, self.mutants)


def results(work: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield mutmut's result files and what is in them, by the code's file names."""
    for meta in sorted((work / "mutants").rglob("*.py.meta")):
        yield meta, json.loads(meta.read_text(encoding="utf-8"))


def files_of(work: Path) -> dict[str, Figures]:
    """Return the counts of each file that has mutants."""
    by_file = {}
    for meta, data in results(work):
        file = str(meta.relative_to(work / "mutants")).removesuffix(".meta")
        total = sum(map(_verdict, data["exit_code_by_key"].values()), Figures())
        if total.mutants:
            by_file[file] = total
    return by_file


def figures_of(work: Path) -> Figures:
    """Return the counts of a whole package."""
    return sum(files_of(work).values(), Figures())


def _verdict(code: int | None) -> Figures:
    if code in KILLED:
        return Figures(killed=1)
    if code == _SURVIVED:
        return Figures(survived=1)
    if code in _NO_TEST:
        return Figures(no_test=1)
    return Figures(timeout=1) if code in _TIMEOUT else Figures(unchecked=1)
