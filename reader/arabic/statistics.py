"""Figures of a text: words, sentences, reading time."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.arabic.normalise import normalise
from reader.arabic.sentences import sentences
from reader.arabic.words import words

# Mean silent reading speed of Arabic adults: Trauzettel-Klosinski & Dietz, "Standardized
# assessment of reading performance: the new International Reading Speed Texts", IOVS 53 (2012).
WORDS_PER_MINUTE = 138


@dataclass(frozen=True, slots=True)
class TextStatistics:
    """What a text holds, counted over its paragraphs."""

    words: int
    distinct_words: int  # by folded form
    sentences: int
    characters: int

    @property
    def minutes(self) -> int:
        """Whole minutes that reading the Arabic takes, at least 1 for any text."""
        return max(1, round(self.words / WORDS_PER_MINUTE)) if self.words else 0


def statistics(paragraphs: Iterable[str]) -> TextStatistics:
    """Count the words, sentences and characters of paragraphs of logical text."""
    total = sentence_count = characters = 0
    spellings: set[str] = set()
    for text in paragraphs:
        found = words(text)
        total += len(found)
        spellings.update(text[word.start : word.end] for word in found)
        sentence_count += len(sentences(text)) if found else 0
        characters += len(text)
    distinct = {normalise(word) for word in spellings}
    return TextStatistics(total, len(distinct), sentence_count, characters)
