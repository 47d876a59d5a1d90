"""`reader add`, `reader list` and `reader search`, end to end."""

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from reader.assets import seeds_path
from reader.cli import cli
from reader.errors import ReaderError
from reader.settings.paths import database_path
from reader.store import Database
from reader.store.importing import Importer, ImportResult
from tests.documents.samples import DATA


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))

    def invoke(*arguments: str):
        return CliRunner().invoke(cli, arguments, catch_exceptions=False)

    return invoke


def objects(result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_add_list_and_search_the_sample_articles(run):
    added = run("add", str(seeds_path()))
    assert added.exit_code == 0
    assert added.stdout == "5 documents added, 0 files unchanged, 0 not readable.\n"
    assert run("add", str(seeds_path())).stdout.startswith("0 documents added, 5 files unchanged")

    listed = objects(run("list", "--sort", "size", "--reverse", "--json"))
    assert len(listed) == 5
    assert [entry["size"] for entry in listed] == sorted((e["size"] for e in listed), reverse=True)
    rows = run("list", "--text", "الناتو").stdout.splitlines()
    assert len(rows) == 2
    assert all(len(row.split("\t")) == 8 for row in rows)

    hits = objects(run("search", "العراق", "--json", "--kind", "text"))
    assert len(hits) >= 4
    for hit in hits:
        assert hit["spans"]
        assert all("عراق" in hit["text"][start:end] for start, end in hit["spans"])
    page = run("search", '"حلف شمال الأطلسي"', "--limit", "1").stdout
    assert "paragraph" in page
    assert "\x1b" not in page
    assert run("search", "الرئيس", "--", "-العراق").exit_code in (0, 1)


def test_unreadable_file_is_one_sentence_and_status_2(run):
    result = run("add", str(DATA / "locked.pdf"), str(DATA / "note.md"), "--json")
    assert result.exit_code == 2
    assert objects(result)[0]["added"] == 1
    assert result.stderr.count("\n") == 1
    assert "protected with a password" in result.stderr


def test_what_was_left_out_of_a_file_is_told_once(run, tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "وصل الوزير إلى بغداد."}\nno object\n', encoding="utf-8")
    result = run("add", str(path))
    assert result.exit_code == 0
    assert result.stderr.startswith(f"reader: {path}")
    assert "left out" in result.stderr
    assert result.stderr.count("\n") == 1
    assert run("add", str(path)).stderr == ""


def test_nothing_found_is_status_1(run):
    result = run("search", "كلمة-لا-توجد")
    assert result.exit_code == 1
    assert result.stderr == "Nothing found.\n"


def test_hostile_titles_are_harmless_in_the_list(run, tmp_path):
    path = tmp_path / "bad\x1b[31m.txt"
    path.write_text("عنوان \x1b]0;x\x07 \u202e مقلوب\nنص", encoding="utf-8")
    assert run("add", str(path)).exit_code == 0
    for output in (run("list").stdout, run("search", "مقلوب").stdout):
        assert "مقلوب"[::-1] in output or "مقلوب" in output or "ﻣﻘﻠﻮﺏ"[::-1] in output
        assert "\x1b" not in output
        assert "\u202e" not in output


def test_a_watched_folder_can_be_forgotten(run, tmp_path):
    with Database(database_path()) as database:
        Importer(database).watch(str(tmp_path))
    assert run("add", str(tmp_path), "--unwatch").stdout == "0 folders still watched.\n"
    with Database(database_path()) as database:
        assert Importer(database).watched() == []


def test_with_json_standard_output_holds_nothing_else(run, tmp_path, monkeypatch):
    (tmp_path / "shelf").mkdir()
    shelf = str(tmp_path / "shelf")
    changes = [ImportResult(), ImportResult(added=2), ImportResult(failed=["x is empty."])]
    monkeypatch.setattr(Importer, "follow", lambda *_: iter(changes))
    assert objects(run("add", shelf, "--watch", "--json")) == [
        {"added": 0, "unchanged": 0, "failed": []},
        {"added": 2, "unchanged": 0, "failed": []},
        {"added": 0, "unchanged": 0, "failed": ["x is empty."]},
    ]
    assert run("add", shelf, "--watch").stdout.endswith("2 documents added.\n")
    assert objects(run("add", shelf, "--unwatch", "--json")) == [{"watched": 0}]


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text there")
def test_json_about_a_file_whose_name_is_no_utf8_is_utf8(run, tmp_path):
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xe3.txt")
    Path(name).write_bytes(b"")
    result = run("add", name, "--json")
    assert result.exit_code == 2
    (about,) = [json.loads(line) for line in result.stdout_bytes.decode("utf-8").splitlines()]
    assert name in about["failed"][0]


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text there")
def test_a_file_whose_name_is_no_utf8_is_kept_and_annotated(run, tmp_path):
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xe3\xde\xc7\xe1.txt")
    Path(name).write_text("قال الرئيس إن بغداد بخير.", encoding="utf-8")
    assert run("add", name).stdout.startswith("1 document added")
    assert run("add", name).stdout.startswith("0 documents added, 1 file unchanged")
    assert "\\udce3\\udcde" in run("list").stdout
    assert run("export", name, "--format", "csv").exit_code == 0


@pytest.mark.parametrize("option", ["--since", "--until"])
def test_a_date_to_list_by_is_a_date(tmp_path, monkeypatch, option):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    for date in ("2026-05-01", "2026-05", "2026"):
        assert CliRunner().invoke(cli, ["list", option, date]).exit_code == 0
    for date in ("yesterday", "01/05/2026", "2026-13", "2026-5"):
        fault = CliRunner().invoke(cli, ["list", option, date]).exception
        assert isinstance(fault, ReaderError)
        assert f"{option} {date} is no date: write the date as 2026-05-01" in str(fault)
