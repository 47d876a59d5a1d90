"""Breaks clusters into lines, in logical order, before any line is reordered (UAX #9, 3.4).

A line breaks after white space, which may hang over its end without being drawn, after a hyphen or
slash inside a word, and between wide (CJK) characters. Where nothing else is, it breaks at a
no-break space, or at a space before a closing mark or after an opening one (UAX #14, LB13 and LB14:
many a page has « نعم » and a space before the comma). A word wider than a line is cut between
clusters.
"""

from collections.abc import Iterator, Sequence

from reader.arabic.clusters import Cluster

NARROW_STAND_IN = "◊"
"""Drawn for a cluster that is wider than the whole line (a badge in a very narrow column)."""

_NO_BREAK = frozenset("\u00a0\u2007\u202f")
_BREAK_AFTER = frozenset("-–—‐/\u200b")
_NEVER_AT_START = frozenset("،؛؟.,;:!?)]}»”’%٪…。、」』）")
_NEVER_AT_END = frozenset("([{«“‘「『（")


def fit(clusters: Sequence[Cluster], width: int) -> list[Cluster]:
    """Return the clusters with a one-cell stand-in for each that is wider than `width`."""
    return [
        c if c.width <= width else c._replace(glyph=NARROW_STAND_IN, marks="", width=1)
        for c in clusters
    ]


def break_lines(clusters: Sequence[Cluster], text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the half-open range of clusters of each line of at most `width` cells.

    Each cluster must fit the width. Spaces at the end of a line may exceed it: they hang.
    """
    line = 0  # first cluster of the line
    last_break = 0  # first cluster after the last opportunity to break
    before_spaces = 0  # what it was before the spaces that end at it
    spare = 0  # where to break when there is no opportunity
    used = 0
    after_opening = False
    for k, cluster in enumerate(clusters):
        if cluster.is_space:
            used += cluster.width
            if after_opening or text[cluster.start] in _NO_BREAK:
                spare = k + 1
            else:
                if last_break < k:
                    before_spaces = last_break
                last_break = k + 1
            continue
        if last_break == k > 0 and clusters[k - 1].is_space and _closes(cluster, text):
            last_break, spare = before_spaces, k
        after_opening = text[cluster.end - 1] in _NEVER_AT_END
        while used + cluster.width > width and line < k:
            cut = next((place for place in (last_break, spare) if place > line), k)
            yield line, cut
            line = cut
            used = sum(c.width for c in clusters[cut:k])
        used += cluster.width
        ends_like_a_letter = cluster.width == 1 and text[cluster.end - 1] not in _BREAK_AFTER
        if not ends_like_a_letter and _may_break_after(clusters, k, text):
            last_break = k + 1
    if line < len(clusters):
        yield line, len(clusters)


def _closes(cluster: Cluster, text: str) -> bool:
    return text[cluster.start] in _NEVER_AT_START


def _may_break_after(clusters: Sequence[Cluster], k: int, text: str) -> bool:
    cluster = clusters[k]
    last = text[cluster.end - 1]
    is_wide = cluster.width == 2 and len(cluster.glyph) == 1
    if not is_wide and last not in _BREAK_AFTER:
        return False
    if k + 1 >= len(clusters):
        return False
    if _closes(clusters[k + 1], text):
        return False
    following = text[clusters[k + 1].start]
    if is_wide or last == "\u200b":
        return True
    # A sign or date stays whole (-5, 2024/5/3, 10-20), and so does an opening dash.
    return not following.isdigit() and k > 0 and not clusters[k - 1].is_space
