"""The one SQLite database: documents, translations, annotations, library, vocabulary."""

from reader.store.database import Database

__all__ = ["Database"]
