"""What can go wrong for a user. Every message is one sentence: what, where, what to do."""


class ReaderError(Exception):
    """A fault that the user can understand and act on.

    The command line prints the message and exits with status 2; the screen shows it as a
    notification. Anything else that escapes is a defect of the program.
    """


class DocumentError(ReaderError):
    """A file or address that cannot be read as a document."""


class PackageError(ReaderError):
    """A translation package that is missing, damaged or of the wrong language pair."""


class TranslationError(ReaderError):
    """A translation that could not be made."""


class StoreError(ReaderError):
    """The database cannot be opened, read or written."""


class SettingsError(ReaderError):
    """A setting or keymap that is not valid."""


class ExchangeError(ReaderError):
    """An export or import that cannot be done."""
