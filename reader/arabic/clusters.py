"""The unit of drawing: a grapheme cluster with the code points it stands for."""

from typing import NamedTuple

MOST_MARKS = 4
"""Marks drawn over one base; more would draw over other lines. All stay in the index map."""


class Cluster(NamedTuple):
    """One or more code points that are drawn as one and never cut.

    A base with its marks and invisible characters, a lam-alef ligature, a badge.
    """

    glyph: str
    """What is drawn, in visual order, without marks; empty for characters that are not drawn."""
    marks: str
    """Combining marks drawn over the glyph."""
    width: int
    """Cells."""
    start: int
    end: int
    is_space: bool = False
    """White space: it may hang over the end of a line, and a line may break after it."""


def with_more(cluster: Cluster, end: int, mark: str = "") -> Cluster:
    """Return the cluster grown to `end`, with one more mark if there is room for it."""
    marks = cluster.marks + mark if len(cluster.marks) < MOST_MARKS else cluster.marks
    return cluster._replace(end=end, marks=marks)
