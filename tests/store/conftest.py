"""A database of its own for each test."""

import pytest

from reader.store import Database


@pytest.fixture
def database(tmp_path):
    with Database(tmp_path / "reader.db") as opened:
        yield opened
