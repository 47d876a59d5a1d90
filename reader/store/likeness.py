"""How much two texts have in common, by which an edited article is known from another one."""

from collections import Counter
from collections.abc import Iterable

from reader.lookup.find import search_form

# Share of words that an article keeps when it is edited; unlike articles of one agency share less.
SAME_ARTICLE = 0.5


def counted_words(texts: Iterable[str]) -> Counter[str]:
    """Return the words of paragraphs in search form, each with how often it is there."""
    return Counter(word for text in texts for word in search_form(text).split())


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words, 0 to 1, that two texts have in common (Dice)."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())
