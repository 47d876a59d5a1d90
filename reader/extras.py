"""How to install what is missing, into the environment that the program runs in."""

import os
import shlex
import sys
from pathlib import Path


def install_command(*requirements: str) -> str:
    """Return the shell command that installs distributions beside the program.

    A plain `pip` is often that of another environment than the one `make setup` made.
    """
    python = Path(sys.executable)
    if python.is_relative_to(Path.cwd()):
        python = Path(os.path.relpath(python))
    return shlex.join([str(python), "-m", "pip", "install", *requirements])
