"""Bytes to documents: every format becomes a `Document` of paragraphs of logical text."""

from reader.documents.contents import Heading, contents
from reader.documents.finding import find
from reader.documents.loading import load, load_all
from reader.documents.model import Document, Metadata, Paragraph

__all__ = ["Document", "Heading", "Metadata", "Paragraph", "contents", "find", "load", "load_all"]
