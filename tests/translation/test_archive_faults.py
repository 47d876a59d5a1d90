"""Package files and folders that cannot be unpacked: why, and that nothing changes."""

import json
import zipfile
from pathlib import Path

import pytest

from reader.errors import PackageError
from reader.translation import archive

GOOD = {
    "ar_en/metadata.json": json.dumps({"from_code": "ar", "to_code": "en"}),
    "ar_en/model/model.bin": "weights",
    "ar_en/model/shared_vocabulary.json": "[]",
    "ar_en/sentencepiece.model": "pieces",
}


def write(path: Path, files: dict[str, str] | None = None) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in (files or GOOD).items():
            target.writestr(name, content)
    return path


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "p.argosmodel")
    content = path.read_bytes()
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.find(mark) + flags
        content = content[:at] + bytes([content[at] | 1]) + content[at + 1 :]
    path.write_bytes(content)
    with pytest.raises(PackageError, match="encrypted"):
        archive.check(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "p.argosmodel")
    with zipfile.ZipFile(path, "a") as target:
        target.writestr("ar_en/model/model.bin", "other weights")
    with pytest.raises(PackageError, match="twice"):
        archive.check(path)


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_FILES", 3)
    with pytest.raises(PackageError, match="holds 4 files"):
        archive.check(write(tmp_path / "p.argosmodel"))


def test_a_giant_description_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_METADATA", 10)
    with pytest.raises(PackageError, match="too large"):
        archive.check(write(tmp_path / "p.argosmodel"))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    path = write(tmp_path / "p.argosmodel")
    with pytest.raises(PackageError, match="file cannot be written"):
        archive.unpack(path, tmp_path / "file" / "p")


def test_a_full_disk_leaves_the_old_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "packages" / "p"
    archive.unpack(write(tmp_path / "1.argosmodel", {**GOOD, "ar_en/old": "x"}), place)
    newer = write(tmp_path / "2.argosmodel")
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.parent.name.startswith(".new-"):
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PackageError, match=r"No space left on device.*nothing changed"):
        archive.unpack(newer, place)
    assert (place / "old").read_text() == "x"
    assert [child.name for child in place.parent.iterdir()] == ["p"]


def test_another_program_that_was_first_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "packages" / "p"
    rename = Path.rename

    def late(self: Path, target: Path) -> Path:
        if self.parent.name.startswith(".new-"):
            place.mkdir()
            (place / "theirs").write_text("x", encoding="utf-8")
            raise OSError(39, "Directory not empty")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", late)
    archive.unpack(write(tmp_path / "p.argosmodel"), place)
    assert [child.name for child in place.iterdir()] == ["theirs"]
    assert [child.name for child in place.parent.iterdir()] == ["p"]
