"""What every test starts from, wherever it runs."""

import pytest

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
