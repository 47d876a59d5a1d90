"""One pass over a paragraph: at each token the longest match wins, then the order below."""

from reader.entities.model import Entity
from reader.entities.numbers.counts import match_count
from reader.entities.numbers.dates import match_date
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
