"""A user's terms: which English an Arabic term must have."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reader.arabic.clitics import fold_word, strip_clitics
from reader.arabic.script import has_arabic
from reader.arabic.words import words
from reader.documents.encodings import decode
from reader.errors import DocumentError, ExchangeError
from reader.settings.paths import config_folder

LARGEST_FILE = 16 << 20
_HEADER = {"arabic", "ar", "عربي", "العربية", "source"}
_OTHER_MARK = re.compile(r"\s*[,;،\t]\s*")
_ALTERNATIVES = re.compile(r"\s*[;|/]\s*")


@dataclass(frozen=True, slots=True)
class Term:
    """An Arabic term and its English; alternatives are all right."""

    arabic: str
    english: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term at [start, end) of the text."""

    start: int
    end: int
    term: Term


class Glossary:
    """Finds terms in Arabic, with particles written together with them, and misses in English.

    The English of several lines for one Arabic term are alternatives.
    """

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self.terms = tuple(terms)
        merged: dict[tuple[str, ...], Term] = {}
        for term in self.terms:
            forms = tuple(
                _bare(fold_word(term.arabic[w.start : w.end])) for w in words(term.arabic)
            )
            first = merged.get(forms)
            merged[forms] = Term(first.arabic, first.english + term.english) if first else term
        self._by_first: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        for forms, term in merged.items():
            if forms:
                self._by_first.setdefault(forms[0], []).append((forms, term))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def find(self, text: str) -> list[TermMatch]:
        """Return the terms in an Arabic text, longest first at each place, none overlapping."""
        found = words(text)
        raw = [text[word.start : word.end] for word in found]
        matches = []
        at = 0
        while at < len(found):
            match = self._at(raw, at) if self._by_first else None
            if match is None:
                at += 1
                continue
            term, length, offset = match
            matches.append(TermMatch(found[at].start + offset, found[at + length - 1].end, term))
            at += length
        return matches

    def missing(self, source: str, target: str) -> list[Term]:
        """Return the terms of the Arabic text whose English is not in `target`."""
        if not self._by_first:
            return []
        english = _english(target)
        found = {match.term: None for match in self.find(source)}
        return [t for t in found if not any(_contains(english, e) for e in t.english)]

    def _at(self, raw: list[str], at: int) -> tuple[Term, int, int] | None:
        for candidate in strip_clitics(raw[at]):
            core = fold_word(candidate.core)
            for forms, term in self._by_first.get(_bare(core), ()):
                rest = [fold_word(word) for word in raw[at + 1 : at + len(forms)]]
                if len(rest) == len(forms) - 1 and all(
                    _bare(a) == b for a, b in zip(rest, forms[1:], strict=True)
                ):
                    return term, len(forms), candidate.core_start
        return None


def load(path: Path) -> Glossary:
    """Return the glossary in a CSV file: Arabic, English; "a; b" are alternatives.

    Comma, semicolon or tab between columns, in any encoding; a first line of titles is passed
    over. A line of another mark than the first line's is read by its own. Raises ExchangeError
    when the file cannot be read or a line has no English.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            raise ExchangeError(f"{path} is too large for a glossary.")
        text = decode(data, str(path)).text
    except OSError as error:
        raise ExchangeError(f"The glossary {path} cannot be read: {error.strerror}.") from error
    except DocumentError as error:
        raise ExchangeError(
            f"The glossary {path} is not a text file: save it as CSV, Arabic and English."
        ) from error
    return Glossary(_terms(text, path))


def _terms(text: str, path: Path) -> list[Term]:
    mark = _separator(text.lstrip("\ufeff").split("\n", 1)[0])
    terms = []
    try:
        rows = list(csv.reader(text.lstrip("\ufeff").splitlines(), delimiter=mark))
    except csv.Error as error:
        raise ExchangeError(f"The glossary {path} is not CSV ({error}).") from error
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and cells[0].casefold() in _HEADER):
            continue
        if len([cell for cell in cells if cell]) == 1:
            cells = _by_its_own_mark(cells)
        english = tuple(e for e in _ALTERNATIVES.split(cells[1]) if e) if len(cells) > 1 else ()
        if not cells[0] or not english:
            raise ExchangeError(
                f"Line {number} of the glossary {path} has no term and translation: "
                "write Arabic, English."
            )
        terms.append(Term(cells[0], english))
    return terms


def _separator(line: str) -> str:
    """Return what stands between a line's columns: a tab, or else the first mark of the others."""
    unquoted = re.sub('"[^"]*"', "", line)
    found = re.search("\t", unquoted) or re.search("[,;،]", unquoted)
    return found[0] if found else ","


def _by_its_own_mark(cells: list[str]) -> list[str]:
    """Return Arabic and English of a line that the file's mark does not divide, if another does."""
    arabic, mark, english = _OTHER_MARK.sub("\t", cells[0], count=1).partition("\t")
    sound = mark and has_arabic(arabic) and english.strip() and not has_arabic(english)
    return [arabic.strip(), english.strip()] if sound else cells


def _bare(form: str) -> str:
    """Return a folded word without the article, so that a term is found with and without."""
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


def _english(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _contains(words_of_target: list[str], english: str) -> bool:
    """Tell whether the words stand in the target one after another, give or take an ending."""
    wanted = _english(english)
    if not wanted:
        return True
    return any(
        all(_alike(a, b) for a, b in zip(words_of_target[i:], wanted, strict=False))
        for i in range(len(words_of_target) - len(wanted) + 1)
    )


def _alike(word: str, wanted: str) -> bool:
    if word == wanted:
        return True
    stem = wanted[:-1] if len(wanted) > 4 and wanted[-1] in "ey" else wanted
    return len(wanted) > 2 and word.startswith(stem) and len(word) - len(stem) <= 3


def own() -> Glossary:
    """Return the user's glossary, glossary.csv in the settings folder; empty when there is none.

    Raises ExchangeError when it cannot be read.
    """
    path = config_folder() / "glossary.csv"
    return load(path) if path.is_file() else Glossary()
