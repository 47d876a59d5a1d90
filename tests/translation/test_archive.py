"""Package files are checked before anything is unpacked."""

import json
import shutil
import stat
import zipfile

import pytest

from reader.assets import asset_path
from reader.errors import PackageError
from reader.translation import archive

EMBEDDED = next(asset_path().glob("*.argosmodel"))
GOOD = {
    "ar_en/metadata.json": json.dumps(
        {"from_code": "ar", "to_code": "en", "package_version": "1.0"}
    ),
    "ar_en/model/model.bin": "weights",
    "ar_en/model/shared_vocabulary.json": "[]",
    "ar_en/sentencepiece.model": "pieces",
}


def write(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return path


def without(name):
    return {key: data for key, data in GOOD.items() if key != name}


def test_embedded_package_is_sound():
    contents = archive.check(EMBEDDED)
    assert contents.metadata["from_code"] == "ar"
    assert len(contents.fingerprint) == 64


def test_sound_package_is_unpacked_whole(tmp_path):
    path = write(tmp_path / "p.argosmodel", GOOD)
    archive.unpack(path, tmp_path / "data" / "packages" / "p")
    assert (tmp_path / "data/packages/p/model/model.bin").read_text() == "weights"
    assert [f.name for f in (tmp_path / "data/packages").iterdir()] == ["p"]


def test_package_in_place_is_replaced(tmp_path):
    place = tmp_path / "packages" / "p"
    archive.unpack(write(tmp_path / "1.argosmodel", {**GOOD, "ar_en/old": "x"}), place)
    archive.unpack(write(tmp_path / "2.argosmodel", GOOD), place)
    assert not (place / "old").exists()
    assert [f.name for f in place.parent.iterdir()] == ["p"]


BAD = {
    "up": ({**GOOD, "ar_en/../../evil": "x"}, "unsafe file name"),
    "absolute": ({**GOOD, "/etc/passwd": "x"}, "unsafe file name"),
    "drive": ({**GOOD, "C:/evil": "x"}, "unsafe file name"),
    "escape": ({**GOOD, "ar_en/\x1b[2J": "x"}, "unsafe file name"),
    "two folders": ({**GOOD, "other/file": "x"}, "exactly one folder"),
    "odd folder": ({k.replace("ar_en", ".hidden"): v for k, v in GOOD.items()}, "unusual name"),
    "no metadata": (without("ar_en/metadata.json"), "no metadata.json"),
    "no model": (without("ar_en/model/model.bin"), "no model/model.bin"),
    "no vocabulary": (without("ar_en/model/shared_vocabulary.json"), "no vocabulary"),
    "no tokenizer": (without("ar_en/sentencepiece.model"), "no tokenizer"),
    "not json": ({**GOOD, "ar_en/metadata.json": "{"}, "not JSON"),
    "deep json": ({**GOOD, "ar_en/metadata.json": "[" * 100_000}, "not JSON"),
    "not an object": ({**GOOD, "ar_en/metadata.json": "[]"}, "not a JSON object"),
    "wrong pair": (
        {**GOOD, "ar_en/metadata.json": '{"from_code":"en","to_code":"es"}'},
        "en to es",
    ),
    "bomb": ({**GOOD, "ar_en/bomb": b"\0" * (80 << 20)}, "would unpack to"),
}


@pytest.mark.parametrize("name", BAD)
def test_hostile_or_incomplete_file_changes_nothing_and_says_why(tmp_path, name):
    files, reason = BAD[name]
    path = write(tmp_path / "bad.argosmodel", files)
    (tmp_path / "packages").mkdir()
    with pytest.raises(PackageError, match=reason):
        archive.unpack(path, tmp_path / "packages" / "p")
    assert list((tmp_path / "packages").iterdir()) == []
    assert sorted(f.name for f in tmp_path.iterdir()) == ["bad.argosmodel", "packages"]


def test_link_is_refused(tmp_path):
    path = tmp_path / "link.argosmodel"
    with zipfile.ZipFile(path, "w") as target:
        for name, data in GOOD.items():
            target.writestr(name, data)
        link = zipfile.ZipInfo("ar_en/link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        target.writestr(link, "/etc/passwd")
    with pytest.raises(PackageError, match="link"):
        archive.check(path)


def test_damaged_content_leaves_the_old_package(tmp_path):
    place = tmp_path / "packages" / "p"
    archive.unpack(write(tmp_path / "1.argosmodel", GOOD), place)
    path = tmp_path / "2.argosmodel"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as target:
        for name, data in {**GOOD, "ar_en/model/model.bin": "WEIGHTS" * 100}.items():
            target.writestr(name, data)
    data = bytearray(path.read_bytes())
    data[data.find(b"WEIGHTSWEIGHTS") + 20] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(PackageError, match="nothing changed"):
        archive.unpack(path, place)
    assert (place / "model/model.bin").read_text() == "weights"
    assert [f.name for f in place.parent.iterdir()] == ["p"]


@pytest.mark.parametrize("keep", [0, 10, 1000, 100_000])
def test_cut_download_is_explained(tmp_path, keep):
    path = tmp_path / "cut.argosmodel"
    path.write_bytes(EMBEDDED.read_bytes()[:keep])
    with pytest.raises(PackageError, match="not an Argos package"):
        archive.check(path)


def test_missing_file_is_named(tmp_path):
    with pytest.raises(PackageError, match="no file"):
        archive.check(tmp_path / "none.argosmodel")


def test_unpacked_folder_without_model_is_refused(tmp_path):
    archive.unpack(write(tmp_path / "p.argosmodel", GOOD), tmp_path / "p")
    assert archive.check_folder(tmp_path / "p")["to_code"] == "en"
    shutil.rmtree(tmp_path / "p" / "model")
    with pytest.raises(PackageError, match="no model"):
        archive.check_folder(tmp_path / "p")
