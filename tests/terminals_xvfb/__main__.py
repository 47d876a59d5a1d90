"""Prints, for each terminal, how many cells of each line show what was laid out.

Needs the Debian packages xvfb, xterm, tmux, imagemagick, fonts-dejavu-core, python3-gi and
gir1.2-vte-2.91. `--keep FOLDER` keeps the screenshots.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.arabic.layout import lay_out
from tests.terminals_xvfb.draw import COLUMNS, FIRST_MARK, LAST_MARK, ROWS
from tests.terminals_xvfb.picture import Cells, Picture, right_cells, screenshot

ROOT = Path(__file__).resolve().parents[2]
HOST = Path(__file__).with_name("vte_host.py")
FONT = "DejaVu Sans Mono"
LIMIT_S = 60.0
LINES = (
    ("سلام (12) abc لا", 1),
    ("«السلام» [أ] {ب}، قال: «نعم»", 1),
    ("مُحَمَّدٌ رَسُولُ اللهِ", 1),
    ("بلغ 12,500.75 في 2024/5/3 NATO.", 1),
    ("پچژگک ٹڈڑ می\u200cخواهم هـ\u200d 1446", 1),
    ("The word سلام (12) is Arabic لا", 0),
)
XTERM = ["xterm", "-fa", FONT, "-fs", "12", "-geometry", f"{COLUMNS}x{ROWS}+0+0", "-e"]
VTE = ["/usr/bin/python3", str(HOST), str(COLUMNS), str(ROWS), f"{FONT} 12"]
# A server of its own, with what the reader's note tells the user to set.
TMUX = ["tmux", "-L", f"reader-check-{os.getpid()}", "-f", str(HOST.with_name("tmux.conf"))]
COMMANDS = {"xterm": XTERM, "VTE": VTE, "tmux in VTE": [*VTE, *TMUX, "new-session"]}
EXPECTED_KIND = {"xterm": "plain", "VTE": "explicit", "tmux in VTE": "tmux"}
PROGRAMS = ("Xvfb", "xterm", "tmux", "import", "/usr/bin/python3")
# What is drawn: the switch on or off, visual order with letter forms or the logical text.
AS_LAID_OUT = {"switch": True, "logical": False}
UNSWITCHED = {"switch": False, "logical": False}
LOGICAL = {"switch": True, "logical": True}


@contextmanager
def x_server() -> Iterator[str]:
    """Run Xvfb; give its display."""
    read, write = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1024x1024x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as number:
            yield f":{number.readline().strip()}"
    finally:
        process.terminate()
        process.wait()


class Session:
    """One terminal that draws pages on demand."""

    def __init__(self, name: str, display: str, folder: Path) -> None:
        """Start the terminal."""
        self._folder, self._display, self._pages = folder, display, 0
        drop = ("TMUX", "STY", "KONSOLE_VERSION", "MLTERM", "KITTY_WINDOW_ID", "TERM_PROGRAM")
        env = {k: v for k, v in os.environ.items() if k not in (*drop, "VTE_VERSION")}
        env |= {"DISPLAY": display, "GDK_BACKEND": "x11", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        self._process = subprocess.Popen(
            [*COMMANDS[name], sys.executable, "-m", "tests.terminals_xvfb.draw", str(folder)],
            cwd=ROOT,
            env=env,
            stderr=subprocess.DEVNULL,
        )

    def draw(self, text: str, base: int, how: dict[str, bool]) -> Picture:
        """Have a page drawn; return the screen when it no longer changes."""
        orders = json.dumps({"text": text, "base": base, **how})
        fresh = self._folder / "fresh"
        fresh.write_text(orders, encoding="utf-8")
        fresh.rename(self._folder / f"{self._pages}.json")
        self.wait_for(f"{self._pages}.drawn")
        self._pages += 1
        before = screenshot(self._display)
        while True:
            time.sleep(0.2)
            after = screenshot(self._display)
            if (before == after).all():
                return after
            before = after

    def wait_for(self, name: str) -> Path:
        """Wait for a file that the drawing program writes."""
        deadline = time.monotonic() + LIMIT_S
        while not (self._folder / name).exists():
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise SystemExit(f"the terminal did not draw ({name} is missing)")
            time.sleep(0.05)
        return self._folder / name

    def end(self) -> None:
        """End the terminal."""
        (self._folder / "end.json").touch()
        self._process.wait(LIMIT_S)


def share(picture: Picture, text: str, base: int) -> tuple[int, int]:
    """Return how many cells are right, and how many there are."""
    (line,) = lay_out(text, COLUMNS, base)
    right = right_cells(
        Cells(picture, FIRST_MARK, LAST_MARK, COLUMNS), [cell.width for cell in line.cells]
    )
    return sum(right), len(right)


def check(name: str, display: str, keep: Path | None) -> bool:
    """Print the table of one terminal; tell whether all is as it should be."""
    good = True
    with tempfile.TemporaryDirectory() as folder:
        session = Session(name, display, Path(folder))
        kind = json.loads(session.wait_for("terminal.json").read_text())["kind"]
        good &= kind == EXPECTED_KIND[name]
        print(f"\n## {name}: detected as {kind}\n")
        print("| line | laid out | without the switch | logical text |")
        print("|---|--:|--:|--:|")
        for number, (text, base) in enumerate(LINES):
            counts = []
            for how in (AS_LAID_OUT, UNSWITCHED, LOGICAL):
                picture = session.draw(text, base, how)
                counts.append(share(picture, text, base))
                if keep:
                    save(picture, keep / f"{name}-{number}-{len(counts)}.ppm")
            print(f"| {number + 1} | " + " | ".join(f"{a}/{b}" for a, b in counts) + " |")
            good &= counts[0][0] == counts[0][1]
            # Controls: the comparison must see what goes wrong otherwise.
            good &= counts[2][0] < counts[2][1]
            good &= (counts[1][0] == counts[1][1]) == (name == "xterm")
        session.end()
    return good


def save(picture: Picture, path: Path) -> None:
    """Write a screenshot."""
    height, width, _ = picture.shape
    path.write_bytes(b"P6\n%d %d\n255\n" % (width, height) + picture.tobytes())


def main() -> int:
    """Check every terminal."""
    missing = [program for program in PROGRAMS if not shutil.which(program)]
    if missing:
        print(f"missing: {', '.join(missing)}\n{__doc__}", file=sys.stderr)
        return 2
    keep = Path(sys.argv[2]) if sys.argv[1:2] == ["--keep"] else None
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
    print(f"Cells that look as they do alone, {FONT}; the last two columns are controls.")
    good = True
    with x_server() as display:
        for name in COMMANDS:
            good &= check(name, display, keep)
    print("\nAll terminals show what was laid out." if good else "\nSomething is wrong.")
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
