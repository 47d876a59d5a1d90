"""The name that annotations are kept under."""

from getpass import getuser

from reader.settings.files import read_settings
from reader.settings.model import Settings


def annotator_name(settings: Settings | None = None) -> str:
    """Return the name in the settings (annotation.annotator), else the login name.

    Without `settings` those of the files are read.
    """
    chosen = (settings or read_settings()).annotation.annotator
    if chosen:
        return chosen
    try:
        return getuser()
    except (OSError, KeyError, ImportError):  # nobody of that number in this system
        return "reader"
