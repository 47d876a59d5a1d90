"""What looking up a word gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordInContext:
    """A word as it stands in its sentence, and what its row in the vocabulary needs."""

    word: str
    previous: str = ""
    sentence: str = ""
    translation: str = ""
    counterpart: str = ""  # the English words linked to it
    fingerprint: str = ""
    paragraph_id: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of an Arabic word as it stands in a text, clitics taken apart."""

    vocalised: str  # the whole word with harakat
    lemma: str  # vocalised dictionary form of its stem
    root: str  # radicals, "" when the analyser does not know
    part_of_speech: str  # a plain English word: noun, verb, adjective, name, …
    glosses: tuple[str, ...]  # English senses of the stem, best first
    prefixes: tuple[str, ...] = ()  # "و and", "ب with/by", "ال the"
    suffixes: tuple[str, ...] = ()  # "ها its/their/her"
    rank: float = 0.0  # how well it fits its sentence, higher is better


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """What one dictionary file says under one headword."""

    dictionary: str  # the dictionary's own title
    headword: str
    text: str  # plain text, lines separated by "\n"
    found_by: str  # "word", "spelling", "clitics", "lemma": how the headword was reached


@dataclass(frozen=True, slots=True)
class WordEntry:
    """Everything known about a word in its sentence."""

    word: str
    analyses: tuple[Analysis, ...] = ()
    entries: tuple[DictionaryEntry, ...] = ()
    in_translation: str = ""  # its counterpart in this sentence's English
    transliterations: dict[str, str] | None = None  # system name to text
    frequency_rank: int = 0  # 1 is the most frequent word of the news; 0 is unknown
    hints: tuple[str, ...] = ()  # what would give more: an extra to install, a folder to fill

    @property
    def is_empty(self) -> bool:
        """Tell whether neither analyser nor dictionaries know the word."""
        return not self.analyses and not self.entries
