"""Modules of this program run in another Python, without code from the current folder.

`python -m` puts the current folder first on the path of imports: a `msgspec.py` beside an article
would be run when the article opens. `-P` leaves that folder out; PYTHONPATH then names the one
that holds this package, since a checkout is found by it alone.
"""

import os
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

import reader


def command(module: str, *arguments: str) -> list[str]:
    """Return the command line that runs a module; it needs `import_path` in its environment."""
    return [sys.executable, "-P", "-m", module, *arguments]


def import_path(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what to change in an environment so that its Python finds this package.

    What PYTHONPATH names already stays, behind.
    """
    folder = str(Path(reader.__file__).resolve().parent.parent)
    if folder in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        return {}  # it is found anyway; in PYTHONPATH it would come before the standard library
    kept = environment.get("PYTHONPATH", "")
    return {"PYTHONPATH": os.pathsep.join(filter(None, (folder, kept)))}
