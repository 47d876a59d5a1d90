"""Make docs/reading.svg, the picture in the README, from the program itself: `make screenshot`.

A browser would order the Arabic of an SVG a second time, so its texts get a rule that switches
that off; and the font is one that has the letter forms, not one fetched from the network.
"""

import asyncio
import os
import re
import tempfile
from html import unescape
from pathlib import Path

from rich.cells import cell_len

from reader.assets import seeds_path

HERE = Path(__file__).parent
SIZE = (132, 36)
RULE = "text { unicode-bidi: bidi-override; direction: ltr; }"
FONT = "DejaVu Sans Mono, Noto Sans Mono, Menlo, Consolas, monospace"


def for_browsers(svg: str) -> str:
    """Return a screenshot of Textual's that browsers draw in the order of its cells."""
    without_fetching = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    named = re.sub(r"font-family:\s*Fira Code[^;]*;", f"font-family: {FONT};", without_fetching)
    ruled = named.replace("<style>", f"<style>\n    {RULE}\n", 1)
    return re.sub(r'textLength="([\d.]+)"([^>]*)>([^<]*)</text>', _in_cells, ruled)


def _in_cells(match: re.Match[str]) -> str:
    """Give a run the width of its cells: rich counts code points, and vowel marks have no width."""
    text = unescape(match[3])
    length = float(match[1]) * cell_len(text) / max(1, len(text))
    return f'textLength="{length:g}"{match[2]}>{match[3]}</text>'


async def picture() -> str:
    """Return the SVG of the first sample article, translated, its names found."""
    from reader.settings.model import Settings
    from reader.tui.app import ReaderApp
    from reader.tui.screens.reading import ReadingScreen
    from reader.tui.services import real_services

    path = sorted(seeds_path().glob("*.txt"))[0]
    app = ReaderApp(real_services(), Settings(), [path])
    async with app.run_test(size=SIZE) as pilot:
        while True:
            await pilot.pause(0.2)
            screen = app.screen
            if isinstance(screen, ReadingScreen):
                known, wanted = screen.article, len(screen.article.document.paragraphs)
                if len(known.translations) == len(known.entities) == wanted:
                    break
        await pilot.press("j")
        await pilot.pause()
        return app.export_screenshot(title="reader")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["READER_HOME"] = home
        drawn = for_browsers(asyncio.run(picture()))
    (HERE / "reading.svg").write_text(drawn, encoding="utf-8")
