"""`reader translate` as a user runs it: a process of its own, the embedded package."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys

import pytest

from reader.assets import seeds_path

SEED = sorted(seeds_path().glob("*.txt"))[0]


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


def run(home, *args, stdin=b"", **options):
    environment = {
        **os.environ,
        "READER_HOME": str(home),
        "ARGOS_PACKAGES_DIR": str(home / "argos"),
    }
    return subprocess.run(
        [sys.executable, "-m", "reader", "translate", *args],
        input=stdin, capture_output=True, env=environment, check=False, **options,
    )  # fmt: skip


def rows(done):
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_one_json_object_a_paragraph_in_order(home):
    done = run(home, str(SEED), "--json")
    found = rows(done)
    assert done.returncode == 0
    assert set(found[0]) == {"document", "paragraph", "text", "translation", "package", "score"}
    assert [row["text"] for row in found] == [
        line.strip() for line in SEED.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    assert all(row["translation"] and row["score"] < 0 for row in found)
    assert all(row["package"].startswith("translate-ar_en ") for row in found)


def test_standard_input_is_answered_line_by_line(home):
    done = run(home, "-", stdin="وصل الوزير.\r\n\n  \nCNN 5\nهل ينسحب؟".encode())
    lines = done.stdout.decode().splitlines()
    assert len(lines) == 3
    assert lines[1] == "CNN 5"
    found = rows(run(home, "-", "--json", stdin="وصل الوزير.\nCNN 5\n".encode("utf-16")))
    assert [row["document"] for row in found] == ["-", "-"]
    assert found[0]["text"] == "وصل الوزير."
    assert found[0]["translation"] == lines[0]
    assert found[1]["score"] is None


def test_sentences_with_places_links_and_doubts(home):
    text = "وصل 2500 جندي إلى بغداد. CNN."
    (row,) = rows(run(home, "-", "--json", "--sentences", stdin=text.encode()))
    first, second = row["sentences"]
    assert text[first["start"] : first["end"]] == "وصل 2500 جندي إلى بغداد."
    assert row["translation"] == f"{first['translation']} CNN."
    assert second["translation"] == "CNN."
    sentence = text[first["start"] : first["end"]]
    linked = {(sentence[a:b], first["translation"][c:d]) for a, b, c, d, _ in first["links"]}
    lost = [doubt["kind"] for doubt in first["doubts"]]
    assert ("2500", "2500") in linked or ("2500", "2,500") in linked or "number" in lost


def test_second_run_takes_everything_from_the_database(home, tmp_path):
    first = run(home, str(SEED), "--json")
    database = home / "data" / "reader.db"
    connection = sqlite3.connect(database)
    stamps = connection.execute("SELECT source_hash, made FROM translation").fetchall()
    connection.execute("UPDATE translation SET made = 'first'")
    connection.commit()
    again = run(home, str(SEED), "--json")
    assert again.stdout == first.stdout
    kept = connection.execute("SELECT count(*) FROM translation WHERE made = 'first'").fetchone()[0]
    assert kept == len(stamps)


def test_killed_run_goes_on_without_translating_twice(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    text = SEED.read_text(encoding="utf-8")
    for n in range(6):
        (folder / f"{n}.txt").write_text(text.replace("العراق", f"العراق {n}"), encoding="utf-8")
    environment = {**os.environ, "READER_HOME": str(tmp_path), "ARGOS_PACKAGES_DIR": str(tmp_path)}
    command = [sys.executable, "-m", "reader", "translate", str(folder), "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as child:
        for _ in range(3):
            assert child.stdout.readline()
        os.kill(child.pid, signal.SIGKILL)
    connection = sqlite3.connect(tmp_path / "data" / "reader.db")
    before = connection.execute("SELECT count(*) FROM translation").fetchone()[0]
    connection.execute("UPDATE translation SET made = 'before the kill'")
    connection.commit()
    assert before >= 3
    done = run(tmp_path, str(folder), "--json")
    assert len(rows(done)) == 6 * len([line for line in text.splitlines() if line.strip()])
    kept = connection.execute(
        "SELECT count(*) FROM translation WHERE made = 'before the kill'"
    ).fetchone()[0]
    assert kept == before


def test_bad_files_are_told_and_the_others_translated(home, tmp_path):
    (tmp_path / "good.txt").write_text("وصل الوزير.", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "news.jsonl").write_text('{"text": "وصل الوزير."}\nno object', encoding="utf-8")
    done = run(home, str(tmp_path), str(tmp_path / "none.txt"))
    assert done.returncode == 2
    errors = done.stderr.decode().replace("\r", "\n")
    assert f"reader: {tmp_path / 'news.jsonl'}: One entry " in errors
    assert "empty.txt is empty" in errors
    assert "none.txt does not exist" in errors
    assert "Traceback" not in errors
    assert len(done.stdout.decode().splitlines()) == 4


def test_locked_database_is_one_sentence_and_the_text_still_comes(tmp_path):
    done = run(tmp_path, "-", stdin=b"CNN\n")
    assert done.returncode == 0
    database = tmp_path / "data" / "reader.db"
    shutil.rmtree(tmp_path / "data" / "packages", ignore_errors=True)
    for name in ("reader.db-wal", "reader.db-shm"):
        (tmp_path / "data" / name).unlink(missing_ok=True)
    database.write_bytes(b"no database" * 1000)
    done = run(tmp_path, "-", stdin="وصل الوزير.\n".encode())
    assert "not a sound database" in done.stderr.decode()
    assert done.stdout.decode().strip()


def test_unknown_package_is_one_sentence(home):
    done = run(home, str(SEED), "--model", "turbo")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("reader: There is no package turbo")
    assert done.stdout == b""


def test_article_text_cannot_act_on_the_terminal(home):
    done = run(home, "-", stdin=b"\x1b[2Jevil \xe2\x80\xae\n")
    assert b"\x1b" not in done.stdout
    assert "\u202e" not in done.stdout.decode()


def test_the_name_of_a_bad_file_cannot_act_on_the_terminal(home, tmp_path):
    bad = tmp_path / "x\x1b]0;pwn\x07.txt"
    bad.write_bytes(b"")
    done = run(home, str(bad))
    assert done.returncode == 2
    assert b"pwn" in done.stderr
    assert not {0x1B, 0x07} & set(done.stderr)
