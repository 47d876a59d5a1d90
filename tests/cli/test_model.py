"""`reader model`, with an Argos index on the loopback."""

import json
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from reader.assets import asset_path
from reader.cli import cli
from reader.errors import PackageError
from reader.settings.files import read_settings, set_value
from reader.translation import packages

EMBEDDED = next(asset_path().glob("*.argosmodel"))


@pytest.fixture
def reader(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "http://127.0.0.1:9/")

    def run(*args, **options):
        return CliRunner().invoke(cli, ["model", *args], catch_exceptions=False, **options)

    return run


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture
def index(tmp_path, monkeypatch):
    """An index that offers an old and a new package; returns its folder."""
    folder = tmp_path / "web"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    pair = {"type": "translate", "from_code": "ar", "to_code": "en"}
    rows = [
        {**pair, "package_version": "1.9", "links": [f"{address}/old.argosmodel"]},
        {**pair, "package_version": "1.10", "links": ["ipfs://x", f"{address}/new.argosmodel"]},
        {**pair, "to_code": "fr", "package_version": "9.0", "links": [f"{address}/fr"]},
        "nonsense",
    ]
    (folder / "index.json").write_text(json.dumps(rows))
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", address)
    yield folder
    server.shutdown()
    thread.join()
    server.server_close()


def listed(reader):
    return [json.loads(line) for line in reader("list", "--json").stdout.splitlines()]


def test_install_use_list_info_remove(reader, tmp_path):
    assert [row["place"] for row in listed(reader)] == ["embedded"]
    reader("install", str(EMBEDDED))
    assert [(row["place"], row["chosen"]) for row in listed(reader)] == [
        ("installed", True),
        ("embedded", False),
    ]
    reader("use", "embedded")
    assert packages.choose().place == "embedded"
    assert [row["chosen"] for row in listed(reader)] == [False, True]
    reader("use", "auto")
    assert packages.choose().place == "installed"
    info = reader("info").stdout
    assert f"version: {packages.choose().version}\n" in info
    assert "from: ar" in info
    reader("remove", EMBEDDED.stem)
    assert list((tmp_path / "argos").iterdir()) == []
    assert packages.choose().place == "embedded"


def test_removing_the_package_in_use_takes_the_setting_back(reader):
    reader("install", str(EMBEDDED))
    reader("use", EMBEDDED.stem)
    assert "one in use" in reader("remove", EMBEDDED.stem).stderr
    assert read_settings().translation.model == ""
    assert packages.choose().place == "embedded"


def test_removing_another_package_leaves_the_setting(reader):
    reader("install", str(EMBEDDED))
    reader("use", "embedded")
    assert "one in use" not in reader("remove", EMBEDDED.stem).stderr
    assert read_settings().translation.model == "embedded"


def test_a_setting_that_names_nothing_says_how_to_undo_it(reader):
    set_value("translation.model", "gone")
    with pytest.raises(PackageError, match=r"no package gone.*`reader model use auto` undoes"):
        packages.choose()
    with pytest.raises(PackageError) as raised:
        packages.choose("gone")
    assert "setting" not in str(raised.value)


def test_file_is_used_from_where_it_is(reader, monkeypatch, tmp_path):
    shutil.copy(EMBEDDED, tmp_path / "my.argosmodel")
    monkeypatch.chdir(tmp_path)
    reader("use", "my.argosmodel")
    monkeypatch.chdir("/")
    assert packages.choose().place == "file"


def test_embedded_package_cannot_be_removed(reader):
    with pytest.raises(PackageError, match="not an installed package"):
        reader("remove", "embedded")


def test_damaged_package_is_listed_with_the_reason(reader, tmp_path):
    reader("install", str(EMBEDDED))
    (tmp_path / "argos" / EMBEDDED.stem / "model" / "model.bin").unlink()
    done = reader("list")
    assert "no model/model.bin" in done.stderr
    assert packages.choose().place == "embedded"


def test_other_language_pair_under_the_same_name_is_not_replaced(reader, tmp_path):
    other = tmp_path / "argos" / EMBEDDED.stem
    other.mkdir(parents=True)
    (other / "metadata.json").write_text('{"from_code": "en", "to_code": "es"}')
    with pytest.raises(PackageError, match="not replaced"):
        reader("install", str(EMBEDDED))
    assert [f.name for f in other.iterdir()] == ["metadata.json"]


def test_newest_of_the_index_is_installed(reader, index, tmp_path):
    (index / "new.argosmodel").write_bytes(EMBEDDED.read_bytes())
    reader("install", "ar-en")
    assert [row["place"] for row in listed(reader)] == ["installed", "embedded"]


@pytest.mark.parametrize("content", [b"", b"<html>404</html>", EMBEDDED.read_bytes()[:5000]])
def test_damaged_download_changes_nothing(reader, index, tmp_path, content):
    (index / "new.argosmodel").write_bytes(content)
    with pytest.raises(PackageError, match="not an Argos package"):
        reader("install", "ar-en")
    assert not (tmp_path / "argos").exists()


def test_missing_download_is_told_with_the_way_around(reader, index):
    with pytest.raises(PackageError, match=r"404.*reader model install FILE"):
        reader("install", "ar-en")


def test_offline_says_so_and_how_to_sideload(reader):
    with pytest.raises(PackageError, match=r"index cannot be had.*reader model install FILE"):
        reader("install", "ar-en")


@pytest.mark.parametrize("address", ["http://sara:secret@127.0.0.1:9", "http://sara:secret@host:x"])
def test_a_password_of_the_index_is_not_shown(reader, monkeypatch, address):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", address)
    with pytest.raises(PackageError, match="index cannot be had") as raised:
        reader("install", "ar-en")
    assert "secret" not in str(raised.value)


def test_links_that_are_no_addresses_are_passed_over(reader, index):
    rows = json.loads((index / "index.json").read_text())
    rows[1]["links"] = ["http://[", "http://host:x/new", *rows[1]["links"]]
    (index / "index.json").write_text(json.dumps(rows))
    (index / "new.argosmodel").write_bytes(EMBEDDED.read_bytes())
    reader("install", "ar-en")
    assert [row["place"] for row in listed(reader)] == ["installed", "embedded"]


def test_an_index_that_breaks_off_is_told(reader, index, monkeypatch):
    def cut(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")

    monkeypatch.setattr(Quiet, "do_GET", cut)
    with pytest.raises(PackageError, match="index cannot be had"):
        reader("install", "ar-en")


def test_index_without_the_pair_or_damaged(reader, index):
    (index / "index.json").write_text("[]")
    with pytest.raises(PackageError, match="no package from ar to en"):
        reader("install", "ar-en")
    (index / "index.json").write_text("<html>")
    with pytest.raises(PackageError, match="index cannot be had"):
        reader("install", "ar-en")


def test_what_cannot_be_installed_is_told_with_what_to_do(reader, tmp_path, monkeypatch):
    folder = tmp_path / "unpacked"
    folder.mkdir()
    with pytest.raises(PackageError, match=r"is a folder: .*reader model use .*unpacked"):
        reader("install", str(folder))

    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("zipfile.ZipFile", refuse)
    with pytest.raises(PackageError, match="give yourself permission to read it"):
        reader("install", str(EMBEDDED))
