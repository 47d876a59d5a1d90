"""The translation package, the recogniser, dictionaries and the database."""

from reader.assets import asset_path
from reader.diagnosis.finding import Finding, Level
from reader.errors import ReaderError
from reader.settings.paths import database_path


def check_package() -> list[Finding]:
    """Report which translation package would be used, and that it loads."""
    from reader.translation.engine import Engine
    from reader.translation.packages import choose

    try:
        package = choose()
        Engine(package).load()
    except ReaderError as error:
        return [Finding("translation", Level.FAULT, "no usable package", str(error))]
    advice = (
        ""
        if package.place != "embedded"
        else ("Argos's own is stronger: reader model install ar-en (needs the network once).")
    )
    level = Level.HINT if advice else Level.OK
    return [
        Finding("translation", level, f"{package.name} {package.version}, {package.place}", advice)
    ]


def check_recogniser() -> list[Finding]:
    """Report whether the names' model is there."""
    files = sorted(asset_path("entities").glob("*.npz"))
    if files:
        return [Finding("names", Level.OK, f"model {files[0].name}")]
    advice = "Names are found by word lists only: reinstall the program to get its model."
    return [Finding("names", Level.FAULT, "no model", advice)]


def check_dictionaries() -> list[Finding]:
    """Report the dictionaries found, each read as a whole, and those that cannot be read."""
    from reader.lookup.dictionaries import dictionaries_folder, open_dictionaries

    opened, faults = open_dictionaries()
    lines = []
    while opened:  # each is let go before the next: a large one takes much memory
        dictionary = opened.pop(0)
        try:
            dictionary.load()
        except ReaderError as error:
            faults.append(str(error))
        else:
            lines.append(Finding("dictionary", Level.OK, dictionary.title))
    lines += [Finding("dictionary", Level.FAULT, "cannot be read", fault) for fault in faults]
    if not lines:
        advice = (
            f"Put StarDict or dictd files into {dictionaries_folder()}, "
            "or on Debian: apt install dict-freedict-ara-eng."
        )
        lines.append(Finding("dictionary", Level.HINT, "none", advice))
    return lines


def check_database() -> list[Finding]:
    """Report where the database is, that it is sound and what it holds."""
    from reader.store import Database

    path = database_path()
    if not path.exists():
        return [Finding("database", Level.OK, f"{path} will be made at the first document")]
    try:
        with Database(path) as database:
            sound = database.connection.execute("PRAGMA quick_check").fetchone()[0]
            count = database.connection.execute("SELECT count(*) FROM document").fetchone()[0]
    except ReaderError as error:
        return [Finding("database", Level.FAULT, str(path), str(error))]
    if sound != "ok":
        advice = "Restore a backup (reader restore), or move the file away."
        return [Finding("database", Level.FAULT, f"{path}: {sound}", advice)]
    size = path.stat().st_size / 1e6
    return [Finding("database", Level.OK, f"{path}, {count} documents, {size:.1f} MB")]


def check_annotations() -> list[Finding]:
    """Report whether the annotations are what their log says."""
    from reader.store import Database
    from reader.store.annotations import AnnotationStore

    path = database_path()
    if not path.exists():
        return []
    try:
        with Database(path) as database:
            faults = AnnotationStore(database).check()
    except ReaderError as error:
        return [Finding("annotations", Level.FAULT, str(path), str(error))]
    if faults:
        found = f"{len(faults)} differ from the log of what was done"
        advice = "Bring them back from it: reader doctor --repair."
        return [Finding("annotations", Level.FAULT, found, advice)]
    return [Finding("annotations", Level.OK, "as they were made")]


def repair_annotations() -> int:
    """Make the annotations again from their log; return how many differed. Raises StoreError."""
    from reader.store import Database
    from reader.store.annotations import AnnotationStore

    path = database_path()
    if not path.exists():
        return 0
    with Database(path) as database:
        store = AnnotationStore(database)
        faults = store.check()
        if faults:
            store.rebuild()
    return len(faults)
