"""Textual's driver for terminals, with the switch for Arabic around the application mode.

Textual starts and stops the application mode also around a suspend (Ctrl+Z, an editor) and after a
crash, so the terminal is restored in all of these. SIGTERM and SIGHUP end the application in the
usual way; what still escapes is caught at the interpreter's exit.
"""

import asyncio
import atexit
import os
import signal
import sys
from contextlib import suppress
from typing import Any

from textual.driver import Driver

from reader.terminal.model import Terminal
from reader.terminal.sequences import enter_bytes, leave_bytes

_SIGNALLED = 128  # exit status of a process that a signal ended, plus the signal


def driver_for(terminal: Terminal) -> type[Driver] | None:
    """Return a driver class for this terminal; None leaves the choice to Textual.

    That is so on Windows and where TEXTUAL_DRIVER names a driver (textual-serve).
    """
    if sys.platform == "win32" or os.environ.get("TEXTUAL_DRIVER"):
        return None
    from textual.drivers.linux_driver import LinuxDriver

    class TerminalDriver(LinuxDriver):
        """Asks the terminal to keep still while the application has the screen."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._is_switched = False
            self._had_output = self._output() is not None
            atexit.register(self._restore_at_exit)

        def start_application_mode(self) -> None:
            """Start as Textual does, then send the terminal's bytes on the fresh screen."""
            self._catch_end_signals()
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if self._writer_thread is None:
                return  # sent to the background before it began
            entering = enter_bytes(terminal, self._get_terminal_size()[1])
            if entering and self._output() is not None:
                self._is_switched = True
                self.write(entering.decode("ascii"))
                self.flush()

        def stop_application_mode(self) -> None:
            """Undo the bytes while the screen is still the application's, then stop."""
            if self._is_switched and self._writer_thread is not None:
                self._is_switched = False
                self.write(leave_bytes(terminal, self._get_terminal_size()[1]).decode("ascii"))
            super().stop_application_mode()

        def _output(self) -> int | None:
            """Return the file descriptor of the terminal that is drawn on, if it is one."""
            with suppress(AttributeError, OSError, ValueError):
                descriptor = self._file.fileno()  # type: ignore[union-attr]
                return descriptor if os.isatty(descriptor) else None
            return None

        def _catch_end_signals(self) -> None:
            loop = asyncio.get_running_loop()
            with suppress(NotImplementedError, RuntimeError, ValueError):
                for number in (signal.SIGTERM, signal.SIGHUP):
                    loop.add_signal_handler(number, self._end, number)

        def _end(self, number: signal.Signals) -> None:
            if self._had_output and self._output() is None:
                # The window is gone. There is nothing to restore, and Textual would wait for ever
                # for its last bytes to be written.
                os._exit(_SIGNALLED + number)
            # A second signal ends the process at once, in case the application hangs.
            asyncio.get_running_loop().remove_signal_handler(number)
            self._app.exit(return_code=_SIGNALLED + number)

        def _restore_at_exit(self) -> None:
            output = self._output() if self._is_switched else None
            if output is not None:
                self._is_switched = False
                os.write(output, leave_bytes(terminal))

    return TerminalDriver
