"""What all screens share: keys run commands, the key bar shows them, colours follow the theme."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import Screen
from textual.widgets import Input, OptionList, TextArea

from reader.tui.commands.base import Command
from reader.tui.dispatch import Dispatcher, Outcome
from reader.tui.keys import stroke
from reader.tui.themes.styles import StyleBook
from reader.tui.widgets.bar import Bar
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.text_entry import TextEntry

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.tui.app import ReaderApp
    from reader.tui.screens.menu import Item

ResultT = TypeVar("ResultT")
# Where typing goes to the widget itself.
TYPING = (Input, TextArea, OptionList, TextEntry)


class CommandScreen(Screen[ResultT]):
    """A screen whose keys come from the keymap."""

    SCOPES: tuple[str, ...] = ()

    @property
    def reader(self) -> "ReaderApp":
        """The app, by its own type."""
        return cast("ReaderApp", self.app)

    @property
    def styles_book(self) -> StyleBook:
        """The styles of the theme in use."""
        return self.reader.style_book

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Close this screen; when it is closed already, not the one below it."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)

    def scopes(self) -> Sequence[str]:
        """Return the scopes that are active now, the first one first."""
        return self.SCOPES

    def on_mount(self) -> None:
        """Follow the theme."""
        self._dispatcher = Dispatcher(self.reader.registry.keymap, self.reader.registry.takes_count)
        self._timer: Timer | None = None
        self._waiting: Callable[[str], None] | None = None
        self.watch(self.app, "theme", self.follow_theme, init=False)
        self.show_keys()

    def follow_theme(self) -> None:
        """Draw in the colours of the theme."""
        for widget in self.query("*"):
            if isinstance(widget, (Bar, RowList, TextEntry)):
                widget.recolour(self.styles_book)

    def commands(self) -> list[Command[Any]]:
        """Return the commands that can be used now."""
        scopes = self.scopes()
        return [
            command
            for command in self.reader.registry.commands
            if any(scope in command.bindable().scopes for scope in scopes)
            and command.available(self)
        ]

    def show_keys(self) -> None:
        """Show the keys that can be used now."""
        for bar in self.query(KeyBar):
            bar.show(self.reader.registry.footer_keys(self.commands()))

    def on_key(self, event: events.Key) -> None:
        """Run the command of the key."""
        if isinstance(self.focused, TYPING):
            return
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._waiting is not None:
            event.stop()
            event.prevent_default()
            then, self._waiting = self._waiting, None
            self.show_pending("")
            if event.key != "escape":
                with self.reader.faults_shown():
                    then(stroke(event))
            return
        outcome = self._dispatcher.feed(stroke(event), self.scopes())
        if outcome.kind == "unknown":
            return
        event.stop()
        event.prevent_default()
        self._act(outcome)
        if self._dispatcher.waits_for_count:
            self._timer = self.set_timer(self.reader.count_wait, self._expire)
        self.show_pending(self._dispatcher.pending)

    def _expire(self) -> None:
        self._act(self._dispatcher.expire())
        self.show_pending("")

    def _act(self, outcome: Outcome) -> None:
        for command, count in outcome.runs:
            self.run_command(command, count)

    def run_command(self, command_id: str, count: int | None = None) -> None:
        """Run a command by its id, if it can be run now; a fault becomes a notification."""
        command = self.reader.registry.command(command_id)
        if command.available(self):
            with self.reader.faults_shown():
                command.run(self, count)
        if self.is_attached:
            self.show_keys()

    def show_pending(self, text: str) -> None:
        """Show what was typed of a longer key."""

    # -- asking

    def ask(
        self, title: str, text: str, then: Any, *, multiline: bool = False, hint: str = ""
    ) -> None:
        """Ask for a text and give it to `then`, unless cancelled."""

        def done(answer: str | None) -> None:
            if answer is not None:
                with self.reader.faults_shown():
                    then(answer)

        from reader.tui.screens.prompt import Prompt

        prompt = Prompt(self.styles_book, title, text, multiline=multiline, hint=hint)
        self.app.push_screen(prompt, done)

    def choose(self, title: str, items: "list[Item]", then: Any, cursor: int = 0) -> None:
        """Let one item be chosen and give its value to `then`."""

        def done(value: Any) -> None:
            if value is not None:
                with self.reader.faults_shown():
                    then(value)

        from reader.tui.screens.menu import Menu

        self.app.push_screen(Menu(title, items, cursor), done)

    def next_stroke(self, shown: str, then: Callable[[str], None]) -> None:
        """Give the next stroke to `then` in place of running its command; Esc gives up."""
        self._waiting = then
        self.show_pending(shown)
