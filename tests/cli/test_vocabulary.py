"""`reader vocabulary`: which words are listed, and the days of their reviews."""

import time
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from reader.cli import cli
from reader.settings.paths import database_path
from reader.store import Database
from reader.store.vocabulary import VocabularyStore
from reader.tui.screens.vocabulary import VocabularyScreen

EVENING = datetime(2026, 1, 1, 23, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    with Database(database_path()) as database:
        yield VocabularyStore(database)


def run(*options):
    return CliRunner().invoke(cli, ["vocabulary", *options], catch_exceptions=False)


def test_due_words_of_a_status_and_all_of_them(store):
    for n in range(120):
        store.save(f"كلمة{n}", now=EVENING)
    store.set_status(store.words()[0].id, "learning")
    assert len(run("--due").stdout.splitlines()) == 120
    assert len(run("--due", "--status", "new").stdout.splitlines()) == 119
    assert len(run("--status", "learning").stdout.splitlines()) == 1


def test_what_is_said_when_there_is_nothing_to_list(store):
    assert run("--due").stderr.startswith("No saved words yet")
    store.save("حرب", now=EVENING)
    assert run("--status", "known").stderr.startswith("None of the saved words")


def test_days_are_those_of_the_user(store, monkeypatch):
    word = store.save("حرب", now=EVENING)
    try:
        monkeypatch.setenv("TZ", "XXX-03")
        time.tzset()
        assert "\t2026-01-02\t" in run().stdout
        drawn = VocabularyScreen.draw(None, word, 80)
        assert [piece.text.strip() for piece in drawn][1] == "2026-01-02"
    finally:
        monkeypatch.undo()
        time.tzset()
