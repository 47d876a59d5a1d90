"""The bytes of a file or of standard input; every fault of the file system is one sentence."""

import re
import stat
import sys
from pathlib import Path

from reader.errors import DocumentError

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes; a larger file is refused before it is read."""

_ADDRESS = re.compile(r"(?P<scheme>https?):/+(?P<rest>.*)", re.IGNORECASE)  # of "//" a path has one


def exists(name: str) -> bool:
    """Tell whether there is a file of this name; an impossible name is no file."""
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def read_bytes(name: str) -> bytes:
    """Return the bytes of a file, of standard input for "-"; raises DocumentError."""
    if name == "-":
        data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    else:
        try:
            mode = Path(name).stat()
            if stat.S_ISDIR(mode.st_mode):
                raise DocumentError(f"{name} is a folder: name the files in it, or add the folder.")
            if mode.st_size > LARGEST_FILE:
                raise DocumentError(_too_large(name))
            with Path(name).open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
        except FileNotFoundError as error:
            raise DocumentError(_missing(name)) from error
        except PermissionError as error:
            raise DocumentError(
                f"{name} cannot be read: give yourself permission to read it."
            ) from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise DocumentError(
                f"{name} cannot be read ({reason}): check the path and the disk."
            ) from error
    if len(data) > LARGEST_FILE:
        raise DocumentError(_too_large(name))
    return data


def _missing(name: str) -> str:
    found = _ADDRESS.fullmatch(name)
    if found is None:
        return f"{name} does not exist: check the path."
    return (
        f"{found['scheme']}://{found['rest']} is an address, and nothing is fetched: save the page "
        "and open the file, or pipe it (curl … | reader -)."
    )


def _too_large(name: str) -> str:
    return f"{name} is larger than {LARGEST_FILE >> 20} MB: split it into smaller files."
