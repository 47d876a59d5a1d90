"""A small application under the reader's driver, run by test_driver.py in a pty."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Static

from reader.terminal.model import Kind, Terminal
from reader.tui.driver import driver_for


class Child(App[None]):
    """q leaves, c crashes."""

    def compose(self) -> ComposeResult:
        """Hold a line that tells when the application has fully started."""
        yield Static("starting")

    def on_ready(self) -> None:
        """Show it: before this, Textual leaves a stop signal unheeded."""
        self.query_one(Static).update("READY")

    def key_q(self) -> None:
        """Leave in the usual way."""
        self.exit(return_code=3)

    def key_c(self) -> None:
        """Crash."""
        raise RuntimeError("a defect")


if __name__ == "__main__":
    app = Child(driver_class=driver_for(Terminal(Kind(sys.argv[1]))))
    app.run()
    sys.exit(app.return_code)
