"""Page numbers, and heads and feet that repeat: lines of a page that are no part of its text.

A number on a line of its own may as well be a cell of a table or the end of a sentence. It numbers
the page only if it stands alone at its height and clearly apart from the text, and counts up with
the pages where there are several.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median
from typing import NamedTuple

from reader.documents.pdf.lines import Line

APART = 1.2
"""Distance of a page number from the text, by that of two lines, if the pages are counted."""
FAR_APART = 1.6
"""The same where nothing else says that it is a page number."""

_NUMBER = re.compile(r"[\W_]*(\d{1,4})[\W_]*")
_YEARS = 1000  # from here on the number on a single page may well be a year


def without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines of each page without page numbers, and heads and feet of most pages."""
    edges: Counter[tuple[str, int]] = Counter()
    for page in pages:
        edges.update({_place(line) for line in _edge_lines(page)})
    often = max(3, len(pages) // 2)
    leading = _leading(pages)
    bodies = []
    numbers = []
    for page in pages:
        drop = {
            id(line)
            for line in _edge_lines(page)
            if edges[_place(line)] >= often and not _NUMBER.fullmatch(line.text)
        }
        body = [line for line in page if id(line) not in drop]
        bodies.append(body)
        numbers.append(list(_numbers(body, leading)))
    counted = Counter(
        offset
        for index, found in enumerate(numbers)
        for offset in {number.value - index for number in found}
    )
    result = []
    for index, (body, found) in enumerate(zip(bodies, numbers, strict=True)):
        drop = set()
        for number in found:
            others = counted[number.value - index] - 1
            if number.alone:
                # the number of the sheet itself, or one in its usual place, needs no other page
                sheet = index > 0 and number.value == index + 1
                counts = others > 0 or sheet or edges[_place(number.line)] >= often
                counts = counts or (len(pages) == 1 and len(body) > 3 and _is_lone(number, leading))
            else:
                counts = others > 1  # beside a running head that changes
            if counts:
                drop.add(id(number.line))
        result.append([line for line in body if id(line) not in drop])
    return result


class _Number(NamedTuple):
    """A line that may number its page."""

    line: Line
    value: int
    alone: bool  # nothing stands beside it
    distance: float  # points to the next line above or below


def _numbers(page: Sequence[Line], leading: float) -> Iterator[_Number]:
    """Yield the numbers at the edges of a page that stand apart from its text."""
    for line in _edge_lines(page):
        found = _NUMBER.fullmatch(line.text)
        if not found:
            continue
        others = [other for other in page if other is not line]
        beside = [other for other in others if _is_beside(line, other)]
        distance = min(
            (abs(line.bottom - other.bottom) for other in others if other not in beside),
            default=inf,
        )
        if distance > APART * leading:
            yield _Number(line, int(found.group(1)), not beside, distance)


def _is_beside(line: Line, other: Line) -> bool:
    return other.bottom < (line.top + line.bottom) / 2 < other.top


def _is_lone(number: _Number, leading: float) -> bool:
    text = number.line.text
    # a dot ends a sentence, on the left as it is drawn from right to left
    plain = not text.startswith(".") and not text.endswith(".")
    return plain and number.value < _YEARS and number.distance > FAR_APART * leading


def _edge_lines(page: Sequence[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: line.top)
    return ordered[:2] + ordered[-2:] if len(ordered) > 4 else ordered[:1] + ordered[-1:]


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.bottom / 4)


def _leading(pages: Sequence[Sequence[Line]]) -> float:
    """Return the usual points from one line to the next."""
    distances = []
    for page in pages:
        for below, above in pairwise(sorted(page, key=lambda line: line.bottom)):
            distance = above.bottom - below.bottom
            if distance > below.size / 2:  # else they stand beside each other
                distances.append(distance)
    return median(distances) if distances else 0.0
