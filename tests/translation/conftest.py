"""The embedded package, unpacked once for all tests of translation."""

import pytest

from reader.translation import packages
from reader.translation.decoder import Decoder
from reader.translation.engine import Engine


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """A folder for everything the program keeps, away from the user's own."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("READER_HOME", str(folder))
        patch.setenv("ARGOS_PACKAGES_DIR", str(folder / "argos"))
        yield folder


@pytest.fixture(scope="session")
def package(home):
    return packages.embedded()


@pytest.fixture(scope="session")
def engine(package):
    return Engine(package, threads=2, beam=1)


@pytest.fixture
def submitted(monkeypatch):
    """The options of every batch that goes to a decoder."""
    seen = []
    submit = Decoder.submit

    def watching(self, sources, **options):
        seen.append(options)
        return submit(self, sources, **options)

    monkeypatch.setattr(Decoder, "submit", watching)
    return seen
