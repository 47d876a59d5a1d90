"""StarDict entries of several types, and dictionaries of the system."""

import struct
from pathlib import Path

import pytest

from reader.errors import DocumentError
from reader.lookup import dictionaries, dictionary
from reader.lookup.stardict import StarDict


def write(folder: Path, block: bytes, types: str = "", name: str = "test") -> Path:
    """Write a dictionary of one headword, عراق."""
    folder.mkdir(parents=True, exist_ok=True)
    line = f"sametypesequence={types}\n" if types else ""
    ifo = folder / f"{name}.ifo"
    ifo.write_text(f"StarDict's dict ifo file\nversion=2.4.2\nbookname={name}\n{line}", "utf-8")
    (folder / f"{name}.idx").write_bytes(
        "عراق".encode() + b"\0" + struct.pack(">II", 0, len(block))
    )
    (folder / f"{name}.dict").write_bytes(block)
    return ifo


def picture(data: bytes) -> bytes:
    return b"P" + struct.pack(">I", len(data)) + data


@pytest.mark.parametrize(
    ("block", "types", "text"),
    [
        (b"mIraq\0" + picture(b"\x89PNG not text") + b"tiraaq\0", "", "Iraq\niraaq"),
        (b"h<b>Iraq</b><br>a country &amp; a state\0", "", "Iraq\na country & a state"),
        (b"iraaq\0<p>Iraq</p>", "th", "iraaq\nIraq"),
        (struct.pack(">I", 5) + b"soundIraq", "Wm", "Iraq"),
        (b"mIraq", "", "Iraq"),  # the end mark is missing
        (b"mIraq\0P\0\0", "", "Iraq"),  # cut off inside a size
        (picture(b"only a picture"), "", ""),
    ],
)
def test_texts_are_kept_pictures_and_sounds_left_out(
    tmp_path: Path, block: bytes, types: str, text: str
) -> None:
    assert StarDict(write(tmp_path, block, types)).entry("عراق") == text


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ifo = write(tmp_path, b"mIraq\0")
    monkeypatch.setattr(dictionary, "MAX_UNPACKED_BYTES", 5)
    with pytest.raises(DocumentError, match="use a smaller one"):
        StarDict(ifo).entry("عراق")


def test_of_the_system_only_arabic_dictionaries_are_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    system = tmp_path / "system"
    write(system, b"mIraq\0", name="freedict-ara-eng")
    write(system, b"mIrak\0", name="freedict-deu-eng")
    monkeypatch.setattr(dictionaries, "SYSTEM_FOLDERS", (system, tmp_path / "none"))
    opened, faults = dictionaries.open_dictionaries()
    assert [found.title for found in opened] == ["freedict-ara-eng"]
    assert faults == []


def test_one_that_cannot_be_read_is_named_and_the_others_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, b"mIraq\0", name="good")
    write(tmp_path, b"mIraq\0", name="locked")
    read_text = Path.read_text

    def locked(self: Path, *args: str, **options: str) -> str:
        if self.name == "locked.ifo":
            raise PermissionError(13, "Permission denied")
        return read_text(self, *args, **options)

    monkeypatch.setattr(Path, "read_text", locked)
    opened, faults = dictionaries.open_dictionaries(tmp_path)
    assert [found.title for found in opened] == ["good"]
    (fault,) = faults
    assert "locked.ifo cannot be read: Permission denied" in fault
