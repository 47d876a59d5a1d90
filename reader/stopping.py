"""How long work learns that nobody waits for it any more."""

from collections.abc import Callable

ShouldStop = Callable[[], bool]
"""Asked between two parts of the work; true means: return what is done."""
