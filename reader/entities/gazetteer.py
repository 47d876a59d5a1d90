"""Known names and their English, from assets/gazetteer (built by training/gazetteer)."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from reader.arabic.normalise import normalise
from reader.assets import asset_path
from reader.entities.model import Label


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the gazetteer."""

    label: Label
    english: str
    sure: bool  # from our own lists: found in a text, it is this name


@dataclass(frozen=True, slots=True)
class NamePart:
    """A given name or surname: how often it is given, its Latin spellings, frequent first."""

    given: int
    spellings: tuple[str, ...]


class Gazetteer:
    """Looks names up in their search form; both tables are read on first use.

    A missing or damaged file leaves its table empty: names then come without English forms.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def names(self) -> dict[str, Known]:
        """Search form of a name -> what it is."""
        found = {}
        for columns in self._rows("names.tsv"):
            if len(columns) == 4 and columns[1] in Label.__members__:
                found[columns[0]] = Known(Label(columns[1]), columns[2], columns[3] == "own")
        return found

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first word of every name."""
        return frozenset(name.split(" ", 1)[0] for name in self.names)

    @cached_property
    def parts(self) -> dict[str, "NamePart"]:
        """Search form of a given name or surname -> what is known of it."""
        return {
            columns[0]: NamePart(int(columns[1]), tuple(columns[2].split("|")))
            for columns in self._rows("name_parts.tsv")
            if len(columns) == 3 and columns[1].isdecimal()
        }

    @cached_property
    def surnames(self) -> frozenset[str]:
        """What people of our own lists are called for short: one word, or the last of several."""
        people = (name for name, known in self.names.items() if known.label is Label.PER)
        return frozenset(name.rsplit(" ", 1)[-1] for name in people if self.names[name].sure)

    def find(self, name: str) -> Known | None:
        """Return what is known of a name in any spelling, with or without its article."""
        folded = " ".join(normalise(name).split())
        known = self.names.get(name) or self.names.get(folded)
        if known is None:
            other = folded[2:] if folded.startswith("ال") else "ال" + folded
            known = self.names.get(other)
        return known

    def is_english(self, name: str) -> bool:
        """Tell whether a phrase is the English of some name of the lists."""
        return name.lower() in self._english

    @cached_property
    def _english(self) -> frozenset[str]:
        return frozenset(known.english.lower() for known in self.names.values())

    def spellings(self, part: str) -> tuple[str, ...]:
        """Return the Latin spellings of one word of a person's name."""
        known = self.parts.get(normalise(part))
        return known.spellings if known is not None else ()

    def _rows(self, name: str) -> list[list[str]]:
        try:
            text = (self._folder / name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return []
        return [line.split("\t") for line in text.splitlines()]


@lru_cache(1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer that comes with the program."""
    return Gazetteer(asset_path("gazetteer"))
