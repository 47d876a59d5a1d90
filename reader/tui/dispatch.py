"""From strokes to commands: sequences, counts, and digits that are both labels and counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.settings.keymap import Keymap


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a stroke did: commands to run in order, and whether it was taken at all."""

    kind: Literal["run", "pending", "unknown"]
    runs: tuple[tuple[str, int | None], ...] = ()  # command id and count


class Dispatcher:
    """Remembers what was typed of a count and of a sequence.

    A digit that has a command of its own (a label) waits as a count until the next stroke: before
    a command that takes counts it is one, otherwise its own command runs first. `expire` ends
    the wait, so that a label needs no second key.
    """

    def __init__(self, keymap: Keymap, takes_count: Callable[[str], bool]) -> None:
        self._keymap = keymap
        self._takes_count = takes_count
        self._digits = ""
        self._own = ""  # the command of the waiting digit
        self._strokes: tuple[str, ...] = ()

    @property
    def pending(self) -> str:
        """What has been typed so far, for the status bar."""
        return self._digits + "".join(self._strokes)

    @property
    def waits_for_count(self) -> bool:
        """Tell whether a digit with a command of its own waits."""
        return bool(self._own)

    def reset(self) -> None:
        """Forget what was typed."""
        self._digits, self._own, self._strokes = "", "", ()

    def expire(self) -> Outcome:
        """Run the waiting digit's own command."""
        if not self._own:
            return Outcome("unknown")
        own = self._own
        self.reset()
        return Outcome("run", ((own, None),))

    def feed(self, stroke: str, scopes: Sequence[str]) -> Outcome:
        """Take one stroke while the scopes are active."""
        if not self._strokes and len(stroke) == 1 and stroke.isdecimal():
            found = self._digit(stroke, scopes)
            if found is not None:
                return found
        strokes = (*self._strokes, stroke)
        command = self._keymap.find(scopes, strokes)
        if command is not None:
            count = int(self._digits) if self._digits else None
            own, takes = self._own, self._takes_count(command)
            self.reset()
            if own and not takes:
                return Outcome("run", ((own, None), (command, None)))
            return Outcome("run", ((command, count if takes else None),))
        if self._keymap.is_prefix(scopes, strokes):
            self._strokes = strokes
            return Outcome("pending")
        had = bool(self._strokes or self._digits)
        late = self.expire() if self._own else None
        self.reset()
        if late is not None:
            return late
        return Outcome("pending") if had else Outcome("unknown")

    def _digit(self, stroke: str, scopes: Sequence[str]) -> Outcome | None:
        value = str(int(stroke))
        own = self._keymap.find(scopes, (stroke,))
        if own is None:
            if value == "0" and not self._digits:
                return None
            self._digits += value
            self._own = ""
            return Outcome("pending")
        if self._own:  # a second label key: the first one was meant as a label
            first = self._own
            self._digits, self._own = value, own
            return Outcome("run", ((first, None),))
        if self._digits:
            self._digits += value
            return Outcome("pending")
        self._digits, self._own = value, own
        return Outcome("pending")
