"""Looks words up: analyser and dictionaries are loaded at the first word, away from the screen."""

from typing import TYPE_CHECKING

from reader.lookup.model import WordEntry, WordInContext
from reader.stopping import ShouldStop
from reader.tui.messages import WordFound
from reader.tui.services import Services
from reader.tui.workers.worker import Post, Worker

if TYPE_CHECKING:
    from collections.abc import Callable


class LookUpWorker(Worker[WordInContext]):
    """Posts WordFound for the newest word asked."""

    def __init__(self, services: Services, post: Post) -> None:
        super().__init__("look-up", post)
        self._services = services
        self._look_up: Callable[[WordInContext], WordEntry] | None = None

    def prepare(self) -> None:
        """Load analyser and dictionaries, so that the first word is there at once."""
        if self._look_up is None:
            self.put(WordInContext(""))

    def work(self, job: WordInContext, should_stop: ShouldStop) -> None:
        """Look one word up."""
        if self._look_up is None:
            self._look_up = self._services.look_up()
        entry = self._look_up(job)
        if job.word and not should_stop():
            self.post(WordFound(job.word, entry))
