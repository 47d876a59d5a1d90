"""The settings file: defaults, validation, writing."""

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


def test_own_keys_can_be_set(tmp_path):
    path = tmp_path / "config.toml"
    set_value("keys.bind.move.last", '["G", "z z"]', path)
    assert read_settings(path).keys.bind == {"move.last": ["G", "z z"]}


def test_the_commented_defaults_explain_every_key_and_change_nothing(tmp_path):
    text = commented_defaults()
    for key, meaning in HELP.items():
        assert meaning in text, key
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


def test_the_command_line_refuses_keys_of_unknown_commands(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    done = CliRunner().invoke(cli, ["config", "set", "keys.bind.move.next_paragaph", '["x"]'])
    assert isinstance(done.exception, SettingsError)
    assert "did you mean move.next_paragraph?" in str(done.exception)
    assert read_settings().keys.bind == {}
    done = CliRunner().invoke(cli, ["config", "set", "keys.bind.move.next_paragraph", '["x"]'])
    assert (done.exit_code, read_settings().keys.bind) == (0, {"move.next_paragraph": ["x"]})
