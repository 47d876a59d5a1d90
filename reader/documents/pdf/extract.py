"""A PDF's bytes to blocks, with pdfminer.six for the glyphs."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from reader.documents.blocks import Block, Draft
from reader.documents.model import Direction, Metadata
from reader.documents.pdf.columns import segments
from reader.documents.pdf.lines import Line, line_of
from reader.documents.pdf.order import brackets_fit, letters
from reader.documents.pdf.paragraphs import Row, blocks_of, rows_of
from reader.documents.pdf.running import without_running_lines
from reader.documents.quiet import quiet
from reader.errors import DocumentError

MAX_PAGES = 1000
"""Pages that are read; a longer file says so when it opens."""

# what programs write for want of a title: the name of the file that was printed
_NO_TITLE = re.compile(
    r"^(untitled|microsoft word - .*|.*\.(docx?|indd|qxd|rtf|odt|html?|pdf))$", re.I
)
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?")


def extract(data: bytes, name: str) -> Draft:
    """Return a PDF's text; raises DocumentError for one that is locked, scanned or damaged."""
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    quiet("pdfminer")
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        pages: list[list[Line]] = []
        cut = False
        for page in _pages(document):
            if len(pages) == MAX_PAGES:
                cut = True
                break
            pages.append(page)
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise DocumentError(
            f"{name} is protected with a password: save a copy without it first."
        ) from error
    except PSException as error:
        raise DocumentError(
            f"{name} is damaged or no real PDF: download or copy it again."
        ) from error
    if not any(pages):
        raise DocumentError(
            f"{name} holds pictures of pages but no text: make its text with an OCR program first."
        )
    draft = Draft(_blocks(pages), _metadata(document))
    draft.warnings.extend(_warnings(pages, draft))
    if cut:
        draft.warnings.append(f"Only the first {MAX_PAGES:,} pages are shown: split the file.")
    return draft


def _pages(document: Any) -> Iterator[list[Line]]:
    """Yield the lines of each page, in no order."""
    from pdfminer.layout import LAParams, LTTextContainer, LTTextLineHorizontal
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    from reader.documents.pdf.device import PageDevice

    resources = PDFResourceManager()
    # without a flow, pdfminer leaves the order of the boxes to us and its slow grouping out
    device = PageDevice(resources, laparams=LAParams(boxes_flow=None))
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.create_pages(document):
        interpreter.process_page(page)
        found = []
        for box in device.get_result():
            if isinstance(box, LTTextContainer):
                for line in box:
                    if isinstance(line, LTTextLineHorizontal):
                        found.append(_line(line))
        yield [line for line in found if line is not None]


def _line(line: Any) -> Line | None:
    from pdfminer.layout import LTChar

    return line_of([c for c in line if isinstance(c, LTChar)])


def _blocks(pages: list[list[Line]]) -> list[Block]:
    kept = without_running_lines(pages)
    rtl, ltr = letters("".join(line.text for page in kept for line in page))
    direction: Direction = "rtl" if rtl > ltr else "ltr"
    columns = [column for page in kept for column in segments(page, rtl=direction == "rtl")]
    readings = [
        [rows_of(column, direction, mirror=mirror) for column in columns]
        for mirror in (True, False)
    ]
    return blocks_of(max(readings, key=_brackets))


def _brackets(columns: Sequence[Sequence[Row]]) -> int:
    return brackets_fit("\n".join(row.text for column in columns for row in column))


def _metadata(document: Any) -> Metadata:
    from pdfminer.utils import decode_text

    about: dict[str, str] = {}
    for info in document.info:
        for key, value in info.items():
            if isinstance(value, bytes):
                about[key] = " ".join(decode_text(value).split())
    date = _PDF_DATE.match(about.get("CreationDate", ""))
    return Metadata(
        title="" if _NO_TITLE.search(about.get("Title", "")) else about.get("Title", ""),
        author=about.get("Author", ""),
        date="-".join(part for part in date.groups()[:3] if part) if date else "",
        extra={"producer": about["Producer"]} if about.get("Producer") else {},
    )


def _warnings(pages: list[list[Line]], draft: Draft) -> Iterator[str]:
    empty = sum(not page for page in pages)
    if empty:
        many = "One page holds" if empty == 1 else f"{empty} pages hold"
        yield f"{many} no text (an empty page or a picture) and cannot be shown."
    if looks_damaged("\n".join(block.text for block in draft.blocks)):
        yield "The text of this PDF looks damaged: compare it with the original before quoting."


def looks_damaged(text: str) -> bool:
    """Tell whether Arabic text still has the faults that a PDF can bring (by arafix)."""
    import arafix
    from arafix.types import Defect

    faults = {Defect.VISUAL_ORDER, Defect.MOJIBAKE, Defect.BROKEN_CMAP}
    return bool(faults & set(arafix.diagnose(text[:20_000]).defects))
