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


def test_advice_is_indented_and_fits_the_terminal(report):
    advice = [line for line in report if line.startswith(" " * 8)]
    assert any("COLORTERM=truecolor" in line for line in advice)
    assert all(len(line) <= 60 for line in advice if "/" not in line)


def test_the_fonts_line_is_drawn_joined_and_from_the_right(report):
    line = next(line for line in report if "font:" in line)
    assert "ﻡﻼﺴﻟﺍ" in line
    assert "NATO" in line
