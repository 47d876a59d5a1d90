"""Bytes to documents: every format becomes a `Document` of paragraphs of logical text."""

from reader.documents.model import Document, Metadata, Paragraph

__all__ = ["Document", "Metadata", "Paragraph"]
