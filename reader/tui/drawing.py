"""Short strings and fields as this run of the program draws them.

Who orders and joins the Arabic (`--render`) is one choice for the whole screen: bars and menus that
went another way than the page would be turned twice by terminals that do it themselves.
"""

from reader.arabic import layout
from reader.arabic.layout import Align, Line
from reader.arabic.sanitise import safe


class _Choice:
    """The choice in force."""

    render = "app"


def set_render(render: str) -> None:
    """Choose for everything that is drawn from now on."""
    _Choice.render = render


def visual_line(text: str, width: int, base: int | None = None, align: Align = "start") -> str:
    """Return a string as it is drawn in one line: see `reader.arabic.layout.visual_line`."""
    return layout.visual_line(text, width, base, align, _Choice.render)


def lay_out(text: str, width: int, base: int | None = None) -> list[Line]:
    """Return a text in lines: see `reader.arabic.layout.lay_out`."""
    return layout.lay_out(text, width, base, render=_Choice.render)


def visual_lines(text: str, width: int, base: int | None = None) -> list[str]:
    """Return a short text as it is drawn in lines of at most `width` cells.

    What wraps lines later than this would put the end of an Arabic sentence above its beginning.
    """
    clean = safe(text)
    return [
        visual_line(clean[line.start : line.end].strip(), width, base, "none")
        for line in lay_out(clean, width, base)
    ]
