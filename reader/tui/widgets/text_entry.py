"""A field to type into, Arabic or English: what Textual's Input cannot do from right to left."""

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.arabic.layout import Line
from reader.tui.drawing import lay_out
from reader.tui.editing.buffer import TextBuffer
from reader.tui.themes.styles import StyleBook


class TextEntry(Widget, can_focus=True, inherit_bindings=False):
    """Edits a text in logical order. Enter submits, Esc cancels, ^J breaks the line.

    Arrows follow the screen: in a line that runs from the right, left is forward.
    """

    DEFAULT_CSS = "TextEntry { height: 1; width: 1fr; }"

    class Changed(Message):
        """The text is another one."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    class Cancelled(Message):
        """Esc was pressed."""

    def __init__(
        self,
        styles: StyleBook,
        text: str = "",
        *,
        multiline: bool = False,
        widget_id: str | None = None,
    ) -> None:
        super().__init__(id=widget_id)
        self._book = styles
        self.buffer = TextBuffer(text, multiline=multiline)

    @property
    def text(self) -> str:
        """The text in logical order."""
        return self.buffer.text

    @text.setter
    def text(self, text: str) -> None:
        self.buffer.replace(text)
        self.refresh()

    def recolour(self, styles: StyleBook) -> None:
        """Draw in other colours."""
        self._book = styles
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Edit."""
        if not self._edit(event):
            return
        event.stop()
        event.prevent_default()
        self.refresh()

    def on_paste(self, event: events.Paste) -> None:
        """Insert what was pasted."""
        event.stop()
        self.buffer.insert(event.text)
        self.refresh()
        self.post_message(self.Changed(self.text))

    def _edit(self, event: events.Key) -> bool:
        buffer = self.buffer
        before = buffer.text
        rtl = self._base() == 1
        key = event.key
        moves = {
            "left": buffer.forward if rtl else buffer.back,
            "right": buffer.back if rtl else buffer.forward,
            "ctrl+left": buffer.forward_word if rtl else buffer.back_word,
            "ctrl+right": buffer.back_word if rtl else buffer.forward_word,
            "home": buffer.home,
            "end": buffer.end,
            "ctrl+a": buffer.home,
            "ctrl+e": buffer.end,
            "backspace": buffer.backspace,
            "delete": buffer.delete,
            "ctrl+w": buffer.delete_word,
        }
        if key == "enter":
            self.post_message(self.Submitted(self.text))
        elif key == "escape":
            self.post_message(self.Cancelled())
        elif key in moves:
            moves[key]()
        elif key == "ctrl+u":
            buffer.replace("")
        elif key == "ctrl+j" and buffer.multiline:
            buffer.insert("\n")
        elif key in ("up", "down") and buffer.multiline:
            self._vertical(1 if key == "down" else -1)
        elif key in ("tab", "shift+tab"):
            pass  # the list behind a field would take the keys typed next as commands
        elif event.is_printable and event.character:
            buffer.insert(event.character)
        else:
            return False
        if buffer.text != before:
            self.post_message(self.Changed(self.text))
        return True

    def _base(self) -> int:
        return self._lines()[self._caret_line()][1].base

    def _lines(self) -> list[tuple[int, Line]]:
        """Return the lines with the offset in the text where each one's paragraph starts."""
        width = max(2, self.size.width - 1)
        found: list[tuple[int, Line]] = []
        start = 0
        for paragraph in self.text.split("\n"):
            found += [(start, line) for line in lay_out(paragraph, width)]
            start += len(paragraph) + 1
        return found

    def _caret_line(self) -> int:
        lines = self._lines()
        caret = self.buffer.caret
        for number, (start, line) in enumerate(lines):
            last = number + 1 == len(lines) or lines[number + 1][0] != start
            if start + line.start <= caret < start + line.end or (
                last and caret == start + line.end
            ):
                return number
        return len(lines) - 1

    def _vertical(self, step: int) -> None:
        lines = self._lines()
        here = self._caret_line()
        there = min(max(here + step, 0), len(lines) - 1)
        start, line = lines[here]
        column = sum(cell.width for cell in line.cells if cell.end + start <= self.buffer.caret)
        to_start, to_line = lines[there]
        at = to_start + to_line.start
        for cell in sorted(to_line.cells, key=lambda cell: cell.start):
            if column <= 0:
                break
            column -= cell.width
            at = to_start + cell.end
        self.buffer.caret = at

    def render_line(self, y: int) -> Strip:
        """Return one line; a field of one row shows the line of the caret."""
        lines = self._lines()
        here = self._caret_line()
        height = max(1, self.size.height)
        first = max(0, here - height + 1)
        number = first + y
        width = self.size.width
        style = self._book.style(("bar",))
        if number >= len(lines):
            return Strip([Segment(" " * width, style)], width)
        start, line = lines[number]
        caret = self.buffer.caret if number == here and self.has_focus else -1
        segments: list[Segment] = []
        found = False
        for cell in line.cells:
            inside = cell.start + start <= caret < cell.end + start and cell.width > 0
            found = found or inside
            name = ("bar", "word") if inside else ("bar",)
            if cell.glyph:
                segments.append(Segment(cell.glyph, self._book.style(name)))
        if caret >= 0 and not found:
            block = Segment(" ", self._book.style(("bar", "word")))
            segments = [block, *segments] if line.base else [*segments, block]
        pad = width - line.width - (1 if caret >= 0 and not found else 0)
        space = Segment(" " * max(0, pad), style)
        return Strip([space, *segments] if line.base else [*segments, space], width)
