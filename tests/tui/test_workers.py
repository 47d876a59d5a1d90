"""The workers' threads: order, replacement, ends."""

import threading

from reader.errors import ReaderError
from reader.tui.messages import Recognised, Translated, TranslationFailed, WorkFailed
from reader.tui.workers.recognising import RecognitionWorker
from reader.tui.workers.translating import TranslationWorker
from reader.tui.workers.worker import Worker
from tests.tui.fakes import TEXTS, World, document

WAIT_S = 20


class Echo(Worker[str]):
    """Posts its jobs; "slow" waits until it is told to stop."""

    def __init__(self, post):
        super().__init__("echo", post)
        self.began = threading.Event()
        self.stopped = []
        self.closed = threading.Event()

    def work(self, job, should_stop):
        if job == "bad":
            raise ReaderError("It is bad.")
        if job == "defect":
            raise KeyError("secret text of an article")
        if job == "slow":
            self.began.set()
            while not should_stop():
                pass
            self.stopped.append(job)
            return
        self.post(job)

    def close(self):
        self.closed.set()


class Inbox:
    """Collects messages from threads."""

    def __init__(self):
        self.messages = []
        self._new = threading.Condition()

    def __call__(self, message):
        with self._new:
            self.messages.append(message)
            self._new.notify_all()

    def wait(self, condition):
        with self._new:
            assert self._new.wait_for(lambda: condition(self.messages), WAIT_S), self.messages


def test_jobs_run_in_order_and_a_fault_does_not_end_the_thread():
    inbox = Inbox()
    worker = Echo(inbox)
    worker.start()
    for job in ("a", "bad", "defect", "b"):
        worker.put(job)
    inbox.wait(lambda messages: "b" in messages)
    assert inbox.messages[0] == "a"
    assert isinstance(inbox.messages[1], WorkFailed)
    assert "KeyError in reader-echo" in inbox.messages[2].reason
    assert "secret" not in inbox.messages[2].reason
    worker.stop(WAIT_S)
    assert worker.closed.is_set()


def test_a_newer_job_replaces_the_running_one():
    inbox = Inbox()
    worker = Echo(inbox)
    worker.start()
    worker.put("slow")
    worker.put("never")
    assert worker.began.wait(WAIT_S)
    worker.replace("new")
    inbox.wait(lambda messages: "new" in messages)
    assert worker.stopped == ["slow"]
    assert "never" not in inbox.messages
    worker.stop(WAIT_S)


def test_nothing_is_posted_after_the_end():
    inbox = Inbox()
    worker = Echo(inbox)
    worker.start()
    worker.put("slow")
    assert worker.began.wait(WAIT_S)
    worker.stop(WAIT_S)
    worker.post("late")
    assert inbox.messages == []


def test_translation_starts_again_with_what_is_seen(tmp_path):
    texts = [f"{TEXTS[n % 3]} {n}" for n in range(120)]
    world = World(tmp_path, {"a.txt": document(*texts)})
    inbox = Inbox()
    worker = TranslationWorker(world.services(), inbox)
    translate = world.translator.translate

    def watched(batch, **rest):
        if texts[0] in batch:
            worker.see(range(100, 104))  # the reader jumped while the first batch was on its way
        return translate(batch, **rest)

    world.translator.translate = watched
    worker.start()
    worker.put(world.documents["a.txt"])
    done = lambda messages: {n for m in messages if isinstance(m, Translated) for n in m.found}  # noqa: E731
    inbox.wait(lambda messages: len(done(messages)) == len(texts))
    worker.stop(WAIT_S)
    asked = world.translator.asked
    assert len(asked) == len(set(asked)) == len(texts)
    assert asked.index(texts[103]) < asked.index(texts[99])


def test_without_a_package_the_reason_is_posted_and_asked_for_again(tmp_path):
    world = World(tmp_path, {"a.txt": document(*TEXTS)}, package_fault="No package.")
    inbox = Inbox()
    worker = TranslationWorker(world.services(), inbox)
    worker.start()
    worker.put(world.documents["a.txt"])
    inbox.wait(lambda messages: any(isinstance(m, TranslationFailed) for m in messages))
    world.package_fault = ""
    worker.put(world.documents["a.txt"])
    inbox.wait(lambda messages: any(isinstance(m, Translated) for m in messages))
    worker.stop(WAIT_S)


def test_entities_are_kept_and_not_looked_for_again(tmp_path):
    world = World(tmp_path, {"a.txt": document(*TEXTS)})
    for turn in range(2):
        inbox = Inbox()
        services = world.services()
        asked = []
        object.__setattr__(
            services,
            "analyse",
            lambda texts, stop, asked=asked, real=services.analyse: (
                asked.append(1) or real(texts, stop)
            ),
        )
        worker = RecognitionWorker(services, inbox)
        worker.start()
        worker.put(world.documents["a.txt"])
        inbox.wait(lambda messages: any(isinstance(m, Recognised) for m in messages))
        worker.put(world.documents["a.txt"])
        inbox.wait(lambda messages: sum(isinstance(m, Recognised) for m in messages) == 2)
        worker.stop(WAIT_S)
        assert len(asked) == (1 if turn == 0 else 0)
        found = [m for m in inbox.messages if isinstance(m, Recognised)][-1].found
        assert [e.text for e in found[2]] == ["العراق", "أنقرة"]
