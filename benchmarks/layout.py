"""Layout of Arabic paragraphs: time per character and share of lines drawn right.

Rivals: the README way of python-bidi and arabic-reshaper, before and after textwrap, and libfribidi
on textwrap's lines. Real articles (seeds/) and sentences with names, numbers, brackets and vowel
signs. `--write FILE` writes the table to a file instead of printing it.
"""

import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import arabic_reshaper
from bidi import get_display

from benchmarks._reference_lines import Judge
from reader.arabic import layout, word_shaping
from reader.arabic.direction import base_direction
from tests.arabic.conformance.fribidi import Fribidi

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
WIDTH = 80
ROWS = 50
ROUNDS = 5
MIXED = (
    "قال الرئيس إن World Bank منح 12 مليون دولار (نحو 3.5% من الناتج) لبناء «مدينة السلام».",
    "وَقَالَ مُحَمَّدٌ: «لا، لن نعود»، ثم غادر (على متن Boeing 737) إلى London في 3/5/2024.",
    "BBC وReuters نقلتا عن مصادر [لم تسمّها] أن حصيلة القتلى بلغت ١٢٬٥٠٠ [نحو 12,500].",
    'الموقع https://example.org/a/b?c=1 نشر بيانا (من 3 صفحات) بعنوان "لا للحرب".',
    "هـ\u200d 1446 و می\u200cخواهم، «الآن» (أ) و(ب) و[ج]، 10-20% أو أكثر!",
)
Drawer = Callable[[str], list[str]]
"""A paragraph to its lines as printed."""


def ours(text: str) -> list[str]:
    """Draw with the reader."""
    return [line.text for line in layout.lay_out(text, WIDTH)]


def readme_then_wrap(text: str) -> list[str]:
    """Draw with get_display(reshape(text)), then wrap."""
    return textwrap.wrap(str(get_display(arabic_reshaper.reshape(text))), WIDTH)


def wrap_then_readme(text: str) -> list[str]:
    """Wrap, then draw each line with get_display(reshape(line))."""
    return [str(get_display(arabic_reshaper.reshape(line))) for line in logical_lines(text)]


def logical_lines(text: str) -> list[str]:
    """Return textwrap's lines."""
    return textwrap.wrap(text, WIDTH)


def expected(judge: Judge, text: str, name: str) -> Iterator[str]:
    """Yield the right drawing of the lines, broken where the rival breaks them."""
    if name == "reader":
        for line in layout.lay_out(text, WIDTH):
            yield judge.line(line.start, line.end)
        return
    at = 0
    for line in logical_lines(text):
        start = text.index(line[0], at)
        at = start
        for character in line:
            at = text.index(character, at) + 1
        yield judge.line(start, at)


def _shown(line: str) -> str:
    return line.replace("\xa0", " ").strip()


def measure(name: str, draw: Drawer, texts: list[str], fribidi: Fribidi) -> str:
    """Return the table's row of one rival."""
    characters = sum(map(len, texts))
    times = []
    for _ in range(ROUNDS):
        _forget()
        begin = process_time()
        for text in texts:
            draw(text)
        times.append(process_time() - begin)
    right = count = 0
    for text in texts:
        judge = Judge(fribidi, text, base_direction(text))
        drawn = draw(text)
        wanted = list(expected(judge, text, name))
        count += len(wanted)
        right += sum(_shown(a) == _shown(b) for a, b in zip(drawn, wanted, strict=False))
    cost = 1e6 * min(times) / characters
    return f"| {name} | {cost:.2f} | {right}/{count} | {100 * right / count:.1f} % |"


def costs(articles: list[str]) -> list[str]:
    """Return the table of what a reader waits for."""
    megabyte = " ".join(articles * 80)[:1_000_000]
    screen = articles[: 1 + next(i for i in range(len(articles)) if _lines(articles[:i]) >= ROWS)]

    def first_line(text: str) -> None:
        next(layout.iter_lines(text, WIDTH))

    work: dict[str, Callable[[], object]] = {
        f"a screen of {ROWS} lines": lambda: [layout.lay_out(t, WIDTH) for t in screen],
        "the same at another width": lambda: [layout.lay_out(t, WIDTH - 7) for t in screen],
        "first line of a paragraph of 1,000,000 characters": lambda: first_line(megabyte),
        "8,000 unmatched FSI": lambda: layout.lay_out("\u2068" * 8_000, WIDTH),
        "20,000 nested brackets": lambda: layout.lay_out("(" * 20_000, WIDTH),
    }
    rows = ["| what | CPU ms |", "|---|--:|"]
    for what, do in work.items():
        times = []
        for _ in range(ROUNDS):
            if "another width" not in what:
                _forget()
            begin = process_time()
            do()
            times.append(process_time() - begin)
        rows.append(f"| {what} | {1e3 * min(times):.0f} |")
    return rows


def _lines(texts: list[str]) -> int:
    return sum(len(layout.lay_out(text, WIDTH)) for text in texts)


def _forget() -> None:
    word_shaping._shape_cached.cache_clear()
    layout._clusters_cached.cache_clear()


def main() -> int:
    """Print the tables of both kinds of text, and of what a reader waits for."""
    fribidi = Fribidi.load()
    if fribidi is None:
        print("benchmarks.layout needs libfribidi (Debian: libfribidi0)", file=sys.stderr)
        return 1
    judge = fribidi
    rivals: dict[str, Drawer] = {
        "reader": ours,
        "get_display(reshape(text)), then textwrap": readme_then_wrap,
        "textwrap, then get_display(reshape(line))": wrap_then_readme,
        f"textwrap, then libfribidi {fribidi.version} log2vis": lambda text: [
            judge.log2vis(line, None) for line in logical_lines(text)
        ],
    }
    articles = [
        paragraph
        for path in sorted(SEEDS.glob("*.txt"))
        for paragraph in path.read_text(encoding="utf-8").splitlines()
        if paragraph.strip()
    ]
    out = [
        "## Drawing Arabic",
        "",
        f"Lines of {WIDTH} cells; fastest of {ROUNDS} runs, caches cold.",
    ]
    for title, texts in (("five articles", articles), ("mixed sentences", list(MIXED))):
        out += [
            "",
            f"| {title}: {sum(map(len, texts)):,} characters "
            "| CPU µs per character | lines right | share |",
        ]
        out.append("|---|--:|--:|--:|")
        out += [measure(name, draw, texts, fribidi) for name, draw in rivals.items()]
    out += ["", *costs(articles)]
    page = "\n".join(out) + "\n"
    if sys.argv[1:2] == ["--write"]:
        Path(sys.argv[2]).write_text(page, encoding="utf-8")
    else:
        print(page, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
