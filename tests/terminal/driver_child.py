"""A small application under the reader's driver, run by test_driver.py in a pty."""

import sys

from textual.app import App

from reader.terminal.model import Kind, Terminal
from reader.tui.driver import driver_for


class Child(App[None]):
    """q leaves, c crashes, anything else is shown."""

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
