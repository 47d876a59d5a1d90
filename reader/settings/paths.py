"""Where settings, the database and logs live (XDG folders by platformdirs).

`READER_HOME` moves everything into one folder: for tests, and for a reader on a stick.
"""

import os
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("reader", appauthor=False)


def _folder(kind: str, default: str) -> Path:
    home = os.environ.get("READER_HOME")
    return Path(home) / kind if home else Path(default)


def config_folder() -> Path:
    """Return the folder of settings, keymaps, label sets and themes; it may not exist yet."""
    return _folder("config", _DIRS.user_config_dir)


def data_folder() -> Path:
    """Return the folder of the database, dictionaries and packages; it may not exist yet."""
    return _folder("data", _DIRS.user_data_dir)


def state_folder() -> Path:
    """Return the folder of logs and of what the program remembers; it may not exist yet."""
    return _folder("state", _DIRS.user_state_dir)


def database_path() -> Path:
    """Return the one database's path: `READER_DATABASE`, or reader.db in the data folder."""
    override = os.environ.get("READER_DATABASE")
    return Path(override) if override else data_folder() / "reader.db"
