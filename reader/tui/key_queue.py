"""Keys one after the other: each goes to what the keys before it have opened."""

import asyncio
from collections import deque
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

LAPS = 2  # the key itself rises to its screen, then what its handlers have posted
# Only what never answers is given up: a widget that was closed in the meantime.
PATIENCE_S = 0.1
PATIENCE = 20


class KeyQueue:
    """Keeps keys and pasted texts until all that the key before them did is done.

    Textual gives a key to what has the focus when the key arrives, and a key that opens a screen
    is acted on later: keys typed fast behind it would be commands of the screen that is left.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[events.Event] = deque()
        self._passing: events.Event | None = None  # the one that may go through now
        self._task: asyncio.Task[None] | None = None

    def keeps(self, event: events.Event) -> bool:
        """Take an event that has to wait; tell whether it was taken."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            return False
        if event is self._passing:
            return False
        at_once = self._task is None and self._top().is_mounted
        if not at_once:
            self._waiting.append(event)
        if self._task is None:
            self._task = asyncio.create_task(self._work())
        return not at_once

    @property
    def idle(self) -> bool:
        """Tell whether all keys have been acted on."""
        return self._task is None

    def stop(self) -> None:
        """Forget what waits."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()

    async def _work(self) -> None:
        try:
            await self._settle()
            while self._waiting:
                self._passing = self._waiting.popleft()
                self._app.post_message(self._passing)
                await self._settle()
        finally:
            self._passing = self._task = None

    def _top(self) -> Screen[Any]:
        return self._app.screen_stack[-1]

    async def _settle(self) -> None:
        """Wait until the key has been acted on, and until a screen it has opened can take keys."""
        await self._answer(self._app)
        laps = 0
        while laps < LAPS and self._app.is_running:
            top = self._top()
            for node in (top.focused or top).ancestors_with_self:
                await self._answer(node)
            laps = laps + 1 if self._top() is top else 0

    async def _answer(self, pump: MessagePump) -> None:
        """Wait until a widget has done the messages that it has now."""
        done = asyncio.Event()
        if not pump.call_later(done.set):
            return
        for _ in range(PATIENCE):
            try:
                await asyncio.wait_for(done.wait(), PATIENCE_S)
            except TimeoutError:
                continue
            return
