"""`reader doctor` as it is printed."""

import pytest
from click.testing import CliRunner

from reader.cli import cli


@pytest.fixture
def report(monkeypatch, tmp_path):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    done = CliRunner().invoke(cli, ["doctor"])
    assert done.exit_code == 0, done.output
    return done.output.splitlines()


def test_every_part_has_a_line(report):
    abouts = {line[6:].split(":")[0] for line in report if not line.startswith(" ")}
    assert {"reader", "textual", "terminal", "colours", "translation", "names"} <= abouts
    assert {"database", "dictionary", "extra morphology"} <= abouts


@pytest.mark.parametrize(("file", "text", "about", "reason"), [
    ("labels.toml", "[labels", "labels", "is not valid TOML"),
    ("labels.toml", '[labels.PER]\ncolour = "pink"', "labels", "labels.PER.colour is 'pink'"),
    ("config.toml", '[annotation]\nlabels = "/"', "labels", "The label set / cannot be read"),
    ("glossary.csv", "العراق,Iraq\nالناتو\n", "glossary", "Line 2 of the glossary"),
    ("config.toml", '[display]\ntheme = "nosuch"', "theme", "There is no theme nosuch: try reader-"),
    ("config.toml", '[translation]\ntranslator = "foo"', "translation", "foo is no server address"),
    ("config.toml", '[keys.bind]\n"move.lost" = "x"', "keys", "an unknown command move.lost"),
])  # fmt: skip
def test_what_the_user_has_set_up_is_looked_at(monkeypatch, tmp_path, file, text, about, reason):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "400")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / file).write_text(text, encoding="utf-8")
    done = CliRunner().invoke(cli, ["doctor"])
    assert done.exit_code == 1
    lines = done.output.splitlines()
    faults = [n for n, line in enumerate(lines) if line.startswith("FAULT")]
    assert [lines[n].split(":")[0] for n in faults] == [f"FAULT {about}"]
    assert reason in " ".join(line.strip() for line in lines[faults[0] :])


def test_a_server_is_named_and_not_asked(monkeypatch, tmp_path):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    monkeypatch.setattr("urllib.request.urlopen", None)
    (tmp_path / "config").mkdir()
    address = "http://sara:secret@localhost:1"
    text = f'[translation]\ntranslator = "{address}"'
    (tmp_path / "config" / "config.toml").write_text(text)
    done = CliRunner().invoke(cli, ["doctor"])
    assert done.exit_code == 0
    assert "ok    translation: by the server http://localhost:1\n" in done.output
    assert "The text of articles goes there" in done.output
    assert "secret" not in done.output
    assert "embedded" not in done.output


def test_advice_is_indented_and_fits_the_terminal(report):
    advice = [line for line in report if line.startswith(" " * 8)]
    assert any("COLORTERM=truecolor" in line for line in advice)
    assert all(len(line) <= 60 for line in advice if "/" not in line)


def test_the_fonts_line_is_drawn_joined_and_from_the_right(report):
    line = next(line for line in report if "font:" in line)
    assert "ﻡﻼﺴﻟﺍ" in line
    assert "NATO" in line
