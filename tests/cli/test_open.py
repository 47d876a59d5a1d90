"""`reader PATH…` before anything is on the screen."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

import reader.cli.screen
import reader.tui.services
from reader.assets import seeds_path
from reader.cli import cli
from reader.cli.screen import terminal_colours
from reader.errors import DocumentError
from reader.settings.files import set_value


@pytest.fixture
def screens(monkeypatch, tmp_path):
    """What would have been shown, in a folder with one article."""
    shown = []

    def show(services, settings, files):
        shown.append([str(file) for file in files])
        return 0

    monkeypatch.setattr(reader.cli.screen, "has_terminal", lambda: True)
    monkeypatch.setattr(reader.cli.screen, "run_on_screen", show)
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("سلام", encoding="utf-8")
    return shown


def test_a_path_that_does_not_exist_ends_the_program_with_a_sentence(screens):
    done = CliRunner().invoke(cli, ["none.txt", "nor-this.txt"])
    assert isinstance(done.exception, DocumentError)
    assert str(done.exception) == "none.txt does not exist: check the path."
    assert screens == []


def test_a_command_with_a_slip_of_the_finger_is_no_file(screens, tmp_path):
    done = CliRunner().invoke(cli, ["shwo", "a.txt"])
    assert str(done.exception) == "There is no file shwo: did you mean `reader show a.txt`?"
    assert screens == []
    (tmp_path / "shwo").write_text("سلام", encoding="utf-8")
    assert CliRunner().invoke(cli, ["shwo", "a.txt"]).exit_code == 0
    assert screens == [["shwo", "a.txt"]]


def test_one_missing_path_among_others_is_left_to_the_library(screens):
    assert CliRunner().invoke(cli, ["none.txt", "a.txt"]).exit_code == 0
    assert screens == [["none.txt", "a.txt"]]


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "screen-256color"}, "256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "true"),
    ],
)
def test_the_colours_of_the_terminal(monkeypatch, environment, colours):
    monkeypatch.delenv("COLORTERM", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Console(force_terminal=True).color_system is not None
    assert terminal_colours() == colours


def test_without_a_path_the_library_opens_and_before_there_is_one_the_samples(screens, tmp_path):
    def names():
        assert CliRunner().invoke(cli, []).exit_code == 0
        return [Path(file).name for file in screens.pop()]

    samples = sorted(path.name for path in seeds_path().glob("*.txt"))
    assert names() == samples
    assert CliRunner().invoke(cli, ["add", str(seeds_path())]).exit_code == 0
    assert names() == samples
    assert CliRunner().invoke(cli, ["add", "a.txt"]).exit_code == 0
    (tmp_path / "a.txt").unlink()
    assert names() == ["a.txt"]


def test_with_a_damaged_database_the_samples_open(screens, tmp_path):
    database = tmp_path / "home" / "data" / "reader.db"
    database.parent.mkdir(parents=True)
    database.write_bytes(b"not a database" * 1000)
    assert CliRunner().invoke(cli, []).exit_code == 0
    assert len(screens[0]) == 5


@pytest.mark.parametrize("command", ["open", "show"])
@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], (None, "http://set:5000")),
        (["--model", "embedded"], ("embedded", None)),
        (["--translator", "http://given:5000"], (None, "http://given:5000")),
    ],
)
def test_a_package_named_for_one_run_goes_before_the_server_of_the_settings(
    screens, monkeypatch, command, options, expected
):
    asked = []

    def services(model, server):
        asked.append((model, server))
        raise DocumentError("enough")

    monkeypatch.setattr(reader.tui.services, "real_services", services)
    set_value("translation.translator", '"http://set:5000"')
    CliRunner().invoke(cli, [command, "a.txt", *options])
    assert asked == [expected]
