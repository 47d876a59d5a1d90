"""The order in which a package is chosen: named, installed, embedded."""

import json
import shutil

import pytest

from reader.assets import asset_path
from reader.errors import PackageError
from reader.translation import archive, packages

EMBEDDED = next(asset_path().glob("*.argosmodel"))


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    return tmp_path


def install(folder, name, version):
    archive.unpack(EMBEDDED, folder / name)
    metadata = folder / name / "metadata.json"
    said = json.loads(metadata.read_text(encoding="utf-8"))
    metadata.write_text(json.dumps(said | {"package_version": version}), encoding="utf-8")


def test_embedded_is_unpacked_once(own):
    first = packages.choose()
    stamp = (first.path / "metadata.json").stat().st_mtime_ns
    again = packages.choose()
    assert first == again
    assert first.place == "embedded"
    assert (again.path / "metadata.json").stat().st_mtime_ns == stamp


def test_newest_installed_goes_before_embedded(own):
    install(own / "argos", "a", "1.9")
    install(own / "argos", "b", "1.10")
    chosen = packages.choose()
    assert (chosen.version, chosen.place) == ("1.10", "installed")


def test_damaged_and_foreign_installed_packages_are_passed_over(own):
    install(own / "argos", "broken", "3.0")
    shutil.rmtree(own / "argos/broken/model")
    (own / "argos" / "empty").mkdir()
    (own / "argos" / "file").write_text("x")
    assert packages.choose().place == "embedded"


def test_named_package_goes_before_all(own, tmp_path):
    install(own / "argos", "translate-ar_en-1_9", "1.9")
    assert packages.choose(str(EMBEDDED)).place == "file"
    assert packages.choose("embedded").place == "embedded"
    assert packages.choose("translate-ar_en-1_9").version == "1.9"
    assert packages.choose("translate-ar_en 1.9").version == "1.9"
    assert packages.choose(str(own / "argos/translate-ar_en-1_9")).place == "folder"


def test_unknown_name_tells_what_there_is(own):
    with pytest.raises(PackageError, match=r"no package turbo.*translate-ar_en"):
        packages.choose("turbo")


def test_no_package_at_all_says_how_to_install_one(own, monkeypatch):
    monkeypatch.setattr(packages, "asset_path", lambda: own / "nothing")
    with pytest.raises(PackageError, match="reader model install"):
        packages.choose()


def test_id_tells_other_weights_of_the_same_version_apart(own):
    install(own / "argos", "a", "0.1")
    first = packages.open_folder(own / "argos/a", "installed")
    model = own / "argos/a/model/model.bin"
    data = bytearray(model.read_bytes())
    data[len(data) // 2 + 5] ^= 1
    model.write_bytes(data)
    second = packages.open_folder(own / "argos/a", "installed")
    assert first.id != second.id
    assert (first.name, first.version) == (second.name, second.version)


def test_argos_folder_is_found_as_argos_does(own, monkeypatch, tmp_path):
    monkeypatch.delenv("ARGOS_PACKAGES_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert packages.argos_folders() == [tmp_path / "share/argos-translate/packages"]
    (tmp_path / "config/argos-translate").mkdir(parents=True)
    settings = tmp_path / "config/argos-translate/settings.json"
    settings.write_text('{"ARGOS_PACKAGES_DIR": "/opt/packages"}')
    assert [str(p) for p in packages.argos_folders()] == ["/opt/packages"]
    settings.write_text("{damaged")
    assert packages.argos_folders() == [tmp_path / "share/argos-translate/packages"]
