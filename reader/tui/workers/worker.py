"""A thread with an inbox."""

import queue
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from textual.message import Message

from reader.errors import ReaderError
from reader.stopping import ShouldStop
from reader.tui.messages import WorkFailed

Job = TypeVar("Job")
Post = Callable[[Message], object]


class Worker(ABC, Generic[Job]):
    """Does jobs one after the other in a daemon thread and posts what it finds.

    A newer job of `replace` makes the running one stop at its next `should_stop` and drops those
    that wait.
    """

    def __init__(self, name: str, post: Post) -> None:
        self._post = post
        self._inbox: queue.Queue[Job | None] = queue.Queue()
        self._stopping = threading.Event()
        self._newest = 0
        self._thread = threading.Thread(target=self._run, name=f"reader-{name}", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def put(self, job: Job) -> None:
        """Add a job at the end."""
        self._inbox.put(job)

    def replace(self, job: Job) -> None:
        """Give up the running and the waiting jobs for this one."""
        self.give_up()
        self._inbox.put(job)

    def give_up(self) -> None:
        """Give up the running and the waiting jobs."""
        while True:
            try:
                self._inbox.get_nowait()
            except queue.Empty:
                break
        self._newest += 1

    def stop(self, wait: float = 0.0) -> None:
        """Tell the thread to end, and wait up to `wait` seconds for it."""
        self._stopping.set()
        self._inbox.put(None)
        if wait and self._thread.is_alive():
            self._thread.join(wait)

    def post(self, message: Message) -> None:
        """Send a message to the screen, unless the program is ending."""
        if not self._stopping.is_set():
            self._post(message)

    def _run(self) -> None:
        while not self._stopping.is_set():
            job = self._inbox.get()
            if job is None:
                break
            mine = self._newest

            def should_stop(mine: int = mine) -> bool:
                return self._stopping.is_set() or mine != self._newest

            try:
                self.work(job, should_stop)
            except ReaderError as error:
                self.failed(job, str(error))
            except MemoryError:
                self.failed(job, "There is not enough memory for this: close other programs.")
            except Exception as error:
                # a thread that died silently would leave the screen waiting for it for ever
                defect = f"{type(error).__name__} in {self._thread.name}"
                self.failed(job, f"A defect of the program stopped this work ({defect}).")
        self.close()

    @abstractmethod
    def work(self, job: Job, should_stop: ShouldStop) -> None:
        """Do one job; return early when `should_stop` says so."""

    def failed(self, job: Job, reason: str) -> None:
        """Report a fault of the user's world; the thread goes on with the next job."""
        self.post(WorkFailed(reason))

    def close(self) -> None:
        """Close what the thread opened; runs in the thread at its end."""
