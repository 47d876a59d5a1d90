"""Opening and scrolling an article: the reading screen beside widgets of Textual.

Rivals: Textual's MarkdownViewer and read-only TextArea, and a page built of one widget for each
paragraph. They show the Arabic alone, in logical order, without English, entities or bidi. All run
headless at 100x40, each in a process of its own, while translation and recognition are still at
work, so that the screen alone is measured. What the harness itself needs, the empty screen tells.
"""

import argparse
import asyncio
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reader.assets import seeds_path
from reader.stopping import ShouldStop

PAGES = 20
EMPTY = "an empty screen"
SIZES = {"article": 0, "1 MB": 1_000_000, "10 MB": 10_000_000}
RIVAL_LIMIT_S = 100


def sample(size: int) -> str:
    """Return the first sample article, or all of them repeated to so many bytes of UTF-8."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(seeds_path().glob("*.txt"))]
    if not size:
        return texts[0]
    whole = "\n".join(texts) + "\n"
    return whole * (size // len(whole.encode()) + 1)


def our_app(path: Path) -> Any:
    """Return the program with this file, its workers doing nothing slow."""
    from reader.settings.model import Settings
    from reader.store.database import Database
    from reader.translation.model import OnDone, SentencePair
    from reader.tui.app import ReaderApp
    from reader.tui.services import Services

    def wait(should_stop: ShouldStop | None) -> None:
        """Be busy, as a model is, without taking the processor from what is measured."""
        while should_stop is not None and not should_stop():
            time.sleep(0.01)

    class Waiting:
        """A model that is still at the first sentence."""

        id = "waiting 1"

        def translate(
            self,
            texts: Sequence[str],
            *,
            on_done: OnDone | None = None,
            should_stop: ShouldStop | None = None,
        ) -> list[list[SentencePair]]:
            wait(should_stop)
            return []

    def analyse(texts: Sequence[str], should_stop: ShouldStop) -> list[list[Any]]:
        wait(should_stop)
        return [[] for _ in texts]

    def load(file: Path) -> Any:
        from reader.documents import load as load_document

        return load_document(file)

    services = Services(
        load=load,
        database=lambda: Database(path.with_suffix(".db")),
        translator=Waiting,
        analyse=analyse,
        analyser=lambda: "none",
        add=lambda _database, _path: 0,
    )
    return ReaderApp(services, Settings(), [path])


def rival_app(kind: str, path: Path) -> Any:
    """Return a small program that shows the file with widgets of Textual."""
    from textual.app import App, ComposeResult
    from textual.containers import VerticalScroll
    from textual.widgets import MarkdownViewer, Static, TextArea

    class Rival(App[None]):
        def compose(self) -> ComposeResult:
            text = path.read_text(encoding="utf-8")
            if kind == "MarkdownViewer":
                yield MarkdownViewer(text.replace("\n", "\n\n"), show_table_of_contents=False)
            elif kind == EMPTY:
                yield Static("")
            elif kind == "TextArea":
                yield TextArea(text, read_only=True)
            else:
                with VerticalScroll(can_focus=True):
                    for line in text.splitlines():
                        yield Static(line, markup=False)

    return Rival()


async def measure(kind: str, path: Path) -> dict[str, float]:
    """Return seconds to the first page, the median and the longest page, and peak MB."""
    began = time.perf_counter()
    app = our_app(path) if kind == "reader" else rival_app(kind, path)
    async with app.run_test(size=(100, 40)) as pilot:
        while kind == "reader" and not getattr(getattr(app.screen, "view", None), "window", None):
            await pilot.pause(0.002)
        await pilot.pause()
        opened = time.perf_counter() - began
        pages = []
        key = "space" if kind == "reader" else "pagedown"
        if kind == "MarkdownViewer":
            app.query_one("MarkdownViewer").focus()
        for _ in range(PAGES):
            start = time.perf_counter()
            await pilot.press(key)
            await pilot.pause()
            pages.append(time.perf_counter() - start)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "opened": opened,
        "page": statistics.median(pages),
        "longest": max(pages),
        "peak": peak,
    }


def run(kind: str, path: Path) -> dict[str, float] | None:
    """Measure in a process of its own; None when it takes too long."""
    command = [sys.executable, "-m", "benchmarks.screen", "--measure", kind, str(path)]
    home = {"READER_HOME": str(path.parent / "home"), "TEXTUAL_ANIMATIONS": "none"}
    try:
        done = subprocess.run(
            command,
            env=os.environ | home,
            capture_output=True,
            text=True,
            check=True,
            timeout=RIVAL_LIMIT_S,
        )
    except subprocess.TimeoutExpired:
        return None
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def start_up() -> str:
    """Return a table of the time that commands take to start, the best of five."""

    def best(*command: str) -> float:
        times = []
        for _ in range(5):
            began = time.perf_counter()
            subprocess.run([sys.executable, *command], check=True, capture_output=True)
            times.append(time.perf_counter() - began)
        return min(times)

    bare = best("-c", "pass")
    rows = [
        ("reader --version", best("-m", "reader", "--version")),
        ("import reader.tui.app", best("-c", "import reader.tui.app")),
        ("import textual.app (rival)", best("-c", "import textual.app, textual.widgets")),
    ]
    lines = ["| start-up, above Python's own | s |", "|---|---|"]
    lines += [f"| {name} | {seconds - bare:.2f} |" for name, seconds in rows]
    return "\n".join(lines)


def main() -> None:
    """Print the tables, or one measurement for `run`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--measure", nargs=2, metavar=("KIND", "PATH"))
    wanted = parser.parse_args().measure
    if wanted:
        print(json.dumps(asyncio.run(measure(wanted[0], Path(wanted[1])))))
        return
    print("## Screen\n")
    print(start_up() + "\n")
    print("| text | shown by | first page s | page ms (median) | page ms (longest) | peak MB |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, size in SIZES.items():
            path = Path(folder) / f"{size}.txt"
            path.write_text(sample(size), encoding="utf-8")
            for kind in ("reader", "TextArea", "MarkdownViewer", "a widget a paragraph", EMPTY):
                if size > 1_000_000 and kind not in ("reader", "TextArea", EMPTY):
                    continue  # the rivals need minutes
                found = run(kind, path)
                if found is None:
                    figures = f"over {RIVAL_LIMIT_S} | | |"
                else:
                    figures = (
                        f"{found['opened']:.2f} | {1000 * found['page']:.0f} | "
                        f"{1000 * found['longest']:.0f} | {found['peak']:.0f} |"
                    )
                print(f"| {name} | {kind} | {figures}", flush=True)


if __name__ == "__main__":
    main()
