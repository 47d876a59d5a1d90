"""TMX 1.4b: the document's sentence pairs, for translation programs."""

from collections.abc import Iterator, Sequence

from reader.export.bundle import Bundle, File
from reader.translation.memory import Entry
from reader.translation.tmx import to_bytes


def write(bundles: Sequence[Bundle]) -> list[File]:
    """Return one translation memory of all documents, provenance in properties of its header."""
    pairs = [entry for bundle in bundles for entry in entries(bundle)]
    properties = [
        (f"x-{key}", ", ".join(value) if isinstance(value, list) else str(value))
        for bundle in bundles
        for key, value in bundle.provenance.items()
    ]
    name = bundles[0].stem if len(bundles) == 1 else "translations"
    return [File(f"{name}.tmx", to_bytes(pairs, properties))]


def entries(bundle: Bundle) -> Iterator[Entry]:
    """Yield the sentence pairs that have a translation, in order."""
    for paragraph in bundle.document.paragraphs:
        translation = bundle.translations.get(paragraph.id)
        for pair in translation.pairs if translation else ():
            source = paragraph.text[pair.start : pair.end].strip()
            if source and pair.target.strip():
                yield Entry(
                    source=source,
                    target=pair.target.strip(),
                    origin=pair.origin,
                    author="",
                    package=translation.package if translation else "",
                )
