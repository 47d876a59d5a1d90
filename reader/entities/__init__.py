"""Names, dates and numbers in a paragraph."""

from reader.entities.model import Entity, Label

__all__ = ["Entity", "Label"]
