import lzma
from pathlib import Path

import pytest

from training.entities.corpora import FOLDERS
from training.entities.materials import training_sentences

TRAIN = "زار وزير الخارجية مدينة حلب أمس"
DEV = "قال المتحدث باسم الشرطة إن التحقيق مستمر"
TEST = "افتتح الرئيس جسرا جديدا في العاصمة"


def write(folder: Path, part: str, *sentences: str) -> None:
    folder.mkdir(exist_ok=True)
    text = "\n\n".join("\n".join(f"{w}\tO" for w in s.split()) for s in sentences)
    (folder / f"{part}.conll.xz").write_bytes(lzma.compress(text.encode()))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, folder in FOLDERS.items():
        for part in ("train", "dev", "test"):
            write(tmp_path / folder, part, f"جملة {name} {part} لا شبيه لها هنا")
    return tmp_path


def texts(data: Path, *, keep_dev: bool) -> list[str]:
    parts = training_sentences(data, keep_dev=keep_dev)
    return [" ".join(s.words) for sentences in parts.values() for s in sentences]


def test_sentences_of_a_test_part_are_left_out(data: Path) -> None:
    write(data / FOLDERS["anercorp"], "test", TEST)
    write(data / FOLDERS["panx"], "train", TEST, TRAIN)
    found = texts(data, keep_dev=True)
    assert TRAIN in found
    assert TEST not in found


def test_development_sentences_are_left_out_while_tuning(data: Path) -> None:
    write(data / FOLDERS["anercorp"], "dev", DEV)
    write(data / FOLDERS["newsfane"], "test", DEV, TRAIN)
    assert DEV in texts(data, keep_dev=True)
    tuning = texts(data, keep_dev=False)
    assert DEV not in tuning
    assert TRAIN in tuning


def test_test_parts_are_never_read_as_training_text(data: Path) -> None:
    found = texts(data, keep_dev=True)
    for name in ("anercorp", "aqmar", "wikifane", "panx", "clean"):
        assert not any(f"{name} test" in sentence for sentence in found)
