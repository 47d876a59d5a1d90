"""Fixtures of the screen's tests."""

from pathlib import Path

import pytest

from tests.tui.fakes import TEXTS, World, document


@pytest.fixture(autouse=True)
def _calm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """One article of three paragraphs."""
    return World(tmp_path, {"a.txt": document(*TEXTS)})


@pytest.fixture
def library(tmp_path: Path) -> World:
    """Three documents, one of which cannot be read."""
    documents = {
        "a.txt": document(*TEXTS),
        "b.txt": document(TEXTS[2], path="b.txt", title="مقال ثان"),
    }
    return World(tmp_path, documents)
