"""A bilingual Arabic/English reader for the terminal."""

__version__ = "0.1.0"
