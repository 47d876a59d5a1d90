"""A store with an annotator and a clock that stands still."""

import pytest

from reader.store.annotations import AnnotationStore


@pytest.fixture
def store(database):
    return AnnotationStore(database, annotator="sara", clock=lambda: "2026-01-01T00:00:00.000Z")
