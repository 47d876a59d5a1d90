"""StarDict and dictd files are read, found by folded head, and explained when broken."""

import gzip
import struct

import pytest

from reader.errors import DocumentError
from reader.lookup.dictionaries import open_dictionaries
from reader.lookup.dictionary import plain
from reader.lookup.stardict import StarDict

ENTRIES = {"عِرَاق": "Iraq", "رئيس": "1. president\n2. head", "إدارة": "administration"}
_B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def write_stardict(folder, *, types="m", packed=False):
    """Write ENTRIES as a StarDict dictionary and return its .ifo."""
    data, index = b"", b""
    for head, text in ENTRIES.items():
        block = text.encode() if types else b"m" + text.encode() + b"\0"
        index += head.encode() + b"\0" + struct.pack(">II", len(data), len(block))
        data += block
    line = f"sametypesequence={types}\n" if types else ""
    ifo = folder / "test.ifo"
    ifo.write_text(f"StarDict's dict ifo file\nversion=2.4.2\nbookname=Test [b]\n{line}", "utf-8")
    (folder / "test.idx").write_bytes(index)
    if packed:
        (folder / "test.dict.dz").write_bytes(gzip.compress(data))
    else:
        (folder / "test.dict").write_bytes(data)
    return ifo


def number(value):
    """Return dictd's base 64 of a number."""
    digits = ""
    while True:
        digits = _B64[value % 64] + digits
        value //= 64
        if not value:
            return digits


def write_dictd(folder):
    """Write ENTRIES as a dictd dictionary."""
    data, lines = b"", ["00-database-short\tA\tA"]
    for head, text in ENTRIES.items():
        block = f"{head}\n   {text}\n".encode()
        lines.append(f"{head}\t{number(len(data))}\t{number(len(block))}")
        data += block
    (folder / "test-ara.index").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "test-ara.dict.dz").write_bytes(gzip.compress(data))


@pytest.mark.parametrize("types", ["m", ""])
@pytest.mark.parametrize("packed", [False, True])
def test_stardict(tmp_path, types, packed):
    dictionary = StarDict(write_stardict(tmp_path, types=types, packed=packed))
    assert dictionary.title == "Test [b]"
    assert dictionary.heads("عراق") == ["عِرَاق"]
    assert dictionary.entry("عِرَاق") == "Iraq"
    assert dictionary.entry("رئيس") == "1. president\n2. head"
    assert dictionary.heads("nothing") == []
    assert dictionary.entry("nothing") == ""


def test_dictd(tmp_path):
    write_dictd(tmp_path)
    (dictionary,), faults = open_dictionaries(tmp_path)
    assert faults == []
    assert dictionary.title == "test-ara"
    assert dictionary.heads("اداره") == ["إدارة"]
    assert dictionary.entry("إدارة").endswith("administration")
    assert dictionary.heads("00-database-short") == []


def test_broken_files_are_named_and_the_others_open(tmp_path):
    write_stardict(tmp_path)
    (tmp_path / "broken.ifo").write_text("not a dictionary", "utf-8")
    opened, faults = open_dictionaries(tmp_path)
    assert [d.title for d in opened] == ["Test [b]"]
    assert len(faults) == 1
    assert "broken.ifo" in faults[0]


def test_missing_text_file_is_one_sentence(tmp_path):
    ifo = write_stardict(tmp_path)
    (tmp_path / "test.dict").unlink()
    dictionary = StarDict(ifo)
    with pytest.raises(DocumentError, match=r"has no \.dict file beside it"):
        dictionary.entry("رئيس")


def test_damaged_gzip_is_one_sentence(tmp_path):
    ifo = write_stardict(tmp_path, packed=True)
    (tmp_path / "test.dict.dz").write_bytes(gzip.compress(b"x" * 100)[:-12])
    with pytest.raises(DocumentError, match="cannot be read"):
        StarDict(ifo).entry("رئيس")


def test_truncated_index_keeps_whole_rows(tmp_path):
    ifo = write_stardict(tmp_path)
    index = (tmp_path / "test.idx").read_bytes()
    (tmp_path / "test.idx").write_bytes(index[:-3])
    assert StarDict(ifo).heads("اداره") == []
    assert StarDict(ifo).heads("رئيس") == ["رئيس"]


@pytest.mark.parametrize("name", ["test.idx", "test.dict"])
def test_an_empty_file_is_found_by_loading(tmp_path, name):
    ifo = write_stardict(tmp_path)
    StarDict(ifo).load()
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(DocumentError, match="has no words in it"):
        StarDict(ifo).load()


def test_what_is_no_markup_is_left_as_it_is():
    assert plain("a <![b] c") == "a <![b] c"


def test_markup_becomes_lines():
    assert plain("<b>one</b><br>two &amp; three<p>four") == "one\ntwo & three\nfour"
