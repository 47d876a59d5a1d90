"""The name that annotations are kept under."""

from getpass import getuser

from reader.settings.files import read_settings


def annotator_name() -> str:
    """Return the name in the settings (annotation.annotator), else the login name."""
    chosen = read_settings().annotation.annotator
    if chosen:
        return chosen
    try:
        return getuser()
    except (OSError, KeyError):  # nobody of that number in this system
        return "reader"
