"""Runs inside the terminal: draws pages and waits for each to be photographed.

    python -m tests.terminals_xvfb.draw FOLDER

A page is a file `N.json` in the folder; when it is drawn `N.drawn` appears, and the next page comes
with the next file. `end.json` ends the program. `terminal.json` is written first: what was detected.

Row 1 holds marks of two colours at its first and last column, row 2 the line under test. Each row
below holds one cell of that line alone, in its own column: no terminal can reorder or join that, so
it shows how the cell must look.
"""

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path

from reader.arabic.layout import Line, lay_out
from reader.terminal.choice import choose
from reader.terminal.detection import with_mode
from reader.terminal.sequences import enter_bytes, leave_bytes

COLUMNS, ROWS = 40, 44
FIRST_MARK, LAST_MARK = (255, 0, 0), (0, 0, 255)
_POLL_S = 0.02


def mark(column: int, colour: tuple[int, int, int]) -> str:
    """Return a coloured blank in the first row."""
    red, green, blue = colour
    return f"\x1b[1;{column}H\x1b[48;2;{red};{green};{blue}m \x1b[0m"


def page(line: Line, *, logical: str | None) -> str:
    """Return the page of one line; `logical` is drawn in its place where it is given."""
    out = ["\x1b[2J", mark(1, FIRST_MARK), mark(COLUMNS, LAST_MARK)]
    out.append(f"\x1b[2;1H{line.text if logical is None else logical}")
    column = 1
    for row, cell in enumerate(line.cells, start=3):
        out.append(f"\x1b[{row};{column}H{cell.glyph}")
        column += cell.width
    return "".join(out)


def main() -> None:
    """Draw pages until the end."""
    folder = Path(sys.argv[1])
    terminal = choose("auto", folder)
    (folder / "terminal.json").write_text(json.dumps(asdict(terminal)), encoding="utf-8")
    write("\x1b[?1049h\x1b[?25l")
    number = 0
    while True:
        order = wait_for(folder, number)
        if order is None:
            break
        entering = enter_bytes(with_mode(terminal, "app"), ROWS).decode("ascii")
        leaving = leave_bytes(with_mode(terminal, "app"), ROWS).decode("ascii")
        (line,) = lay_out(order["text"], COLUMNS, order["base"])
        write(entering if order["switch"] else leaving)
        write(page(line, logical=order["text"] if order["logical"] else None))
        (folder / f"{number}.drawn").touch()
        number += 1
    write("\x1b[?25h\x1b[?1049l")


def write(text: str) -> None:
    """Write to the terminal at once."""
    sys.stdout.write(text)
    sys.stdout.flush()


def wait_for(folder: Path, number: int) -> dict | None:  # type: ignore[type-arg]
    """Wait for the next page's orders; None at the end."""
    path = folder / f"{number}.json"
    while not path.exists():
        if (folder / "end.json").exists():
            return None
        time.sleep(_POLL_S)
    orders: dict = json.loads(path.read_text(encoding="utf-8"))  # type: ignore[type-arg]
    return orders


if __name__ == "__main__":
    main()
