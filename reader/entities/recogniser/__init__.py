"""Names in Arabic text, by a trained model of our own (see assets/ENTITIES_CARD.md)."""

from reader.entities.recogniser.name_span import NameSpan
from reader.entities.recogniser.recogniser import Recogniser

__all__ = ["NameSpan", "Recogniser"]
