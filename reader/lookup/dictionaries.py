"""The user's dictionary folder: every StarDict and dictd dictionary in it, opened."""

from pathlib import Path

from reader.errors import DocumentError
from reader.lookup.dictd import Dictd
from reader.lookup.dictionary import Dictionary
from reader.lookup.stardict import StarDict
from reader.settings.paths import data_folder

# where Debian's dict-* packages put theirs: found without copying
SYSTEM_FOLDERS = (Path("/usr/share/dictd"), Path("/usr/share/stardict/dic"))
_ARABIC_NAMES = ("ara", "arab", "ar-", "ar_", "-ar", "عرب")


def dictionaries_folder() -> Path:
    """Return the folder into which users drop dictionaries; it may not exist yet."""
    return data_folder() / "dictionaries"


def open_dictionaries(folder: Path | None = None) -> tuple[list[Dictionary], list[str]]:
    """Return the dictionaries, and one sentence for each that cannot be opened.

    Without a folder: everything in the user's own, and the Arabic ones among the system's.
    """
    opened: list[Dictionary] = []
    faults: list[str] = []
    places = [(folder or dictionaries_folder(), False)]
    if folder is None:
        places += [(place, True) for place in SYSTEM_FOLDERS]
    for place, only_arabic in places:
        if not place.is_dir():
            continue
        for path in sorted((*place.rglob("*.ifo"), *place.rglob("*.index"))):
            if only_arabic and not any(part in path.name.lower() for part in _ARABIC_NAMES):
                continue
            try:
                opened.append(StarDict(path) if path.suffix == ".ifo" else Dictd(path))
            except DocumentError as error:
                faults.append(str(error))
            except OSError as error:
                faults.append(f"The dictionary {path} cannot be read: {error.strerror}.")
    return opened, faults
