"""The program on the screen: owns the settings, the keymap, the workers and the screens."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App, SystemCommand
from textual.driver import Driver
from textual.events import Event
from textual.message import Message
from textual.screen import Screen

from reader.arabic.sanitise import safe
from reader.documents.model import Document
from reader.errors import ReaderError
from reader.settings.annotator import annotator_name
from reader.settings.model import Settings
from reader.store.database import Database
from reader.tui.commands.provider import CommandProvider
from reader.tui.drawing import set_render, visual_lines
from reader.tui.key_queue import KeyQueue
from reader.tui.messages import (
    DocumentLoaded,
    Listed,
    LoadFailed,
    Progress,
    Recognised,
    Translated,
    TranslationFailed,
    WordFound,
    WorkFailed,
)
from reader.tui.openings import Openings
from reader.tui.reading.options import page_options
from reader.tui.reading.search import Sought
from reader.tui.registry import Registry
from reader.tui.screens.command_screen import CommandScreen
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.word import WordScreen
from reader.tui.services import Services
from reader.tui.themes.fewer_colours import Colours
from reader.tui.themes.styles import StyleBook
from reader.tui.themes.wardrobe import Wardrobe
from reader.tui.workers.crew import Crew

# the screen that a worker's message is for; others are the program's own
SHOWN_BY: dict[type[Message], type[Screen[Any]]] = {
    Translated: ReadingScreen,
    TranslationFailed: ReadingScreen,
    Recognised: ReadingScreen,
    Progress: ReadingScreen,
    Listed: LibraryScreen,
    WordFound: WordScreen,
}
MESSAGE_LENGTH = 200  # characters
TOAST_SHARE = 90  # percent of the window that a message may be wide
_TOAST_BESIDE = 2  # cells of the window that Textual keeps free beside it
_TOAST_FRAME = 3  # cells of its border and padding

# Makes the first screen, where it is not the library or a document.
Opening = Callable[[], Screen[Any]]


class ReaderApp(App[None]):
    """`reader PATH…`."""

    TITLE = "reader"
    COMMANDS: ClassVar = {CommandProvider}
    ENABLE_COMMAND_PALETTE = True
    CSS = f"Toast {{ width: auto; max-width: {TOAST_SHARE}%; }}"

    def __init__(
        self,
        services: Services,
        settings: Settings,
        paths: Sequence[Path],
        *,
        count_wait: float | None = None,
        driver_class: type[Driver] | None = None,
        hint: str = "",
        opening: Opening | None = None,
        colours: Colours = "true",
    ) -> None:
        super().__init__(driver_class=driver_class)
        self._hint = hint
        self._opening = opening
        self.services = services
        self.settings = settings
        self.paths = list(paths)
        self.count_wait = settings.keys.count_wait if count_wait is None else count_wait
        self.registry = Registry(settings.keys)
        set_render(page_options(settings).render)
        self.wardrobe = Wardrobe(colours)
        for theme in self.wardrobe.themes():
            self.register_theme(theme)
        self.theme = self._wanted_theme() or "reader-dark"
        self.watch_theme(self.theme)
        self.crew = Crew(services, self.route)
        self.keys = KeyQueue(self)
        self._openings = Openings(self)
        self._database: Database | None = None

    # -- what screens and commands use

    @property
    def database(self) -> Database:
        """The screen's own connection. Raises StoreError."""
        if self._database is None:
            self._database = self.services.database()
        return self._database

    @property
    def annotator(self) -> str:
        """The name on annotations: of the settings, or of the login."""
        return annotator_name(self.settings)

    def say(self, message: str, *, fault: bool = False) -> None:
        """Show a message that may hold any text."""
        room = (self.size.width - _TOAST_BESIDE) * TOAST_SHARE // 100
        width = max(1, room - _TOAST_FRAME)
        self.notify(
            "\n".join(visual_lines(safe(message, MESSAGE_LENGTH), width, base=0)),
            severity="error" if fault else "information",
            markup=False,
        )

    @contextmanager
    def faults_shown(self) -> Iterator[None]:
        """Turn a fault of the user's world into a message."""
        try:
            yield
        except ReaderError as error:
            self.say(str(error), fault=True)

    def copy_text(self, text: str) -> None:
        """Copy logical text to the terminal's clipboard."""
        if text:
            self.copy_to_clipboard(text)
            self.say("Copied.")

    def attend(self, paragraphs: range) -> None:
        """Let the workers begin with what is seen."""
        self.crew.see(paragraphs)

    def keep_position(self, document: Document, place: int, offset: int, furthest: int) -> None:
        """Remember where the reader stands."""
        from reader.store.documents import DocumentStore

        with self.faults_shown():
            store = DocumentStore(self.database)
            known = store.id_of(document)
            if known is not None:
                store.save_position(known, place, offset, furthest)

    def list_documents(self, paths: list[Path]) -> None:
        """Find out what the library shows."""
        self.crew.lister.replace(paths)

    def open_document(
        self, path: Path, place: int | None = None, sought: Sought | None = None
    ) -> None:
        """Read a file and show it, at a paragraph, what was found in it, or where it was left."""
        self._openings.open(path, place, sought)

    def go_back(self, screen: Screen[Any]) -> None:
        """Leave a screen, if it is the one on top; the first one ends the program."""
        if self.screen is not screen:
            return
        if len(self.screen_stack) > 2:
            screen.dismiss(None)
        else:
            self.exit()

    def show_help(self, screen: CommandScreen[Any]) -> None:
        """Show the keys of a screen; the chosen command runs on it."""

        def run(command_id: str | None) -> None:
            if command_id is not None:
                screen.run_command(command_id)

        self.push_screen(HelpScreen(screen.commands()), run)

    def next_theme(self) -> None:
        """Change to the next theme of the reader, and keep it for the next time."""
        from reader.settings.files import set_value

        self.theme = self.wardrobe.after(self.theme)
        set_value("display.theme", self.theme)

    def route(self, message: Message) -> None:
        """Hand a worker's message to the screen it is for, even under another one."""
        wanted = SHOWN_BY.get(type(message))
        if wanted is None:
            self.post_message(message)
            return
        for screen in reversed(self.screen_stack):
            if isinstance(screen, wanted):
                screen.post_message(message)
                return

    # -- life

    def get_system_commands(self, screen: Screen[Any]) -> Iterator[SystemCommand]:
        """Keep what Textual offers that the reader does not have itself."""
        ours = ("Keys", "Quit")
        for command in super().get_system_commands(screen):
            if command.title not in ours:
                yield command

    def _wanted_theme(self) -> str | None:
        return self.wardrobe.resolve(self.settings.display.theme, self.available_themes)

    def watch_theme(self, theme: str) -> None:
        """Make the styles of the new theme before the screens ask for them."""
        self.style_book = StyleBook(self.wardrobe.palette(theme, self.current_theme.dark))

    async def on_event(self, event: Event) -> None:
        """Let keys wait for what the keys before them do."""
        if not self.keys.keeps(event):
            await super().on_event(event)

    def on_mount(self) -> None:
        """Start the workers and show the first screen."""
        self.crew.start()
        for clash in self.registry.keymap.clashes:
            self.say(clash, fault=True)
        if self._wanted_theme() is None:
            known = ", ".join(self.wardrobe.names())
            self.say(f"There is no theme {self.settings.display.theme}: try {known}.", fault=True)
        if self._hint:
            self.say(self._hint)
        if self._opening is not None:
            self.push_screen(self._opening())
        elif len(self.paths) == 1:
            self.open_document(self.paths[0])
        else:
            self.push_screen(LibraryScreen(self.paths))

    def on_unmount(self) -> None:
        """Stop the workers; what they have stored stays."""
        self.keys.stop()
        self.crew.stop()
        if self._database is not None:
            self._database.close()

    def on_document_loaded(self, event: DocumentLoaded) -> None:
        """Show a document that was read."""
        self._openings.loaded(event)

    def on_load_failed(self, event: LoadFailed) -> None:
        """Tell why a file cannot be read."""
        self._openings.failed(event)

    def on_work_failed(self, event: WorkFailed) -> None:
        """Tell a worker's fault."""
        self.say(event.reason, fault=True)
