"""Where the two columns stand in a window of a given width."""

from dataclasses import dataclass

GUTTER = 2  # the mark of the current paragraph, on either side
GAP = 3  # between the columns
SCROLLBAR = 1


@dataclass(frozen=True, slots=True)
class PageOptions:
    """What the user chose about the page."""

    stack_below: int = 80
    arabic_share: int = 50
    max_width: int = 0
    translation: bool = True
    harakat: bool = True
    direction: str = "auto"  # auto, rtl, ltr
    render: str = "app"


@dataclass(frozen=True, slots=True)
class Geometry:
    """Columns of one page, in cells; a column of width 0 is not shown."""

    width: int  # of the window
    margin: int  # empty cells on the left, when the page is narrower than the window
    english: int
    arabic: int
    stacked: bool

    @property
    def inner(self) -> int:
        """Width between the gutters."""
        if self.stacked or not self.english:
            return self.arabic
        return self.english + GAP + self.arabic


def geometry(width: int, options: PageOptions) -> Geometry:
    """Return the columns for a window of `width` cells."""
    page = min(width, options.max_width) if options.max_width else width
    inner = max(4, page - 2 * GUTTER - SCROLLBAR)
    margin = max(0, (width - SCROLLBAR - inner - 2 * GUTTER) // 2)
    stacked = width < options.stack_below
    if not options.translation:
        return Geometry(width, margin, 0, inner, stacked)
    if stacked:
        return Geometry(width, margin, inner, inner, True)
    arabic = max(2, (inner - GAP) * options.arabic_share // 100)
    return Geometry(width, margin, inner - GAP - arabic, arabic, False)
