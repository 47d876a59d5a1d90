"""The one place where a fault leaves the program.

A user's fault is a sentence on standard error. A defect is a sentence too, and its traceback goes
to a log without the exception's message, which may quote the article.
"""

import sys
import traceback
from datetime import UTC, datetime

from reader import __version__
from reader.arabic.sanitise import safe
from reader.errors import ReaderError
from reader.settings.paths import state_folder

EXIT_BAD_INPUT = 2
EXIT_DEFECT = 70  # EX_SOFTWARE of sysexits.h


def report(error: Exception) -> int:
    """Tell the user about an error that ended the program; return the exit status."""
    sentence = explain(error)
    if sentence:
        print(f"reader: {safe(sentence)}", file=sys.stderr)
        return EXIT_BAD_INPUT
    where = log_defect(error)
    print(
        f"reader: a defect of the program stopped it ({type(error).__name__}); nothing saved is "
        f"lost. {where}Run again with --debug to see all of it.",
        file=sys.stderr,
    )
    return EXIT_DEFECT


def explain(error: Exception) -> str:
    """Return one sentence for a fault of the user's world, "" for a defect of the program."""
    if isinstance(error, ReaderError):
        return str(error)
    if isinstance(error, UnicodeEncodeError):
        if error.encoding.lower().replace("-", "") == "utf8":
            return "A name or a text holds bytes that are no UTF-8: rename the file, or retype it."
        return (
            f"The output's encoding ({error.encoding}) has no Arabic: "
            "set PYTHONIOENCODING=utf-8, or a UTF-8 locale such as C.UTF-8."
        )
    if isinstance(error, OSError):
        what = error.filename if isinstance(error.filename, str) else "The output"
        reason = error.strerror or type(error).__name__
        return f"{what} cannot be used ({reason}): check the disk, the path and your permissions."
    return ""


def log_defect(error: BaseException) -> str:
    """Append where the error happened to the log; return a sentence naming it, "" if unwritable."""
    path = state_folder() / "reader.log"
    frames = "".join(traceback.format_tb(error.__traceback__))
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{moment} reader {__version__} {type(error).__name__}\n{frames}\n")
    except OSError:
        return ""
    return f"Where it happened is in {path}. "
