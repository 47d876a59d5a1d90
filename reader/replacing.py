"""Writing a file as a whole: it holds the old bytes or the new ones, never a part of them."""

import os
import secrets
import shutil
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` to a file, in place of what it held; a fault leaves it as it was.

    A link is followed and an existing file keeps its permissions. What is no regular file (a
    device, a pipe) is written to as it is: a rename would put a file where the device was.
    Raises OSError.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    target = Path(os.path.realpath(path))
    # a name of its own, so that nothing of the user's which is called alike is in the way
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
