"""Colours of saved words by how well they are known."""

from reader.arabic.words import words
from reader.store.vocabulary import Status, status_of
from reader.tui.page.layers import Layers


def colour_words(text: str, statuses: dict[str, Status], layers: Layers) -> None:
    """Lay a style over each word of a paragraph that is in the vocabulary."""
    for word in words(text):
        status = status_of(text[word.start : word.end], statuses)
        if status is not None:
            layers.add(word.start, word.end, f"status-{status}")
