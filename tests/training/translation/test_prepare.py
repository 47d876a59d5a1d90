"""From a data folder to piece ids, on a tiny data folder."""

import io
import json
import tarfile
from pathlib import Path

import pytest

from training.translation import corpora, prepare

NEWS = [
    (f"وصل الوفد رقم {n} إلى العاصمة", f"Delegation number {n} arrived in the capital")
    for n in range(90)
]
LEAK = ("هذه جملة من الاختبار لا يجوز أن تراها", "This is a test sentence not to be seen")


def archive(path: Path, files: dict[str, str]) -> None:
    with tarfile.open(path, "w:xz") as tar:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content.encode())
            tar.addfile(info, io.BytesIO(content.encode()))


def lines(sentences: list[str]) -> str:
    return "".join(f"{sentence}\n" for sentence in sentences)


def test_prepare_cleans_weighs_and_keeps_test_text_out(tmp_path: Path) -> None:
    data, work = tmp_path / "data", tmp_path / "work"
    (data / "eval").mkdir(parents=True)
    (data / "eval/flores-dev.ar").write_text(lines([LEAK[0]]), encoding="utf-8")
    (data / "eval/flores-dev.en").write_text(lines([LEAK[1]]), encoding="utf-8")
    pairs = [*NEWS, LEAK]
    news = {
        "news/news.ar": lines([a for a, _ in pairs]),
        "news/news.en": lines([e for _, e in pairs]),
    }
    archive(data / "news.tar.xz", news)
    archive(data / "corpora.tar.xz", {"corpora/ui-x.ar": "نعم\n", "corpora/ui-x.en": "Yes\n"})

    prepare.prepare(data, work, None, 330, [])
    result = prepare.Pairs.load(work / "pairs.npz")
    report = json.loads((work / "prepared.json").read_text(encoding="utf-8"))
    assert report["dropped"] == {"test": 1}
    assert report["pairs"] == {"news": 90, "ui-x": 1}
    assert result.dev.tolist() == [1, 1]  # the test sentence, one held-out news sentence
    assert len(result) == 1 + 90 + 1
    assert result.weights[:2].tolist() == [0, 0]
    by_name = {row.name: row.weight for row in corpora.table()}
    expected = [by_name["ui-*"], by_name["news"]]
    assert sorted(set(result.weights[2:].tolist())) == pytest.approx(expected)
    assert all(result.source(n).size and result.target(n).size for n in range(len(result)))


def test_every_corpus_has_a_row() -> None:
    rows = corpora.table()
    assert corpora.describe("tech-koha-manual", rows).name == "tech-*"
    assert corpora.describe("never-heard-of", rows).name == "*"
    assert {row.kind for row in rows} == {"human", "mt", "mixed"}
