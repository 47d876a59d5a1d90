"""From a paragraph's logical text to lines of cells in visual order.

The only place, with what draws its cells, where visual order and presentation forms exist. Every
cell knows the code points it stands for, so spans, cursor and selection stay in logical offsets.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from reader.arabic.bidi import analyse, reorder, resolve_line
from reader.arabic.clusters import Cluster
from reader.arabic.direction import base_direction
from reader.arabic.harakat import without_harakat
from reader.arabic.line import Cell, Line
from reader.arabic.pieces import pieces
from reader.arabic.sanitise import safe, sanitise
from reader.arabic.shaping import shape, unshaped
from reader.arabic.tables.mirroring import MIRROR
from reader.arabic.wrapping import break_lines, fit

__all__ = ["Align", "Cell", "Line", "iter_lines", "lay_out", "visual_line"]

Align = Literal["start", "end", "left", "right", "center", "none"]

_LARGEST_CACHED = 8192
_LRM, _RLM = "\u200e", "\u200f"
_QUOTED = re.compile("“([^”]+)”")
_MOST_PER_CELL = 8  # code points of a title that one cell may take: a letter and its marks


def lay_out(
    text: str,
    width: int,
    base: int | None = None,
    *,
    harakat: bool = True,
    render: str = "app",
) -> list[Line]:
    """Lay one paragraph out in lines of at most `width` cells.

    Every code point of `text` is in exactly one cell; no line is wider than `width` (at least 1);
    no control or format character is in a cell. `base` is the paragraph embedding level, by
    default the direction of most of the text. With `harakat` false the vowel signs are not drawn;
    offsets stay. `render` other than `app` gives logical order without letter forms. An empty text
    has one empty line. For very long paragraphs see `iter_lines`.
    """
    return list(iter_lines(text, width, base, harakat=harakat, render=render))


def iter_lines(
    text: str,
    width: int,
    base: int | None = None,
    *,
    harakat: bool = True,
    render: str = "app",
) -> Iterator[Line]:
    """Yield the lines of `lay_out` one by one; a very long paragraph costs only what is taken."""
    width = max(width, 1)
    if base is None:
        base = base_direction(text)
    if not text:
        yield Line((), 0, 0, base)
    for start, end in pieces(text):
        paragraph = _clusters_of(text[start:end], base, render == "app")
        for line in _lines(paragraph, width, harakat):
            yield line if start == 0 else _moved(line, start)


class _Paragraph(NamedTuple):
    text: str
    base: int
    clusters: Sequence[Cluster]
    levels: Sequence[int]
    """Empty where nothing is reordered."""
    classes: Sequence[str]


def _clusters_of(text: str, base: int, in_app: bool) -> _Paragraph:
    if len(text) <= _LARGEST_CACHED:
        return _clusters_cached(text, base, in_app)
    return _make_clusters(text, base, in_app)


def _make_clusters(text: str, base: int, in_app: bool) -> _Paragraph:
    clean = sanitise(text)
    if not in_app:
        return _Paragraph(clean, base, unshaped(clean), (), ())
    analysis = analyse(clean, base)
    return _Paragraph(clean, base, shape(clean, analysis.levels), *analysis[1:])


# A change of width or of harakat lays the same paragraphs out again.
_clusters_cached = lru_cache(maxsize=64)(_make_clusters)


def _lines(paragraph: _Paragraph, width: int, harakat: bool) -> Iterator[Line]:
    clusters = fit(paragraph.clusters, width)
    for first, last in break_lines(clusters, paragraph.text, width):
        line = _without_overhang(clusters[first:last], width)
        start, end = line[0].start, line[-1].end
        order: Sequence[int] = range(len(line))
        if paragraph.levels:
            by_code_point = resolve_line(
                paragraph.levels, paragraph.classes, paragraph.base, start, end
            )
            levels = [by_code_point[c.start - start] for c in line]
            order = reorder(levels)
            cells = tuple(_cell(line[i], levels[i], harakat) for i in order)
        else:
            cells = tuple(_cell(c, 0, harakat) for c in line)
        yield Line(cells, start, end, paragraph.base)


def _without_overhang(line: list[Cluster], width: int) -> list[Cluster]:
    """Take their cells from the spaces at the end of a line that do not fit it."""
    excess = sum(c.width for c in line) - width
    i = len(line)
    while excess > 0:
        i -= 1
        excess -= line[i].width
        line[i] = line[i]._replace(glyph="", marks="", width=0)
    return line


def _cell(cluster: Cluster, level: int, harakat: bool) -> Cell:
    glyph, marks, width, start, end, *_ = cluster
    if level & 1:
        glyph = MIRROR.get(glyph, glyph)  # rule L4; no longer glyph has a mirrored one
    if marks:
        glyph += marks if harakat else without_harakat(marks)
    return Cell(glyph, width, start, end)


def _moved(line: Line, by: int) -> Line:
    cells = tuple(Cell(g, w, start + by, end + by) for g, w, start, end in line.cells)
    return Line(cells, line.start + by, line.end + by, line.base)


def visual_line(
    text: str,
    width: int,
    base: int | None = None,
    align: Align = "start",
    render: str = "app",
) -> str:
    """Return a short string as it is drawn in one line of `width` cells.

    For titles, snippets and labels: harmless (`reader.arabic.sanitise.safe`), with letter forms,
    in visual order, cut with an ellipsis where too long. `start` and `end` follow the base
    direction; every alignment but `none` pads to the full width. `render` is `app`, else logical
    order without letter forms. An Arabic quotation in an English line, as in the program's own
    messages, keeps together and turns nothing around it.
    """
    if width < 1:
        return ""
    clean = safe(text)
    if base is None:
        base = base_direction(clean)
    if base == 0:
        clean = _QUOTED.sub(_kept_together, clean)
    line = lay_out(_shortened(clean, width, base, render), width, base, render=render)[0]
    room = " " * (width - line.width)
    if align == "none":
        return line.text
    if align == "center":
        left = len(room) // 2
        return room[:left] + line.text + room[left:]
    is_right = align == "right" or (align in ("start", "end") and (align == "start") == bool(base))
    return room + line.text if is_right else line.text + room


def _kept_together(quoted: re.Match[str]) -> str:
    """Return “…” with marks that do what an isolate would, but are never drawn by name."""
    inside = quoted[1]
    return f"“{_RLM}{inside}{_RLM}”{_LRM}" if base_direction(inside) else quoted[0]


def _shortened(text: str, width: int, base: int, render: str) -> str:
    """Return the text, or the start of it with an ellipsis, that fits the width on one line."""
    clusters = _clusters_of(text[: width * _MOST_PER_CELL], base, render == "app").clusters
    used = 0
    fitting = 0  # end of what leaves a cell for the ellipsis
    for cluster in clusters:
        used += cluster.width
        if used <= width - 1:
            fitting = cluster.end
        if used > width:
            return text[:fitting].rstrip() + "…"
    if clusters and clusters[-1].end < len(text):
        return text[:fitting].rstrip() + "…"
    return text
