"""The reading order of a page's lines: columns, and the lines that span them.

A gutter is an upright strip that few lines cross, with enough lines on both sides. The lines that
cross it (a title, a wide caption) cut the page into bands; in each band the columns are read one
after the other, the right one first on a right-to-left page.
"""

from collections.abc import Sequence

from reader.documents.pdf.lines import Line

MIN_GUTTER = 0.7
"""Width of a gutter, by the size of the type."""
MAX_CROSSING = 0.3
MIN_SIDE = 0.2
"""Shares of the lines that may cross a gutter, and that must stand on each side of it."""
MIN_LINES = 3


def segments(lines: Sequence[Line], *, rtl: bool) -> list[list[Line]]:
    """Return the lines in reading order, in runs that stand under each other in one column."""
    ordered = sorted(lines, key=lambda line: (-line.top, -line.right if rtl else line.left))
    at = _gutter(ordered)
    if at is None:
        return [ordered] if ordered else []
    result: list[list[Line]] = []
    band: list[Line] = []

    def flush() -> None:
        left = [line for line in band if line.right <= at]
        right = [line for line in band if line.left >= at]
        for side in (right, left) if rtl else (left, right):
            result.extend(segments(side, rtl=rtl))
        band.clear()

    for line in ordered:
        if line.left < at < line.right:
            flush()
            if result and result[-1] and _spans(result[-1], at):
                result[-1].append(line)
            else:
                result.append([line])
        else:
            band.append(line)
    flush()
    return result


def _spans(segment: list[Line], at: float) -> bool:
    return all(line.left < at < line.right for line in segment)


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return the middle of the widest gutter."""
    if len(lines) < 2 * MIN_LINES:
        return None
    least = max(MIN_LINES, MIN_SIDE * len(lines))
    best: tuple[float, float] | None = None
    for edge in {line.right for line in lines}:
        left = [line for line in lines if line.right <= edge]
        right = [line for line in lines if line.left > edge]
        if len(left) < least or len(right) < least:
            continue
        if len(lines) - len(left) - len(right) > MAX_CROSSING * len(lines):
            continue
        start = min(line.left for line in right)
        size = sorted(line.size for line in lines)[len(lines) // 2]
        # lines that only follow each other down the page are not columns
        side_by_side = min(max(x.top for x in left), max(x.top for x in right)) > max(
            min(x.bottom for x in left), min(x.bottom for x in right)
        )
        if start - edge >= MIN_GUTTER * size and side_by_side:
            best = max(best or (0.0, 0.0), (start - edge, (start + edge) / 2))
    return best[1] if best else None
