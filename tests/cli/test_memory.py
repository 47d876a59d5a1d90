"""`reader memory` and its effect on `reader translate`."""

import json

import pytest
from click.testing import CliRunner

from reader.cli import cli
from reader.errors import ExchangeError


@pytest.fixture
def reader(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))

    def run(*args, **options):
        return CliRunner().invoke(cli, args, catch_exceptions=False, **options)

    return run


def test_correction_wins_in_every_translation_until_removed(reader):
    sentence = "وصل الوزير إلى بغداد."
    before = reader("translate", "-", input=sentence).stdout
    reader("memory", "add", sentence, "The minister has arrived in Baghdad.")
    shown = reader("translate", "-", input=f"{sentence} CNN.\n").stdout
    assert shown == "The minister has arrived in Baghdad. CNN.\n"
    assert reader("memory", "remove", sentence).exit_code == 0
    assert reader("translate", "-", input=sentence).stdout == before
    assert reader("memory", "remove", sentence).exit_code == 1


def test_export_import_and_find(reader, tmp_path):
    reader("memory", "add", "وصل الوزير إلى بغداد", "The minister arrived", "--author", "noor")
    file = str(tmp_path / "m.tmx")
    assert "1 sentence" in reader("memory", "export", file).stderr
    reader("memory", "remove", "وصل الوزير إلى بغداد")
    assert "1 sentence taken" in reader("memory", "import", file).stderr
    assert (
        "1 sentence taken, 0 kept as here, 0 units without"
        in reader("memory", "import", file).stderr
    )
    row = json.loads(reader("memory", "find", "وصل الوزير إلى بغداد اليوم", "--json").stdout)
    assert row["target"] == "The minister arrived"
    assert row["author"] == "noor"
    assert 75 <= row["percent"] < 100


def test_an_undated_file_does_not_replace_a_correction(reader, tmp_path):
    reader("memory", "add", "وصل الوزير", "mine")
    file = tmp_path / "m.tmx"
    units = [("وصل الوزير", "theirs"), ("ـــ", "a line"), ("غادر الوزير", "The minister left")]
    file.write_text(
        "<tmx version='1.4'><header/><body>"
        + "".join(
            f"<tu><tuv xml:lang='ar'><seg>{arabic}</seg></tuv>"
            f"<tuv xml:lang='en'><seg>{english}</seg></tuv></tu>"
            for arabic, english in units
        )
        + "</body></tmx>",
        encoding="utf-8",
    )
    said = reader("memory", "import", str(file)).stderr
    assert said.startswith("1 sentence taken, 1 kept as here, 1 unit without")
    found = reader("memory", "find", "وصل الوزير", "--json", "--least", "100").stdout
    assert json.loads(found)["target"] == "mine"
    assert reader("memory", "import", str(file), "--replace").stderr.startswith("2 sentences")
    found = reader("memory", "find", "وصل الوزير", "--json", "--least", "100").stdout
    assert json.loads(found)["target"] == "theirs"


def test_bad_file_is_one_sentence(reader, tmp_path):
    (tmp_path / "m.tmx").write_text("no xml")
    with pytest.raises(ExchangeError, match="not a sound TMX"):
        reader("memory", "import", str(tmp_path / "m.tmx"))


def test_glossary_in_settings_folder_is_used(reader, tmp_path):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "glossary.csv").write_text("وزير\n", encoding="utf-8")
    with pytest.raises(ExchangeError, match="Line 1"):
        reader("translate", "-", input="نص")
