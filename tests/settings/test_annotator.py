"""Whose annotations they are: the setting, the login name, or "reader"."""

from pathlib import Path

import pytest

from reader.settings import annotator
from reader.settings.files import set_value


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path))


def test_the_login_name_without_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotator, "getuser", lambda: "layla")
    assert annotator.annotator_name() == "layla"


def test_the_setting_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotator, "getuser", lambda: "layla")
    set_value("annotation.annotator", "ليلى")
    assert annotator.annotator_name() == "ليلى"


@pytest.mark.parametrize("fault", [OSError("no user"), KeyError("uid 1000")])
def test_a_user_that_the_system_does_not_know(
    fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In containers the number of the user may have no name."""

    def nobody() -> str:
        raise fault

    monkeypatch.setattr(annotator, "getuser", nobody)
    assert annotator.annotator_name() == "reader"
