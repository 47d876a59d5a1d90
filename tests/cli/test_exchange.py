"""`reader export`, `import` and `compare`, from a file to a file."""

import json
import os
import re
from dataclasses import replace

import pytest
from click.testing import CliRunner

from reader.annotations import make_anchor, new_annotation
from reader.cli import cli
from reader.documents import load
from reader.errors import ExchangeError, ReaderError
from reader.export.bundle import File
from reader.export.output import write_files
from reader.export.registry import FORMATS
from reader.settings.paths import database_path
from reader.store import Database
from reader.store.annotations import AnnotationStore
from reader.store.documents import DocumentStore
from reader.store.translations import TranslationStore
from reader.store.vocabulary import VocabularyStore
from reader.translation import SentencePair

TEXT = "أعلن رئيس الوزراء محمد شياع السوداني.\n\nوصلت الطائرة إلى بغداد.\n"


@pytest.fixture
def article(tmp_path, monkeypatch):
    """An annotated, translated article in the working folder."""
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    doc = load("article.txt")
    with Database(database_path()) as db:
        DocumentStore(db).save(doc)
        text = doc.paragraphs[1].text
        TranslationStore(db).put(text, "p 1", [SentencePair(0, len(text), "The plane arrived.")])
        sara = AnnotationStore(db, annotator="sara")
        sara.add(replace(new_annotation(doc.fingerprint, make_anchor(doc, 0, 18, 36)), label="PER"))
        sara.add(
            replace(
                new_annotation(doc.fingerprint, make_anchor(doc, 1, 17, 22)), label="LOC", note="م"
            )
        )
        omar = AnnotationStore(db, annotator="omar")
        omar.add(replace(new_annotation(doc.fingerprint, make_anchor(doc, 1, 17, 22)), label="ORG"))
    return path


def run(*args):
    return CliRunner().invoke(cli, list(args))


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_to_standard_output_and_to_a_file(article, tmp_path, name):
    printed = run("export", "article.txt", "--format", name)
    assert printed.exit_code == 0, printed.stderr
    done = run("export", "article.txt", "--format", name, "-o", str(tmp_path / "out"))
    assert done.exit_code == 0
    out = tmp_path / "out"
    files = sorted(out.iterdir()) if out.is_dir() else [out]
    assert out.is_dir() == (name in ("brat", "xmi"))
    if name in ("brat", "xmi"):
        assert "With -o FOLDER you also get" in printed.stderr
    assert not [f for f in files if f.name.endswith(".part")]
    assert files[0].read_bytes()
    assert done.stderr.count("Wrote ") == len(files)


def test_html_has_the_english_and_the_annotations(article):
    page = run("export", "article.txt", "--format", "html").stdout
    assert "The plane arrived." in page
    assert re.search(
        '<mark class="(organisation place|place organisation) nested" title="[^"]+">بغداد<', page
    )


@pytest.mark.parametrize(("name", "lacks"), [
    ("html", True), ("tmx", True), ("csv", True), ("markdown", True), ("anki", False),
    ("w3c", False), ("brat", False),
])  # fmt: skip
def test_english_that_is_not_stored_is_counted(article, name, lacks):
    sentence = "No English is stored for 1 paragraph: run `reader translate article.txt` first."
    assert (sentence in run("export", "article.txt", "--format", name).stderr) is lacks


def test_a_package_without_stored_english_is_refused(article):
    assert run("export", "article.txt", "--format", "html", "--package", "p 1").exit_code == 0
    done = run("export", "article.txt", "--format", "html", "--package", "p 2")
    assert isinstance(done.exception, ExchangeError)
    assert "No English of the package p 2 is stored" in str(done.exception)
    assert "(p 1)" in str(done.exception)


def test_export_after_the_file_has_changed(article):
    article.write_text("مقدمة.\n\n" + TEXT.replace("بغداد", "البصرة"), encoding="utf-8")
    done = run("export", "article.txt", "--format", "w3c")
    items = json.loads(done.stdout)["first"]["items"]
    places = {i["target"]["selector"][0]["exact"]: i["reader:placement"] for i in items}
    assert places == {"محمد شياع السوداني": "placed", "بغداد": "orphan"}
    assert "without a place in the changed text: 2;" in done.stderr


def test_export_of_a_file_that_is_gone(article):
    os.unlink(article)  # noqa: PTH108
    done = run("export", "article.txt", "--format", "csv")
    assert done.exit_code == 0
    assert "is gone" in done.stderr
    assert "محمد شياع السوداني" in done.stdout


def test_names_of_files_cannot_act_on_the_terminal(article, tmp_path):
    hostile = article.rename(tmp_path / "x\x1b]0;pwn\x07.txt")
    assert run("add", str(hostile)).exit_code == 0
    hostile.unlink()
    done = run("export", str(hostile), "--format", "csv", "-o", "out\x1b[2J.csv")
    assert done.exit_code == 0
    assert "is gone" in done.stderr
    assert "Wrote out" in done.stderr
    assert not {"\x1b", "\x07"} & set(done.stderr)


def test_export_of_one_article_of_a_file_of_many(article, tmp_path):
    rows = [{"text": "وصل الوزير إلى بغداد."}, {"text": TEXT}]
    news = tmp_path / "news.jsonl"
    news.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = run("export", "news.jsonl#2", "--format", "jsonl")
    assert done.exit_code == 0, done.exception
    [row] = map(json.loads, done.stdout.splitlines())
    assert row["text"] == TEXT.replace("\n\n", "\n").strip()
    assert row["meta"]["path"] == "news.jsonl#2"
    assert "has no article 3" in str(run("export", "news.jsonl#3", "--format", "csv").exception)
    # a number does not hide the file from being overwritten
    done = run("export", "news.jsonl#2", "--format", "jsonl", "-o", "news.jsonl")
    assert "would be overwritten" in str(done.exception)


def test_export_with_what_the_recogniser_finds(article):
    plain = run("export", "article.txt", "--format", "jsonl").stdout
    more = run("export", "article.txt", "--format", "jsonl", "--suggestions").stdout
    assert sorted(json.loads(plain)["label"]) == [[18, 36, "PER"], [55, 60, "LOC"], [55, 60, "ORG"]]
    assert len(json.loads(more)["label"]) >= 3


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("export", "none.txt", "--format", "csv"), "none.txt"),
        (("export", "article.txt", "--format", "csv", "--flavour", "spacy"), "no flavour spacy"),
        (("export", "article.txt", "--format", "csv", "-o", "article.txt/x"), "cannot be written"),
        (("export", "home/empty", "--format", "csv"), "no documents"),
        (("import", "none.json"), "none.json cannot be read"),
        (
            ("compare", "sara", "nobody", "article.txt"),
            "nobody has no annotations on",
        ),
    ],
)
def test_faults_are_sentences(article, tmp_path, args, words):
    (tmp_path / "home" / "empty").mkdir()
    done = run(*args)
    assert isinstance(done.exception, ReaderError)
    assert re.search(words, str(done.exception))


def test_import_into_another_database(article, tmp_path, monkeypatch):
    run("export", "article.txt", "--format", "w3c", "-o", "out.jsonld")
    monkeypatch.setenv("READER_DATABASE", str(tmp_path / "other.db"))
    done = run("import", "out.jsonld")
    assert done.exit_code == 0, done.exception
    assert "annotations added: 3 (to check: 0, without a place: 0)" in done.stdout
    assert "Those of omar are shown with --annotator omar." in done.stdout
    assert "there already: 3;" in run("import", "out.jsonld", "--to", "article.txt").stdout
    doc = load("article.txt")
    with Database(tmp_path / "other.db") as db:
        assert {a.annotator for a in AnnotationStore(db).for_document(doc.fingerprint)} == {
            "sara",
            "omar",
        }
        assert DocumentStore(db).by_fingerprint(doc.fingerprint) is not None


def test_import_of_one_annotator_as_another(article):
    run("export", "article.txt", "--format", "brat", "-o", "out")
    done = run("import", "out/article.ann", "--to", "article.txt", "--annotator", "lina")
    assert "annotations added: 3" in done.stdout
    assert "F1, same span: 0.800" in run("compare", "sara", "lina", "article.txt").stdout


def test_compare(article):
    done = run("compare", "sara", "omar", "article.txt")
    assert done.exit_code == 0
    assert "Span F1, same span: 0.000" in done.stdout
    assert "paragraph 2: بغداد: different labels: LOC «بغداد» / ORG «بغداد»" in done.stdout
    assert "paragraph 1: محمد شياع السوداني: only sara: PER «محمد شياع السوداني»" in done.stdout
    found = json.loads(run("compare", "sara", "omar", "article.txt", "--json").stdout)
    assert [d["kind"] for d in found["disagreements"]] == ["only_first", "label"]


def test_compare_after_the_file_has_changed(article):
    article.write_text("مقدمة.\n\n" + TEXT, encoding="utf-8")
    done = run("compare", "sara", "omar", "article.txt")
    assert "paragraph 3: بغداد: different labels" in done.stdout


def test_all_saved_words_without_naming_a_document(article):
    assert "no saved words" in str(run("export", "--format", "anki").exception)
    assert "no documents" in str(run("export", "--format", "csv").exception)
    with Database(database_path()) as db:
        words = VocabularyStore(db)
        words.save("الطائرة", gloss="plane", fingerprint=load("article.txt").fingerprint)
        words.save("كلمة", gloss="word")
    cards = run("export", "--format", "anki").stdout
    assert [line.count("plane") + line.count("word</div>") for line in cards.splitlines()[-2:]] == [
        1,
        1,
    ]
    assert "article.txt" in cards
    assert run("export", "--format", "apkg", "-o", "all.apkg").exit_code == 0


@pytest.mark.parametrize("opened", [False, True])
def test_saved_words_after_the_file_has_changed(article, opened):
    with Database(database_path()) as db:
        text = load("article.txt").fingerprint
        VocabularyStore(db).save("الطائرة", gloss="airliner", fingerprint=text)
        VocabularyStore(db).save("كلمة", gloss="elsewhere", fingerprint="0" * 64)
    article.write_text(TEXT + "\nفقرة أخرى.\n", encoding="utf-8")
    if opened:
        assert run("add", "article.txt").exit_code == 0
    cards = run("export", "article.txt", "--format", "anki").stdout
    assert "airliner" in cards
    assert "elsewhere" not in cards


@pytest.mark.parametrize(
    "args",
    [
        ("article.txt", "--format", "brat", "-o", "."),
        (".", "--format", "brat", "-o", "."),
        ("article.txt", "--format", "csv", "-o", "article.txt"),
        ("article.txt", "--format", "csv", "-o", "other-name.txt"),
        ("page.html", "--format", "html", "-o", "."),
        ("notes.md", "--format", "markdown", "-o", "."),
        ("news.jsonl", "--format", "csv", "-o", "news.jsonl"),
    ],
)
def test_an_export_never_overwrites_what_is_exported(article, tmp_path, args):
    (tmp_path / "page.html").write_text(f"<p>{TEXT}</p>", encoding="utf-8")
    (tmp_path / "notes.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "news.jsonl").write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    (tmp_path / "other-name.txt").hardlink_to(article)
    before = {p: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()}
    done = run("export", *args)
    assert isinstance(done.exception, ExchangeError)
    assert "would be overwritten: choose another file or folder" in str(done.exception)
    assert {p: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()} == before


@pytest.mark.parametrize(
    ("name", "own"),
    [("brat", "p.txt"), ("brat", "p.ann"), ("brat", "annotation.conf"), ("xmi", "p.xmi")],
)
def test_an_export_into_a_folder_replaces_only_exports(article, tmp_path, name, own):
    if name == "xmi":
        pytest.importorskip("cassis")
    article.rename(tmp_path / "p.html")
    folder = tmp_path / "out"
    folder.mkdir()
    notes = folder / own
    notes.write_text("My own notes.", encoding="utf-8")
    export = ("export", "p.html", "--format", name, "-o", "out")
    done = run(*export)
    assert isinstance(done.exception, ExchangeError)
    assert f"{own} is there already and is no export of the reader" in str(done.exception)
    assert [path.read_text(encoding="utf-8") for path in folder.iterdir()] == ["My own notes."]
    assert run(*export, "--force").exit_code == 0
    assert "My own notes." not in notes.read_text(encoding="utf-8")
    # over an earlier export of other annotations nothing needs to be forced
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with Database(database_path()) as db:
        document = load("p.html")
        mark = new_annotation(document.fingerprint, make_anchor(document, 0, 0, 4))
        AnnotationStore(db, annotator="sara").add(replace(mark, label="WEAPON"))
    assert run(*export).exit_code == 0
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert after.keys() == before.keys()
    assert {n for n in after if after[n] != before[n]} >= {own} - {"p.txt"}


def test_an_earlier_export_is_replaced_through_a_link_with_its_permissions(tmp_path):
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "real.csv").chmod(0o600)
    (tmp_path / "link.csv").symlink_to("real.csv")
    (tmp_path / "real.csv.part").write_bytes(b"mine")
    write_files([File("a.csv", b"new")], tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"
    assert (tmp_path / "real.csv").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "real.csv.part").read_bytes() == b"mine"
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert write_files([File("a.csv", b"row")], pipe) == [pipe]
        assert os.read(end, 100) == b"row"
    finally:
        os.close(end)
    assert pipe.is_fifo()


def test_several_files_go_into_a_folder(tmp_path):
    files = [File("a.ann", b"1"), File("a.txt", b"2", companion=True)]
    assert [p.name for p in write_files(files, tmp_path / "new" / "folder")] == ["a.ann", "a.txt"]
    assert write_files(files[:1], tmp_path) == [tmp_path / "a.ann"]
    assert write_files(files[:1], tmp_path / "x" / "y.ann")[0].read_bytes() == b"1"
