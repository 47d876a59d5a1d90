"""What the user has set up: labels, glossary, and who translates."""

from pathlib import Path

from reader.diagnosis.data import check_package
from reader.diagnosis.finding import Finding, Level
from reader.errors import ReaderError


def check_labels(chosen: str) -> list[Finding]:
    """Report the label set that the setting annotation.labels, or its absence, means."""
    from reader.annotations.labels import load_labels

    try:
        labels = load_labels(Path(chosen) if chosen else None)
    except ReaderError as error:
        return [Finding("labels", Level.FAULT, "cannot be used", str(error))]
    return [Finding("labels", Level.OK, f"{len(labels.labels)} labels")]


def check_glossary() -> list[Finding]:
    """Report whether the user's glossary, if there is one, can be read."""
    from reader.translation import glossary

    try:
        count = len(glossary.own().terms)
    except ReaderError as error:
        return [Finding("glossary", Level.FAULT, "cannot be used", str(error))]
    return [Finding("glossary", Level.OK, f"{count} terms")] if count else []


def check_translator(address: str) -> list[Finding]:
    """Report who translates: the server at `address`, which is not asked, or a package."""
    if not address:
        return check_package()
    from reader.translation.libretranslate import LibreTranslate

    try:
        server = LibreTranslate(address).address
    except ReaderError as error:
        advice = f"{error} The setting translation.translator has it."
        return [Finding("translation", Level.FAULT, "no server", advice)]
    advice = (
        "The text of articles goes there; whether it answers was not tried. "
        'For the package on this machine: reader config set translation.translator ""'
    )
    return [Finding("translation", Level.OK, f"by the server {server}", advice)]
