"""Sentences on standard error that do not end the program."""

import sys

from reader.arabic.sanitise import safe
from reader.documents.model import Document


def warn(message: str) -> None:
    """Say a sentence."""
    print(f"reader: {safe(message)}", file=sys.stderr)


def warn_of(document: Document) -> None:
    """Say what the reading of a document had to leave out or to guess."""
    for warning in document.warnings:
        warn(f"{'Standard input' if document.path == '-' else document.path}: {warning}")
