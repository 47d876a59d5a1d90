"""Opening an EPUB in a terminal: the reader beside baca and epy, and whose Arabic is right.

Every program is started in tmux (100x40) on the same book, one after the other. Time counts from
the start to a screen that shows text; the peak is the program's own process. The Arabic is judged
by the cells that tmux holds, against libfribidi and the joining types of Unicode. The rivals live
in environments of their own (`make bench-rivals`), because their pins of Textual differ from ours.
"""

import os
import re
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import _epub
from benchmarks._reference_lines import Judge
from reader.arabic.direction import base_direction
from reader.assets import seeds_path
from tests.arabic.conformance.fribidi import Fribidi

ROOT = Path(__file__).resolve().parent.parent
RIVALS = ROOT / ".bench"
PROGRAMS = {
    "reader": [sys.executable, "-m", "reader"],
    "baca": [str(RIVALS / "baca" / "bin" / "baca")],
    "epy": [str(RIVALS / "epy" / "bin" / "epy")],
}
WIDTH, HEIGHT = 100, 40
ROUNDS = 3
LETTERS = 200
"""Arabic letters that make a page; a title or a bar has fewer."""
POLL_S = 0.01
LIMIT_S = 60
LATER_S = 10
_ARABIC = re.compile("[\u0620-\u064a\ufb50-\ufdff\ufe70-\ufefc]")
_APART = re.compile(r"[│┃▌▐]| {6,}")  # borders of columns, and what is shown beside the text


class Terminal:
    """A tmux server of our own; no configuration of the user's is read."""

    def __init__(self) -> None:
        """Start it, so that its start is not counted."""
        self._socket = f"reader-bench-{os.getpid()}"
        self._tmux("-f", os.devnull, "new-session", "-d", "-s", "idle", "sleep 3600")

    def close(self) -> None:
        """End it and what runs in it."""
        self._tmux("kill-server")

    def open(self, command: list[str], home: Path) -> tuple[float, str, int]:
        """Start a program; return seconds to its first page, the page, and its process."""
        places = ("HOME", "READER_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
        words = ["env", "TERM=screen-256color", *(f"{place}={home}" for place in places), *command]
        size = ["-x", str(WIDTH), "-y", str(HEIGHT)]
        began = time.perf_counter()
        self._tmux("new-session", "-d", "-s", "book", *size, "exec " + shlex.join(words))
        while len(_ARABIC.findall(page := self.page())) < LETTERS:
            if time.perf_counter() - began > LIMIT_S:
                raise TimeoutError(f"{command[0]} shows no text:\n{page}")
            time.sleep(POLL_S)
        took = time.perf_counter() - began
        return took, page, int(self._tmux("list-panes", "-t", "book", "-F", "#{pane_pid}"))

    def page(self) -> str:
        """Return the cells on the screen."""
        return self._tmux("capture-pane", "-t", "book", "-p")

    def leave(self) -> None:
        """End the program that was opened last."""
        self._tmux("kill-session", "-t", "book")

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-L", self._socket, *words], capture_output=True, text=True, check=True
        )
        return done.stdout


def peak(process: int) -> float:
    """Return the most memory that a process has held, in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found
    return int(found[1]) / 1024


def rows(page: str) -> Iterator[str]:
    """Yield the parts of a screen's rows that hold Arabic, runs of spaces made one."""
    for row in page.splitlines():
        for part in _APART.split(row):
            if _ARABIC.search(part):
                yield " ".join(part.split())


def drawings(fribidi: Fribidi, texts: list[str]) -> tuple[set[str], set[str]]:
    """Return every line of whole words that the texts may give: drawn right, and as stored."""
    right, stored = set(), set()
    for text in texts:
        judge = Judge(fribidi, text, base_direction(text))
        words = [match.span() for match in re.finditer(r"\S+", text)]
        for n, (start, _) in enumerate(words):
            for _, end in words[n:]:
                if end - start > WIDTH:
                    break
                right.add(" ".join(judge.line(start, end).split()))
                stored.add(" ".join(text[start:end].split()))
    return right, stored


def measure(terminal: Terminal, command: list[str], home: Path) -> tuple[list[float], float, str]:
    """Return seconds to the first page of each opening but one, peak MB and the page."""
    times = []
    for turn in range(ROUNDS + 1):
        took, page, process = terminal.open(command, home)
        if turn:
            times.append(took)
        else:
            time.sleep(LATER_S)  # the first opening does what later ones find done
            memory, page = peak(process), terminal.page()
        terminal.leave()
    return times, memory, page


def main() -> int:
    """Print the table."""
    fribidi = Fribidi.load()
    if fribidi is None:
        print("benchmarks.ebooks needs libfribidi (Debian: libfribidi0)", file=sys.stderr)
        return 1
    article = min(seeds_path().glob("*.txt")).read_text(encoding="utf-8")
    texts = [line.strip() for line in article.splitlines() if line.strip()]
    right, stored = drawings(fribidi, texts)
    print(f"""## E-books

One article as EPUB in tmux, {WIDTH}x{HEIGHT}. First page: median of {ROUNDS} openings after one
that is not counted. Peak: memory of the process {LATER_S} s after the first opening; the reader's
has the translation model and the name recogniser in it, which the others do not have. Rows of
Arabic are right if their cells, from left to right, are what libfribidi's order and Unicode's
letter forms give. "As stored" are rows in logical order with letters apart: a terminal that orders
and joins Arabic itself shows them right, any other shows them backwards.

| program | first page s | peak MB | rows of Arabic | right | as stored |
|---|--:|--:|--:|--:|--:|""")
    terminal = Terminal()
    try:
        for name, command in PROGRAMS.items():
            if not Path(command[0]).exists():
                print(f"| {name} | not installed (`make bench-rivals`) | | | | |")
                continue
            with tempfile.TemporaryDirectory() as folder:
                book = Path(folder) / "article.epub"
                _epub.write(book, texts)
                times, memory, page = measure(terminal, [*command, str(book)], Path(folder))
            shown = list(rows(page))
            print(
                f"| {name} | {statistics.median(times):.2f} | {memory:.0f} | {len(shown)} "
                f"| {sum(row in right for row in shown)} | {sum(row in stored for row in shown)} |"
            )
    finally:
        terminal.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
