"""`reader entities` on files, standard input and CoNLL."""

import json
import lzma

import pytest
from click.testing import CliRunner

from reader.assets import seeds_path
from reader.cli.commands.entities import command
from reader.entities.evaluation import evaluate, gold_spans, read_conll, token_spans
from reader.entities.model import Entity, Label
from reader.errors import DocumentError, ReaderError

SEED = sorted(seeds_path().glob("*.txt"))[3]


def run(*args, stdin=None):
    return CliRunner().invoke(command, list(args), input=stdin)


def test_json_has_one_object_a_paragraph_with_exact_spans():
    from reader.documents import load

    done = run(str(SEED), "--json")
    assert done.exit_code == 0
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    paragraphs = load(SEED).paragraphs
    assert [row["paragraph"] for row in rows] == [p.id for p in paragraphs]
    assert {row["document"] for row in rows} == {str(SEED)}
    for row, paragraph in zip(rows, paragraphs, strict=True):
        for span in row["spans"]:
            assert set(span) == {"start", "end", "label", "text", "value"}
            assert paragraph.text[span["start"] : span["end"]] == span["text"]
    values = {s["value"] for row in rows for s in row["spans"]}
    assert {"2021-02-19", "500..4000", "2021-10-10", "8x", "-P2D"} <= values


def test_standard_input_is_answered_line_by_line():
    done = run("-", "--json", stdin="في 10 أكتوبر 2021\n\nلا شيء هنا\n")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["document"], first["spans"][0]["value"]) == ("-", "2021-10-10")
    assert second["spans"] == []
    plain = run("-", stdin="في 10 أكتوبر 2021\nلا شيء هنا\n").stdout
    assert plain.splitlines() == ["DATE 10 أكتوبر 2021 = 2021-10-10", ""]


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(
        "قال مصطفى الكاظمي إن قوات الناتو باقية.\nوأضاف الكاظمي أن مهمة للناتو بدأت عام 2018.\n",
        encoding="utf-8",
    )
    return path


def test_table_lists_each_entity_once_with_its_forms(article):
    lines = run(str(article)).stdout.splitlines()
    assert lines[0] == f"== {article}"
    assert any("مصطفى الكاظمي = Mustafa al-Kadhimi (" in line for line in lines)
    assert sum("= NATO" in line for line in lines) == 1


def test_a_bad_file_is_named_and_the_others_are_read(tmp_path, article):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x00\x01\x02" * 50)
    done = run(str(bad), str(article))
    assert done.exit_code == 2
    assert "bad.txt" in done.stderr
    assert str(article) in done.stdout


def test_the_name_of_a_bad_file_cannot_act_on_the_terminal(tmp_path):
    bad = tmp_path / "x\x1b]0;pwn\x07.pdf"
    bad.write_bytes(b"\x00\x01\x02" * 50)
    done = run(str(bad))
    assert done.exit_code == 2
    assert "pwn" in done.stderr
    assert not {"\x1b", "\x07"} & set(done.stderr)


def test_nothing_to_read_is_a_user_error():
    assert isinstance(run().exception, ReaderError)


CONLL = "زار\tO\nترامب\tB-PERS\nبغداد\tB-GPE\nفي\tO\n2021\tB-DATE\n\nلا\tO\n"


@pytest.mark.parametrize("packed", [False, True])
def test_conll_is_read_plain_or_packed(tmp_path, packed):
    path = tmp_path / ("gold.conll" + (".xz" if packed else ""))
    data = CONLL.encode()
    path.write_bytes(lzma.compress(data) if packed else data)
    sentences = read_conll(path)
    assert [len(sentence) for sentence in sentences] == [5, 1]


def test_evaluation_scores_the_kinds_of_the_file(tmp_path):
    path = tmp_path / "gold.conll"
    path.write_text(CONLL, encoding="utf-8")
    done = run("--eval", str(path))
    assert done.exit_code == 0
    assert {line.split()[0] for line in done.stdout.splitlines()[1:]} == {
        "PER",
        "LOC",
        "DATE",
        "all",
    }
    assert evaluate(read_conll(path))["DATE"].f1 == 100.0


def test_gold_spans_of_iob_tags():
    tags = ["B-PER", "I-PER", "B-PER", "O", "I-GPE", "I-GPE", "B-ORG"]
    assert gold_spans(tags) == {(0, 2, "PER"), (2, 3, "PER"), (4, 6, "LOC"), (6, 7, "ORG")}


def test_entity_without_its_clitic_counts_for_the_whole_word():
    entity = Entity(5, 11, Label.LOC, "العراق")
    assert token_spans(["زار", "بالعراق"], [entity], {"LOC"}) == {(1, 2, "LOC")}


@pytest.mark.parametrize("text", ["word\n", "ترامب PER\n", ""])
def test_what_is_no_conll_is_said_so(tmp_path, text):
    path = tmp_path / "bad.conll"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match=r"bad\.conll"):
        read_conll(path)
