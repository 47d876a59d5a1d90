"""Documents: words of Arabic PDFs that come out right, and how long files take to load."""

import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from statistics import median

from reader.assets import seeds_path
from reader.documents import load
from reader.documents.pdf.extract import extract
from tests.documents.samples import DATA, article_words

PDFS = (
    "chromium.pdf", "chromium_columns.pdf", "weasyprint.pdf", "libreoffice.pdf", "fpdf2.pdf",
)  # fmt: skip
FIGURES = frozenset({"350", "62%", "4.5", "15", "2025،", "300", "١٩٨٧،", "20"})


def main() -> None:
    """Print both measurements as Markdown."""
    words()
    times()


def words() -> None:
    """Print the share of distinct words, and of figures, that each way gets exactly right."""
    wanted = article_words()
    assert wanted >= FIGURES
    print(
        f"## Arabic PDF\n\nOf {len(wanted)} distinct words, and of the {len(FIGURES)} figures "
        "among them, exactly right (NFC), for one article printed by four programs.\n"
    )
    print("| file | this program | figures | arafix by line | figures | pdfminer alone |")
    print("|---|---|---|---|---|---|")
    for name in PDFS:
        cells = []
        for way in (own, by_arafix, by_pdfminer):
            found = set(unicodedata.normalize("NFC", way(DATA / name)).split())
            cells.append(f"{len(wanted & found) / len(wanted):.1%}")
            cells.append(f"{len(FIGURES & found)} of {len(FIGURES)}")
        print(f"| {name} | {' | '.join(cells[:-1])} |")
    print()


def own(path: Path) -> str:
    """Return a PDF's text as this program reads it."""
    return "\n".join(block.text for block in extract(path.read_bytes(), path.name).blocks)


def by_arafix(path: Path) -> str:
    """Return pdfminer's lines, each repaired by arafix."""
    import arafix

    return "\n".join(arafix.fix(line) for line in by_pdfminer(path).splitlines())


def by_pdfminer(path: Path) -> str:
    """Return what pdfminer alone gives."""
    from pdfminer.high_level import extract_text

    return str(extract_text(path))


def times() -> None:
    """Print how long real files, and a text of 10 MB, take to load."""
    print("## Loading documents (processor time)\n\n| file | size | time |\n|---|---|---|")
    texts = [path.read_text(encoding="utf-8") for path in sorted(seeds_path().glob("*.txt"))]
    text = "\n".join(texts)
    large = text * (10_000_000 // len(text.encode()) + 1)
    for name, data in (
        ("text, UTF-8", large.encode()),
        ("text, UTF-16", large.encode("utf-16")),
        ("text, windows-1256", large.encode("cp1256", "replace")),
        ("text of one line", large.replace("\n", " ").encode()),
    ):
        row(name, data, lambda data=data: load("a.txt", data=data))
    for path in sorted(DATA.iterdir()):
        if path.name == "README.md":
            continue
        if path.suffix in (".html", ".mhtml", ".epub", ".docx", ".md", ".jsonl", ".atom") or (
            path.name in PDFS
        ):
            row(path.name, path.read_bytes(), lambda path=path: read(path))


def read(path: Path) -> object:
    """Load a file; a PDF in this process, so that its time is counted."""
    data = path.read_bytes()
    return extract(data, path.name) if path.suffix == ".pdf" else load(path, data=data)


def row(name: str, data: bytes, work: Callable[[], object]) -> None:
    """Print one line of the table: the median of three runs after one to import libraries."""
    work()
    runs = []
    for _ in range(3):
        start = time.process_time()
        work()
        runs.append(time.process_time() - start)
    size = f"{len(data) / 1e6:.1f} MB" if len(data) >= 1e6 else f"{len(data) / 1e3:.0f} kB"
    print(f"| {name} | {size} | {median(runs) * 1000:.0f} ms |")


if __name__ == "__main__":
    main()
