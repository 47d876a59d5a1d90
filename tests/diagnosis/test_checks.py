"""The doctor's checks find what is wrong and say what to do."""

import sqlite3

import pytest

from reader.diagnosis import Level, data, programs, screen


@pytest.fixture(autouse=True)
def empty_home(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    monkeypatch.delenv("READER_DATABASE", raising=False)


def test_pinned_versions_are_the_proven_ones():
    assert all(finding.level is Level.OK for finding in programs.check_versions())


def test_a_missing_extra_names_what_to_install(monkeypatch):
    monkeypatch.setattr(programs, "find_spec", lambda name: None)
    findings = programs.check_extras()
    assert {f.level for f in findings} == {Level.HINT}
    assert all("pip install" in f.advice for f in findings)


def test_a_database_not_yet_made_is_fine(tmp_path):
    (finding,) = data.check_database()
    assert finding.level is Level.OK
    assert not (tmp_path / "data").exists()


def test_a_damaged_database_is_a_fault_with_advice(tmp_path):
    path = tmp_path / "data" / "reader.db"
    path.parent.mkdir()
    path.write_bytes(b"not a database" * 100)
    (finding,) = data.check_database()
    assert finding.level is Level.FAULT
    assert "restore" in finding.advice


def test_a_newer_database_is_a_fault(tmp_path):
    path = tmp_path / "data" / "reader.db"
    path.parent.mkdir()
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 999")
    newer.close()
    (finding,) = data.check_database()
    assert "update the program" in finding.advice


def test_a_broken_dictionary_is_named(tmp_path):
    folder = tmp_path / "data" / "dictionaries"
    folder.mkdir(parents=True)
    (folder / "bad.ifo").write_text("nonsense", "utf-8")
    faults = [f for f in data.check_dictionaries() if f.level is Level.FAULT]
    assert ["bad.ifo" in f.advice for f in faults] == [True]


def test_the_embedded_package_loads():
    (finding,) = data.check_package()
    assert finding.level is not Level.FAULT
    assert "translate-ar_en" in finding.found


def test_a_terminal_without_cursor_control_is_a_fault(monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("LANG", "C")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_CTYPE", raising=False)
    findings = {f.about: f for f in screen.check_terminal("app")}
    assert findings["screen"].level is Level.FAULT
    assert "UTF-8" in findings["locale"].advice
    assert "the reader orders" in findings["drawing"].found


def test_a_kitty_says_what_to_set(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-kitty")
    monkeypatch.setenv("KITTY_WINDOW_ID", "1")
    monkeypatch.setenv("LANG", "C.UTF-8")
    findings = {f.about: f for f in screen.check_terminal("auto")}
    assert "force_ltr" in findings["drawing"].advice
    assert "screen" not in findings
