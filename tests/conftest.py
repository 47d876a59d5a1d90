"""What every test starts from, wherever it runs."""

import pytest
from hypothesis import settings

# the same examples in every run: a check must not fail by chance (tests/arabic has a long profile)
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")

# what terminals tell about themselves: the machine's own must not decide a test
_TERMINAL = (
    "TMUX", "STY", "MLTERM", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "VTE_VERSION", "TERM_PROGRAM",
    "TEXTUAL_DRIVER", "NO_COLOR", "COLORTERM", "READER_DATABASE",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _TERMINAL:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
