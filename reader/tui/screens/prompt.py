"""Asking for a text in a box over the page."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tui.themes.styles import StyleBook
from reader.tui.widgets.text_entry import TextEntry


class Prompt(ModalScreen[str | None]):
    """Gives back the text, or None when it was cancelled."""

    CSS = """
    Prompt { align: center bottom; background: $background 30%; }
    Prompt > Vertical { width: 100%; height: auto; border: round $accent;
        background: $surface; padding: 0 1; }
    Prompt Static { color: $text-muted; height: auto; }
    Prompt TextEntry.-many { height: 6; }
    """

    def __init__(
        self,
        styles: StyleBook,
        title: str,
        text: str = "",
        *,
        multiline: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__()
        self._entry = TextEntry(styles, text, multiline=multiline)
        self._title = title
        keys = "Enter keeps · Esc cancels" + (" · ^J new line" if multiline else "")
        self._hint = f"{hint}\n{keys}" if hint else keys
        if multiline:
            self._entry.add_class("-many")

    def compose(self) -> ComposeResult:
        """Lay the box out."""
        with Vertical() as box:
            box.border_title = self._title
            yield self._entry
            yield Static(self._hint, markup=False)

    def on_mount(self) -> None:
        """Begin typing."""
        self._entry.focus()

    def on_text_entry_submitted(self, event: TextEntry.Submitted) -> None:
        """Give the text back."""
        self.dismiss(event.text)

    def on_text_entry_cancelled(self, event: TextEntry.Cancelled) -> None:
        """Give nothing back."""
        self.dismiss(None)
