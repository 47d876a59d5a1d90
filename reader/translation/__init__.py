"""Offline translation: packages, engine, word links, doubt, memory."""

from reader.translation.model import Doubt, ParagraphTranslation, SentencePair, WordLink

__all__ = ["Doubt", "ParagraphTranslation", "SentencePair", "WordLink"]
