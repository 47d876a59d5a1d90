"""Libraries that log to the terminal are silenced: the screen belongs to the reader."""

import logging


def quiet(*names: str) -> None:
    """Keep the loggers with these names from printing; a handler of their own still works."""
    for name in names:
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
