"""One pass over a paragraph: at each token the longest match wins, then the order below."""

import re
from functools import lru_cache

from reader.entities.model import Entity
from reader.entities.numbers.counts import match_count
from reader.entities.numbers.dates import match_date
from reader.entities.numbers.lexicon import Lexicon
from reader.entities.numbers.match import Match
from reader.entities.numbers.money import match_money
from reader.entities.numbers.ordinals import match_ordinal
from reader.entities.numbers.percent import match_percent
from reader.entities.numbers.quantities import match_quantity
from reader.entities.numbers.times import match_time
from reader.entities.numbers.view import View

# precedence among matches of equal length
_RULES = (
    match_date,
    match_time,
    match_money,
    match_percent,
    match_quantity,
    match_ordinal,
    match_count,
)

# words outside the lexicons at which something may start
_STARTS = re.compile(
    r"[وفبلك]{0,2}(ال|ل)?|[وفبل]?(هذا|هذه|قبل|بعد|ضعف\w*|الضعف|منتصف|شهري|غره)|[A-Z]{3}"
    r"|و?[بل]?(سالب|ناقص)|(اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)ا"
)
_CACHED_WORDS = 32768


@lru_cache(_CACHED_WORDS)
def _may_start(word: str) -> bool:
    """Tell whether a match may start at a word: most words of a text need no further look."""
    return len(word) <= 24 and (_STARTS.fullmatch(word) is not None or Lexicon.any_has(word))


def find_numbers(text: str) -> list[Entity]:
    """Return the numbers, dates, times and amounts of a paragraph, sorted and apart.

    Spans are code points of `text`, without the clitics in front of them (an article stays);
    values are described in docs/entities.md. Time grows linearly with the text.
    """
    if not any(char.isalnum() for char in text):
        return []
    view = View(text)
    found = []
    at = 0
    while at < len(view.tokens):
        token = view.tokens[at]
        if token.kind == "word" and not _may_start(token.text):
            at += 1
            continue
        match = _best(view, at)
        if match is None:
            at += 1
            continue
        found.append(_entity(view, match))
        at = match.end
    return found


def _best(view: View, at: int) -> Match | None:
    best: Match | None = None
    for rule in _RULES:
        match = rule(view, at)
        if match is not None and (best is None or match.end > best.end):
            best = match
    return best


def _entity(view: View, match: Match) -> Entity:
    start, end = view.start(match.start), view.end(match.stop)
    return Entity(start, end, match.label, view.text[start:end], value=match.value)
