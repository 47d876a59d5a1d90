"""The tutor: the reading screen with a lesson above it."""

from textual.app import ComposeResult

from reader.tui.keys import shown
from reader.tui.page.geometry import PageOptions
from reader.tui.reading.article import Article
from reader.tui.screens.reading import ReadingScreen
from reader.tui.tutor.lesson import DONE, STEPS
from reader.tui.widgets.lesson_bar import LessonBar

LAST = "program.quit"


class TutorScreen(ReadingScreen):
    """Shows one instruction after the other; the right command leads to the next."""

    def __init__(self, article: Article, options: PageOptions) -> None:
        super().__init__(article, options, (0, 0))
        self.step = 0

    def compose(self) -> ComposeResult:
        """Put the lesson above the page."""
        self.lesson = LessonBar(self.styles_book)
        yield self.lesson
        yield from super().compose()

    def on_mount(self) -> None:
        """Begin with the first step."""
        super().on_mount()
        self.reader.crew.read(self.article.document)
        self.show_step()

    def run_command(self, command_id: str, count: int | None = None) -> None:
        """Run the command, and go on if it is the one the lesson waits for."""
        super().run_command(command_id, count)
        if self.step < len(STEPS) and STEPS[self.step].command == command_id:
            self.step += 1
            self.show_step()

    def skip(self) -> None:
        """Go to the next step without doing this one."""
        self.step = min(self.step + 1, len(STEPS))
        self.show_step()

    def show_step(self) -> None:
        """Show what to do now, with the user's own keys."""
        if self.step < len(STEPS):
            step = STEPS[self.step]
            text = step.text.format(keys=self._keys(step.command))
            self.lesson.show(f"{self.step + 1}/{len(STEPS)}", text)
        else:
            self.lesson.show("✓", DONE.format(keys=self._keys(LAST)))

    def _keys(self, command: str) -> str:
        keys = self.reader.registry.keymap.keys[command]
        return " or ".join(shown(key) for key in keys[:2])
