"""The settings file: defaults, validation, writing."""

import json
import re
import tomllib

import pytest
from click.testing import CliRunner

from reader.cli import cli
from reader.errors import SettingsError
from reader.settings.files import (
    commented_defaults,
    get_value,
    parse_settings,
    read_settings,
    set_value,
)
from reader.settings.model import HELP, Settings
from reader.settings.overrides import overridden


def test_a_missing_file_gives_the_defaults(tmp_path):
    assert read_settings(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize(("text", "reason"), [
    ('[display]\nteme = "x"', r"unknown key display\.teme: did you mean display\.theme\?"),
    ("[disply]\nx = 1", r"unknown key disply: did you mean display\?"),
    ("[reading]\nstack_below = 5", r"wrong value for reading\.stack_below"),
    ('[reading]\nharakat = "yes"', r"wrong value for reading\.harakat"),
    ('[display]\nrender = "no"', r"display\.render: .*auto, app, terminal, off"),
    ("[display", "not valid TOML"),
    ("[reading]\narabic_share = 200", r"reading\.arabic_share: it must be 20 to 80\.$"),
    ('[keys.bind]\nmove.last = ["x"]', r"put the command's name in quotes"),
    ('[keys.bind]\n"move.last" = 5', r"keys\.bind: it must be a key or a list of keys"),
])  # fmt: skip
def test_faults_name_file_key_and_the_nearest_known(tmp_path, text, reason):
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(SettingsError, match=reason) as caught:
        read_settings(path)
    assert str(path) in str(caught.value)


def test_setting_a_value_keeps_comments_and_refuses_what_is_wrong(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text("# mine\n[reading]\nharakat = false # dots\n")
    set_value("reading.stack_below", "100", path)
    set_value("display.theme", "reader-light", path)
    text = path.read_text()
    assert "# mine" in text
    assert "# dots" in text
    settings = read_settings(path)
    assert settings.reading.stack_below == 100
    assert not settings.reading.harakat
    assert settings.display.theme == "reader-light"
    with pytest.raises(SettingsError):
        set_value("reading.stack_below", "many", path)
    with pytest.raises(SettingsError, match=r"did you mean reading\.harakat"):
        set_value("reading.haraka", "true", path)
    assert path.read_text() == text


def test_own_keys_can_be_set_and_got(tmp_path):
    path = tmp_path / "config.toml"
    set_value("keys.bind.move.last", '["G", "z z"]', path)
    set_value("keys.bind.move.first", "5", path)
    assert read_settings(path).keys.bind == {"move.last": ["G", "z z"], "move.first": "5"}
    assert get_value("keys.bind.move.last", path) == ["G", "z z"]
    with pytest.raises(SettingsError, match=r"keys\.bind\.move\.next is not set: .*config keys"):
        get_value("keys.bind.move.next", path)


@pytest.mark.parametrize(("key", "value", "reason"), [
    ("reading.arabic_share", "200", r"^200 is no value for reading\.arabic_share: .* 20 to 80\.$"),
    ("reading.max_width", "true", "it must be 0 to 1000"),
    ("keys.count_wait", "nine", "it must be 0 to 5"),
    ("reading.harakat", "yes", "it must be true or false"),
    ("display.render", "no", "it must be one of auto, app, terminal, off"),
    ("keys.bind.move.last", "[5]", "it must be a key or a list of keys"),
    ("keys.bind", "x", "it must be a table of commands and their keys"),
])  # fmt: skip
def test_a_refused_value_is_named_and_not_the_file(tmp_path, key, value, reason):
    path = tmp_path / "config.toml"
    with pytest.raises(SettingsError, match=reason) as caught:
        set_value(key, value, path)
    assert str(path) not in str(caught.value)
    assert not path.exists()


@pytest.mark.parametrize("text", ["2024", "true", "2024-01-02", "سارة", '"'])
def test_text_needs_no_quotes(tmp_path, text):
    set_value("annotation.annotator", text, tmp_path / "config.toml")
    assert get_value("annotation.annotator", tmp_path / "config.toml") == text


@pytest.mark.parametrize("keys", [{}, {"move.last": ["\\", '"']}])
def test_what_get_prints_is_toml(tmp_path, monkeypatch, keys):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    for command, bound in keys.items():
        set_value(f"keys.bind.{command}", json.dumps(bound))
    done = CliRunner().invoke(cli, ["config", "get", "keys.bind"])
    assert tomllib.loads(f"x = {done.output}") == {"x": keys}


def test_the_commented_defaults_explain_every_key_and_change_nothing(tmp_path):
    text = commented_defaults()
    for key, meaning in HELP.items():
        assert meaning in text, key
    assert "percent of the width for the Arabic; 20 to 80" in text
    assert parse_settings(text.encode(), tmp_path) == Settings()
    live = re.sub(r"^#(\w+ = )", r"\1", text, flags=re.MULTILINE)
    assert tomllib.loads(live)["reading"]["stack_below"] == 80
    assert parse_settings(live.encode(), tmp_path) == Settings()


def test_get_value(tmp_path):
    assert get_value("reading.harakat", tmp_path / "none") is True
    with pytest.raises(SettingsError):
        get_value("reading.nothing", tmp_path / "none")


def test_overrides_change_only_what_is_given():
    changed = overridden(Settings(), {"display.theme": "x", "reading.max_width": None})
    assert changed.display.theme == "x"
    assert changed.reading == Settings().reading


def test_what_a_check_refuses_is_not_written(tmp_path):
    path = tmp_path / "config.toml"

    def refuse(settings):
        raise SettingsError(f"no {settings.display.theme}")

    with pytest.raises(SettingsError, match="no blue"):
        set_value("display.theme", "blue", path, check=refuse)
    assert not path.exists()


@pytest.mark.parametrize(("key", "value", "reason"), [
    ("display.theme", "nosuch", "There is no theme nosuch: try reader-dark"),
    ("translation.translator", "foo", "foo is no server address"),
])  # fmt: skip
def test_the_command_line_refuses_what_cannot_be(tmp_path, monkeypatch, key, value, reason):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    done = CliRunner().invoke(cli, ["config", "set", key, value])
    assert reason in str(done.exception)
    assert read_settings() == Settings()


@pytest.mark.parametrize(("key", "value"), [
    ("display.theme", "light"),
    ("display.theme", "nord"),
    ("translation.translator", "http://localhost:5000"),
    ("translation.translator", ""),
])  # fmt: skip
def test_the_command_line_takes_what_can_be(tmp_path, monkeypatch, key, value):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    done = CliRunner().invoke(cli, ["config", "set", key, value])
    assert (done.exit_code, get_value(key)) == (0, value)


def test_the_command_line_refuses_keys_of_unknown_commands(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    done = CliRunner().invoke(cli, ["config", "set", "keys.bind.move.next_paragaph", '["x"]'])
    assert isinstance(done.exception, SettingsError)
    assert "did you mean move.next_paragraph?" in str(done.exception)
    assert read_settings().keys.bind == {}
    done = CliRunner().invoke(cli, ["config", "set", "keys.bind.move.next_paragraph", '["x"]'])
    assert (done.exit_code, read_settings().keys.bind) == (0, {"move.next_paragraph": ["x"]})
