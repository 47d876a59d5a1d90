"""When a web page was published: the day that was found, if it really stands on the page.

htmldate, which trafilatura asks, goes as far as to make 1 January of any year in the text, such as
that of a copyright notice. A day counts only when it is written in the markup (an attribute, a
script's data) or in a short line: a day in the middle of a sentence is what the text speaks of.
"""

import re
from collections.abc import Iterator
from typing import Any

from reader.documents.dates import DIGITS, MONTHS
from reader.documents.html_blocks import html_blocks

LONGEST_DATE_LINE = 100
"""Characters of a line that may tell the day of publication."""

_STAMPS = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time/@datetime",
)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")


def publication_date(tree: Any, day: str) -> str:
    """Return the day (YYYY-MM-DD) with the page's own time stamp of it, "" if it is not written.

    `tree` is the page's lxml tree and `day` what was found in it.
    """
    for path in _STAMPS:
        for value in tree.xpath(path):
            if day and value.startswith(day) and _ISO.fullmatch(value.strip()):
                return str(value.strip())
    parts = _DAY.fullmatch(day)
    if not parts:
        return ""
    written = _written(*map(int, parts.groups()))
    return day if any(written.search(text.translate(DIGITS)) for text in _texts(tree)) else ""


def _written(year: int, month: int, day: int) -> re.Pattern[str]:
    """Return what matches the ways to write a day, with European digits.

    Nothing repeats without a bound, and a name begins where a word does: a page may have a million
    letters or spaces on end.
    """
    y, m, d, space = str(year), f"0?{month}", f"0?{day}", r"\s{0,3}"
    gap = rf"{space}[-/.\u2013]{space}"
    word = r"[^\W\d]{1,20}"
    name = (
        rf"(?<![^\W\d])(?:{word}{space}/{space})?(?:{MONTHS[month - 1]})[^\W\d]{{0,20}}\.?"
        rf"(?:{space}/{space}{word}){{0,2}}"
    )
    ways = (
        f"{y}{month:02}{day:02}",
        f"{y}{gap}{m}{gap}{d}",
        f"{d}{gap}{m}{gap}{y}",
        f"{m}{gap}{d}{gap}{y}",
        rf"{d}(?:st|nd|rd|th)?{space}-?{space}(?:of\s{{1,3}})?{name}[\s,،-]{{1,5}}{y}",
        rf"{name}\s{{1,3}}{d}(?:st|nd|rd|th)?[\s,،]{{1,5}}{y}",
    )
    return re.compile(rf"(?<!\d)(?:{'|'.join(ways)})(?!\d)", re.IGNORECASE)


def _texts(tree: Any) -> Iterator[str]:
    yield from map(str, tree.xpath("//@*"))
    yield from map(str, tree.xpath("//script/text()"))
    for block in html_blocks(tree):
        if len(block.text) <= LONGEST_DATE_LINE:
            yield block.text
