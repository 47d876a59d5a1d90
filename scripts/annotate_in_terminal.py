"""Annotate an article from the keyboard in a real terminal (tmux), restart, undo, export.

Ten annotations of all kinds are made on seeds/001 by typing; then the program is started again, two
actions are undone, and the article is exported in every format. Prints what was found at each
step and fails if something is not as it should be. Needs tmux.

    python scripts/annotate_in_terminal.py [FOLDER for the exports]
"""

import os
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.documents import load
from reader.store.annotations import AnnotationStore
from reader.store.database import Database

SESSION = f"reader-{os.getpid()}"
ARTICLE = next(Path("seeds").glob("001_*.txt"))
WAIT_S = 120
FORMATS = (
    "w3c", "brat", "conll", "jsonl", "xmi", "markdown", "html", "csv", "tmx", "anki", "apkg",
    "bibtex", "csl",
)  # fmt: skip


def tmux(*words: str) -> str:
    """Run tmux and return what it prints."""
    return subprocess.run(["tmux", *words], capture_output=True, text=True, check=True).stdout


def screen() -> str:
    """Return what the terminal shows."""
    return tmux("capture-pane", "-t", SESSION, "-p")


def wait(wanted: str) -> None:
    """Wait until the terminal shows a text."""
    for _ in range(WAIT_S * 5):
        if wanted in screen():
            return
        time.sleep(0.2)
    raise SystemExit(f"{wanted!r} never came; the screen shows:\n{screen()}")


def settle() -> None:
    """Wait until the screen has been the same for a moment (also longer than a lone Esc needs)."""
    before = ""
    time.sleep(0.7)
    while before != (now := screen()):
        before = now
        time.sleep(0.4)


def keys(*names: str) -> None:
    """Type keys, letting the program take each."""
    for name in names:
        tmux("send-keys", "-t", SESSION, name)
        settle()


def write(text: str) -> None:
    """Type a text into a box and keep it."""
    tmux("send-keys", "-t", SESSION, "-l", text)
    settle()
    keys("Enter")


def start(home: str) -> None:
    """Start the program on the article."""
    words = ["env", f"READER_HOME={home}", sys.executable, "-m", "reader", str(ARTICLE)]
    words += ["--annotator", "typist"]
    tmux("new-session", "-d", "-s", SESSION, "-x", "140", "-y", "40", shlex.join(words))
    wait("¶ 1/")
    settle()


def running() -> bool:
    """Tell whether the program is still there."""
    found = subprocess.run(["tmux", "ls"], capture_output=True, text=True, check=False)
    return SESSION in found.stdout


def stop() -> None:
    """Leave the program, and wait until it is gone."""
    tmux("send-keys", "-t", SESSION, "C-c")
    for _ in range(WAIT_S * 5):
        if not running():
            return
        time.sleep(0.2)
    raise SystemExit("The program did not end.")


def annotate() -> None:
    """Make ten annotations of all kinds."""
    keys("v", "w", "w", "2")  # 1: a label on a word
    keys("w", "v", "w", "3", "Escape", "v")  # 2: a label on two words
    keys("w", "h", "Enter")  # 3: a highlight
    keys("w", "w", "w", "N")  # 4: a note in Arabic
    write("ملاحظة")
    keys("w", "w", "w", "T")  # 5: tags
    write("war, politics")
    keys("w", "w", "w", "i")  # 6: an identity
    write("Q79")
    keys("w", "w", "w", "V", "h", "Down", "Enter")  # 7: a highlighted sentence
    keys("Escape", "v", "tab", "w", "1")  # 8: a label on the English side
    keys("Escape", "v", "Space", "a")  # 9: a suggestion accepted
    keys("x")  # 10: a suggestion rejected


def kept(home: str) -> list[str]:
    """Return what the database holds, one line for each annotation."""
    with Database(Path(home) / "data" / "reader.db") as database:
        found = AnnotationStore(database).for_document(load(ARTICLE).fingerprint)
    return [f"{a.kind:<10} {a.label:<8} {a.status:<9} {a.side:<7} {a.quote[:40]}" for a in found]


def main() -> None:
    """Run all steps."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        try:
            start(home)
            while "translating" in screen() or "finding names" in screen():
                time.sleep(1)
            annotate()
            made = kept(home)
            print(f"{len(made)} annotations made:", *made, sep="\n  ")
            stop()
            start(home)
            keys("u", "u")
            stop()
        finally:
            subprocess.run(
                ["tmux", "kill-session", "-t", SESSION], capture_output=True, check=False
            )
        rest = kept(home)
        print(f"{len(rest)} annotations after a restart and two undos")
        if len(made) != 10 or len(rest) != 8:
            raise SystemExit("Ten annotations, then eight, were expected.")
        for name in FORMATS:
            target = folder / f"001.{name}"
            subprocess.run(
                [sys.executable, "-m", "reader", "export", str(ARTICLE), "--format", name,
                 "-o", str(target)],
                env={**os.environ, "READER_HOME": home},
                check=True,
            )  # fmt: skip
            files = target.rglob("*") if target.is_dir() else [target]
            size = sum(file.stat().st_size for file in files)
            print(f"exported {name:<9} {size:>7} bytes")


main()
