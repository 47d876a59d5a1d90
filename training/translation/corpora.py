"""The training data folder: where the line-aligned corpora are, and what is known of each."""

from __future__ import annotations

import fnmatch
import tarfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

TABLE = Path(__file__).with_name("corpora.toml")


@dataclass(frozen=True)
class Corpus:
    """One row of corpora.toml; `name` may be a pattern such as `tech-*`."""

    name: str
    weight: float
    what: str
    kind: str
    licence: str
    links: bool = False  # whether its words are linked, to guide an attention head


def table() -> list[Corpus]:
    """Return the rows of corpora.toml in their order."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return [Corpus(name=name, **row) for name, row in rows.items()]


_SAFELY: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}


def describe(name: str, rows: list[Corpus]) -> Corpus:
    """Return the first row whose name or pattern fits the corpus `name`."""
    return next(row for row in rows if fnmatch.fnmatchcase(name, row.name))


def weights(names: Iterable[str]) -> NDArray[np.float32]:
    """Return how often an epoch draws a pair of each of the corpora `names`."""
    rows = table()
    return np.array([describe(name, rows).weight for name in names], np.float32)


def linked(names: Iterable[str]) -> NDArray[np.bool_]:
    """Return for each of the corpora `names` whether its words are linked."""
    rows = table()
    return np.array([describe(name, rows).links for name in names], np.bool_)


def unpack(data: Path, work: Path) -> Path:
    """Unpack the corpora archives of the data folder under `work` once; return where they are."""
    target = work / "text"
    if not target.exists():
        partial = work / "text.partial"
        for archive in ("corpora.tar.xz", "news.tar.xz"):
            with tarfile.open(data / archive) as file:
                # early releases of Python 3.11 do not know the filter yet
                file.extractall(partial, **_SAFELY)
        partial.rename(target)
    return target


def pairs(text: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (corpus name, Arabic, English) of each line of each `NAME.ar` with its `NAME.en`."""
    for arabic in sorted(text.glob("**/*.ar")):
        english = arabic.with_suffix(".en")
        if not english.exists():
            continue  # monolingual
        with arabic.open(encoding="utf-8") as left, english.open(encoding="utf-8") as right:
            for source, target in zip(left, right, strict=True):
                yield arabic.stem, source.strip(), target.strip()


def lines(path: Path) -> list[str]:
    """Return the lines of a text file."""
    return path.read_text(encoding="utf-8").splitlines()
