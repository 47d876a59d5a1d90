"""All workers together."""

from reader.documents.model import Document
from reader.tui.services import Services
from reader.tui.workers.listing import Lister
from reader.tui.workers.loading import Loader
from reader.tui.workers.looking_up import LookUpWorker
from reader.tui.workers.recognising import RecognitionWorker
from reader.tui.workers.translating import TranslationWorker
from reader.tui.workers.worker import Post

STOP_WAIT_S = 0.5


class Crew:
    """Starts, directs and stops the workers."""

    def __init__(self, services: Services, post: Post) -> None:
        self.loader = Loader(services, post)
        self.lister = Lister(services, post)
        self.translation = TranslationWorker(services, post)
        self.recognition = RecognitionWorker(services, post)
        self.look_up = LookUpWorker(services, post)
        self._document: Document | None = None  # what is read
        self._all = (self.loader, self.lister, self.translation, self.recognition, self.look_up)

    def start(self) -> None:
        """Start all threads."""
        for worker in self._all:
            worker.start()

    def read(self, document: Document) -> None:
        """Translate and look through a document, giving up the one before."""
        self._document = document
        self.lister.give_up()
        self.translation.replace(document)
        self.recognition.replace(document)

    def take_up(self, document: Document) -> None:
        """Go on with a document that is shown again, if another one was read meanwhile."""
        if self._document is not document:
            self.read(document)

    def see(self, paragraphs: range) -> None:
        """Begin with these paragraphs."""
        self.translation.see(paragraphs)
        self.recognition.see(paragraphs)

    def stop(self) -> None:
        """Tell all threads to end, and wait a moment for those that can."""
        for worker in self._all:
            worker.stop()
        for worker in self._all:
            worker.stop(STOP_WAIT_S)
