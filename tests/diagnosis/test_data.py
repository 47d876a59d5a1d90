"""What the doctor says of packages, the recogniser, databases and versions."""

import shutil
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from reader.assets import asset_path
from reader.diagnosis import Level, data, programs
from reader.documents import load
from reader.errors import StoreError
from reader.store import Database
from reader.store.annotations import AnnotationStore
from reader.store.documents import DocumentStore
from reader.translation import installing
from tests.annotations.helpers import on
from tests.lookup.test_dictionaries import write_stardict
from tests.store.annotations.article import DOC

EMBEDDED = next(asset_path().glob("*.argosmodel"))


@pytest.fixture(autouse=True)
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    monkeypatch.delenv("READER_DATABASE", raising=False)


def test_the_embedded_package_works_and_a_stronger_one_is_named() -> None:
    (finding,) = data.check_package()
    assert finding.level is Level.HINT
    assert "reader model install ar-en" in finding.advice


def test_an_installed_package_needs_no_advice() -> None:
    installing.install_file(EMBEDDED)
    (finding,) = data.check_package()
    assert (finding.level, finding.advice) == (Level.OK, "")
    assert finding.found.endswith("installed")


def test_an_installed_package_that_does_not_load_is_a_fault() -> None:
    folder = installing.install_file(EMBEDDED)
    (folder / "model" / "model.bin").write_bytes(b"no model")
    (finding,) = data.check_package()
    assert (finding.level, finding.found) == (Level.FAULT, "no usable package")
    assert finding.advice


def test_a_missing_recogniser_says_what_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert data.check_recogniser()[0].level is Level.OK
    monkeypatch.setattr(data, "asset_path", lambda name: tmp_path / name)
    (finding,) = data.check_recogniser()
    assert finding.level is Level.FAULT
    assert "word lists" in finding.advice


def test_without_dictionaries_it_says_where_to_put_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.lookup.dictionaries.SYSTEM_FOLDERS", ())
    (finding,) = data.check_dictionaries()
    assert finding.level is Level.HINT
    assert str(tmp_path) in finding.advice


def test_dictionaries_are_read_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.lookup.dictionaries.SYSTEM_FOLDERS", ())
    folder = tmp_path / "data" / "dictionaries"
    for name in ("sound", "broken", "half"):
        (folder / name).mkdir(parents=True)
        write_stardict(folder / name, packed=True)
    data_file = folder / "broken" / "test.dict.dz"
    data_file.write_bytes(data_file.read_bytes()[:-9])
    (folder / "half" / "test.idx").unlink()
    findings = data.check_dictionaries()
    assert [f.level for f in findings] == [Level.OK, Level.FAULT, Level.FAULT]
    assert str(data_file) in findings[1].advice
    assert "has no .idx file beside it" in findings[2].advice


def filled(path: Path) -> Path:
    with Database(path) as database:
        for number in range(50):
            text = f"خبر رقم {number} من بغداد. " * 40
            DocumentStore(database).save(load(f"{number}.txt", data=text.encode()))
    return path


def test_a_sound_database_is_counted(tmp_path: Path) -> None:
    filled(tmp_path / "data" / "reader.db")
    (finding,) = data.check_database()
    assert finding.level is Level.OK
    assert "50 documents" in finding.found


def test_a_database_with_a_damaged_page_asks_for_a_backup(tmp_path: Path) -> None:
    path = filled(tmp_path / "data" / "reader.db")
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4 * 4096] = b"\xff" * 4 * 4096
    path.write_bytes(content)
    (finding,) = data.check_database()
    assert finding.level is Level.FAULT
    assert "reader restore" in finding.advice


def test_annotations_that_differ_from_their_log_are_brought_back(tmp_path: Path) -> None:
    assert data.check_annotations() == []
    assert data.repair_annotations() == 0
    path = filled(tmp_path / "data" / "reader.db")
    with Database(path) as database:
        made = AnnotationStore(database, annotator="sara").add(on(DOC, "بغداد", label="LOC"))
        assert [f.level for f in data.check_annotations()] == [Level.OK]
        database.connection.execute("DELETE FROM annotation")
    (finding,) = data.check_annotations()
    assert (finding.level, finding.found) == (Level.FAULT, "1 differ from the log of what was done")
    assert "--repair" in finding.advice
    assert data.repair_annotations() == 1
    assert [f.level for f in data.check_annotations()] == [Level.OK]
    with Database(path) as database:
        assert AnnotationStore(database).for_document(DOC.fingerprint) == [made]


@pytest.mark.parametrize("damaged", ["not JSON", "{}", '{"anchor": 3}', "[]"])
def test_damaged_annotations_are_brought_back(tmp_path: Path, damaged: str) -> None:
    path = filled(tmp_path / "data" / "reader.db")
    with Database(path) as database:
        store = AnnotationStore(database, annotator="sara")
        made = store.add(on(DOC, "بغداد", label="LOC"))
        database.connection.execute("UPDATE annotation SET data = ?", (damaged,))
        with pytest.raises(StoreError, match="reader doctor --repair"):
            store.for_document(DOC.fingerprint)
        with pytest.raises(StoreError, match="reader doctor --repair"):
            store.get(made.id)
    assert [f.level for f in data.check_annotations()] == [Level.FAULT]
    assert data.repair_annotations() == 1
    with Database(path) as database:
        assert AnnotationStore(database).for_document(DOC.fingerprint) == [made]


def test_a_damaged_log_asks_for_a_backup(tmp_path: Path) -> None:
    path = filled(tmp_path / "data" / "reader.db")
    with Database(path) as database:
        AnnotationStore(database, annotator="sara").add(on(DOC, "بغداد", label="LOC"))
        database.connection.execute("DROP TRIGGER annotation_event_kept")
        database.connection.execute("UPDATE annotation_event SET after = 'x'")
    (finding,) = data.check_annotations()
    assert finding.level is Level.FAULT
    assert "at action 1. Restore a backup: reader restore." in finding.advice
    with pytest.raises(StoreError, match="reader restore"):
        data.repair_annotations()


def test_other_versions_than_the_proven_are_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "rich":
            raise PackageNotFoundError(name)
        return "0.1"

    monkeypatch.setattr(programs, "version", version)
    found = {finding.about: finding for finding in programs.check_versions()}
    assert (found["rich"].level, found["rich"].found) == (Level.FAULT, "missing")
    assert "pip install textual==" in found["textual"].advice


def test_installed_extras_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "find_spec", lambda name: object())
    assert {f.level for f in programs.check_extras()} == {Level.OK}


def test_a_package_folder_without_its_files_is_listed_as_damaged(tmp_path: Path) -> None:
    folder = installing.install_file(EMBEDDED)
    shutil.rmtree(folder / "model")
    ((path, reason),) = installing.damaged()
    assert path == folder
    assert "no model/model.bin" in reason
