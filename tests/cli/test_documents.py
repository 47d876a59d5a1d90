"""What a command line names: files, folders, articles of a file, articles that have left it."""

import json

import pytest
from click.testing import CliRunner

from reader.cli import cli
from reader.cli.documents import read, to_open
from reader.errors import DocumentError

LEFT, STAYED = "وصل الوزير إلى بغداد.", "قال الرئيس إن المهمة انتهت."


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


def run(*arguments):
    return CliRunner().invoke(cli, list(arguments))


@pytest.fixture
def feed(tmp_path):
    """Write a file of two articles."""
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps({"text": t}) + "\n" for t in (LEFT, STAYED)))
    return path


@pytest.fixture
def kept(feed):
    """Return the path of an article that its file has no more."""
    assert run("add", "news.jsonl").exit_code == 0
    feed.write_text(json.dumps({"text": STAYED}) + "\n")
    assert run("add", "news.jsonl").exit_code == 0
    paths = [json.loads(line)["path"] for line in run("list", "--json").stdout.splitlines()]
    [path] = [path for path in paths if "#kept-" in path]
    return path


def test_an_article_of_a_file_opens_by_its_number(feed):
    assert [str(path) for path in to_open(["news.jsonl#2"])] == ["news.jsonl#2"]
    assert read("news.jsonl#2").paragraphs[0].text == STAYED
    with pytest.raises(DocumentError, match=r"other.jsonl#2 does not exist"):
        to_open(["other.jsonl#2"])


def test_an_article_that_its_file_has_no_more_is_read_from_the_database(kept):
    assert [str(path) for path in to_open([kept])] == [kept]
    assert read(kept).paragraphs[0].text == LEFT
    shown = run("show", "--plain", "--model", "nosuch", kept)
    assert LEFT in shown.stdout
    assert "no package nosuch" in shown.stderr
    assert "بغداد" in run("entities", kept).stdout
    assert "has no annotations on" in str(run("compare", "sara", "omar", kept).exception)
    unknown = f"{kept[:-1]}{'0' if kept[-1] != '0' else '1'}"
    with pytest.raises(DocumentError, match="does not exist"):
        to_open([unknown])
    assert "does not exist" in run("entities", unknown).stderr


@pytest.mark.parametrize("command", ["show", "open", "add", "translate", "entities", "serve"])
def test_a_folder_without_documents_is_told(tmp_path, command):
    if command == "serve":
        pytest.importorskip("textual_serve")
    (tmp_path / "shelf").mkdir()
    done = run(command, "shelf")
    assert isinstance(done.exception, DocumentError)
    assert str(done.exception).startswith("There are no documents here")


def test_no_server_is_started_for_what_does_not_exist():
    pytest.importorskip("textual_serve")
    done = run("serve", "missing.txt")
    assert str(done.exception) == "missing.txt does not exist: check the path."


@pytest.mark.parametrize("command", [[], ["show"], ["translate"]])
def test_an_address_is_not_taken_for_a_path(command):
    done = run(*command, "https://example.com/a")
    said = f"{done.exception} {done.stderr}"
    assert "https://example.com/a is an address, and nothing is fetched: save the page" in said
