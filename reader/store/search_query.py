"""What a search query means: words that must all occur, "phrases", prefix*, -without."""

import re
from dataclasses import dataclass

from reader.arabic.normalise import normalise
from reader.lookup.find import search_form, word_pattern
from reader.store.stems import query_forms

_PART = re.compile(r'(-?)(?:"([^"]*)"|([^\s"]+))')
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a query: its search form, and the forms that it is looked up with."""

    form: str
    forms: tuple[str, ...]
    phrase: bool = False
    prefix: bool = False
    without: bool = False


def parse(query: str) -> list[Term]:
    """Return the terms of a query; one without a letter or digit gives none."""
    terms = []
    for minus, quoted, bare in _PART.findall(query):
        prefix = bare.endswith("*")
        form = " ".join(_TOKEN.findall(search_form(quoted or bare)))
        if not form:
            continue
        phrase = bool(quoted) or " " in form
        spelled = "".join(_TOKEN.findall(normalise(bare, alef=False, casefold=True)))
        forms = (form,) if phrase or prefix else tuple(query_forms(spelled))
        terms.append(Term(form, forms, phrase, prefix, without=minus == "-"))
    return terms


def match_expression(terms: list[Term], stems: dict[str, list[str]]) -> str:
    """Return the FTS5 expression of the terms.

    `stems` are the indexed stems of single words' forms, and the words that stand for the first
    word of a phrase with a particle before it.

    Empty when nothing is asked for but what must be absent.
    """
    wanted = [_expression(term, stems) for term in terms if not term.without]
    if not wanted:
        return ""
    expression = " AND ".join(wanted)
    for term in terms:
        if term.without:
            expression = f"({expression}) NOT {_expression(term, stems)}"
    return expression


def _expression(term: Term, stems: dict[str, list[str]]) -> str:
    if term.phrase:
        first, _, rest = term.form.partition(" ")
        phrases = [_quoted(f"{word} {rest}") for word in (first, *stems.get(first, ()))]
        return f"words : ({' OR '.join(phrases)})"
    if term.prefix:
        return f"words : {_quoted(term.form)} *"
    forms = dict.fromkeys(
        (*term.forms, *(stem for form in term.forms for stem in stems.get(form, ())))
    )
    return f"({' OR '.join(map(_quoted, forms))})"


def _quoted(text: str) -> str:
    # forms are letters, digits and spaces; quotes keep AND, OR, NOT and NEAR plain words
    return f'"{text}"'


@dataclass(frozen=True, slots=True)
class Highlighter:
    """What a hit shows in colour, found in search forms: single words, and patterns."""

    words: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]

    def spans(self, form: str) -> list[tuple[int, int]]:
        """Return the ranges of a search form, in order; phrases win over the words in them."""
        found = [m.span() for pattern in self.patterns for m in pattern.finditer(form)]
        for m in _TOKEN.finditer(form):
            inside = any(start <= m.start() and m.end() <= end for start, end in found)
            if m.group() in self.words and not inside:
                found.append(m.span())
        return sorted(found)

    def first_line(self, form: str) -> int:
        """Return the number of the first line with a match, 0 when there is none."""
        for number, line in enumerate(form.split("\n")):
            if any(word in self.words for word in line.split()):
                return number
            if any(pattern.search(line) for pattern in self.patterns):
                return number
        return 0


def highlighter(terms: list[Term], forms: dict[str, list[str]]) -> Highlighter:
    """Return what to highlight; `forms` are the indexed words that stand for each term's form."""
    words: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for term in terms:
        if term.without:
            continue
        if term.phrase:
            first, *rest = term.form.split()
            phrase = r"[\W_]+".join((word_pattern(first), *map(re.escape, rest)))
            patterns.append(re.compile(rf"(?<!\w){phrase}(?!\w)"))
        elif term.prefix:
            patterns.append(re.compile(rf"(?<!\w){re.escape(term.form)}\w*"))
        else:
            words.update(term.forms, forms.get(term.form, ()))
    return Highlighter(frozenset(words), tuple(patterns))
