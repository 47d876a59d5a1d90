"""Files that cannot be read are one sentence; folders are searched."""

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.documents import files, find, load
from reader.errors import DocumentError


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO("من الأنبوب\n".encode())))
    document = load("-")
    assert (document.path, document.title) == ("-", "من الأنبوب")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\r\n\t", "is empty"),
        (b"\xef\xbb\xbf", "has no text"),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07" * 100, "is not a text file"),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "is not a text file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 9, "is a picture"),
        (b"{\\rtf1\\ansi text}", "is an RTF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is an old Word"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + bytes(600)
            + "EncryptedPackage".encode("utf-16-le"),
            "protected with a password",
        ),
    ],
    ids=range(9),
)
def test_no_text_is_one_sentence_that_names_the_file(data, said, tmp_path):
    path = tmp_path / "خبر.txt"
    path.write_bytes(data)
    with pytest.raises(DocumentError) as fault:
        load(path)
    message = str(fault.value)
    assert said in message
    assert str(path) in message
    assert ": " in message
    assert message.endswith(".")
    assert "\n" not in message


def test_missing_file_folder_and_impossible_names(tmp_path):
    with pytest.raises(DocumentError, match="does not exist"):
        load(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="is a folder"):
        load(tmp_path)
    with pytest.raises(DocumentError, match="cannot be read"):
        load("a\0b.txt")
    with pytest.raises(DocumentError, match="cannot be read"):
        load("x" * 5000)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text("نص", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(DocumentError, match="permission"):
        load(path)


def test_permission_fault_is_one_sentence(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_text("نص", encoding="utf-8")

    def refuse(*args, **options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(DocumentError, match="permission"):
        load(path)


def test_file_over_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST_FILE", 1000)
    path = tmp_path / "big.txt"
    path.write_text("x" * 1001, encoding="utf-8")
    with pytest.raises(DocumentError, match="larger than"):
        load(path)


def test_find_walks_folders_in_order_without_hidden_or_unknown_files(tmp_path):
    for name in ("b/2.txt", "b/1.TXT", "a.txt", ".hidden.txt", ".git/c.txt", "b/pic.png", "z.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("نص", encoding="utf-8")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    names = [path.relative_to(tmp_path).as_posix() for path in find([str(tmp_path)])]
    assert names == ["a.txt", "z.txt", "b/1.TXT", "b/2.txt"]


def test_find_keeps_named_files_once_and_missing_ones(tmp_path):
    picture = tmp_path / "pic.png"
    picture.write_bytes(b"x")
    names = [str(picture), str(tmp_path / "none.txt"), str(picture), "-"]
    assert [str(p) for p in find(names)] == [names[0], names[1], "-"]


def test_empty_standard_input_is_called_by_its_name(monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    with pytest.raises(DocumentError, match="Standard input is empty"):
        load("-")


def test_a_file_that_may_not_be_examined_is_found_with_the_others(tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("نص", encoding="utf-8")
    is_file = Path.is_file

    def guarded(path: Path) -> bool:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", guarded)
    assert [path.name for path in find([str(tmp_path)])] == ["a.txt", "b.txt", "c.txt"]
