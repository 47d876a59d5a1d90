"""Where pdfminer draws: a page on which the text of forms is text like any other.

A form XObject (PDF 32000-1, 8.10) is a piece of page that is drawn by name; page layout programs
put whole articles into one. pdfminer sets each apart as a figure and finds no lines in it.
"""

from typing import Any

from pdfminer.converter import PDFPageAggregator


class PageDevice(PDFPageAggregator):
    """Gathers the glyphs of a page and of its forms; leaves pictures out."""

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Draw what follows onto the page."""

    def end_figure(self, _: str) -> None:
        """Go on with the page."""

    def render_image(self, name: str, stream: Any) -> None:
        """Draw no picture: nothing in it is text."""
