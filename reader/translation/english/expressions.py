"""Numbers, dates, money and measures in English text, with the values the Arabic rules give."""

from reader.entities.model import Entity
from reader.translation.english.dates import date_at
from reader.translation.english.measures import measure_at, ordered_at
from reader.translation.english.relative import relative_at
from reader.translation.english.times import time_at
from reader.translation.english.tokens import Tokens

_RULES = (date_at, relative_at, time_at, measure_at, ordered_at)


def english_numbers(text: str) -> list[Entity]:
    """Return the number expressions of an English text, sorted and apart.

    The longest expression at a place is taken. Values are written as `reader.entities.numbers`
    writes them, so that both sides compare.
    """
    tokens = Tokens(text)
    found = []
    at = 0
    while at < len(tokens):
        hits = [hit for rule in _RULES if (hit := rule(tokens, at)) is not None]
        hit = max(hits, key=lambda hit: hit.end, default=None)
        if hit is None:
            at += 1
            continue
        start, end = tokens.span(at, hit.end)
        found.append(Entity(start, end, hit.label, text[start:end], value=hit.value))
        at = hit.end
    return found
