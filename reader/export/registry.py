"""The export formats by name; each is one file here, imported when it is used."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Literal

from reader.errors import ExchangeError
from reader.export.bundle import Bundle, File

English = Literal["", "text", "annotations", "notes"]
"""No English, or that of all paragraphs, of those with annotations, of those with notes."""

Writer = Callable[[Sequence[Bundle]], list[File]]


@dataclass(frozen=True, slots=True)
class Format:
    """How an export is called and where it is written."""

    name: str
    summary: str
    module: str
    function: str = "write"
    words: bool = False  # can do without documents: all saved words
    flavours: Mapping[str, str] = field(default_factory=dict)  # to their functions
    english: English = ""  # the paragraphs whose English it holds

    def write(self, bundles: Sequence[Bundle], flavour: str = "") -> list[File]:
        """Return the files of an export; the first is the main one.

        Raises ExchangeError for an unknown flavour or a missing extra.
        """
        if flavour and flavour not in self.flavours:
            known = ", ".join(self.flavours) or "it has none"
            raise ExchangeError(f"There is no flavour {flavour} of {self.name}: {known}.")
        function = self.flavours.get(flavour, self.function)
        writer: Writer = getattr(import_module(f"reader.export.{self.module}"), function)
        return writer(bundles)

    def without_english(self, bundle: Bundle) -> int:
        """Return how many paragraphs of a document lack the English that this format holds."""
        if self.english == "text":
            wanted = {p.id for p in bundle.document.paragraphs}
        else:
            wanted = {
                one.anchor.paragraph_id
                for one in bundle.shown
                if self.english == "annotations" or (self.english == "notes" and one.note)
            }
        return len(wanted - bundle.translations.keys())


FORMATS = {
    form.name: form
    for form in (
        Format("w3c", "W3C Web Annotation JSON-LD; every annotation whole", "w3c"),
        Format("brat", "brat standoff: .ann, .txt, annotation.conf", "brat"),
        Format("conll", "CoNLL-2003 columns with IOB2 tags", "conll"),
        Format(
            "jsonl",
            "JSON Lines for doccano, spaCy or Prodigy",
            "jsonl",
            "write_doccano",
            flavours={
                "doccano": "write_doccano",
                "spacy": "write_spacy",
                "prodigy": "write_prodigy",
            },
        ),
        Format("xmi", "UIMA CAS XMI for INCEpTION", "xmi"),
        Format("markdown", "notes in Markdown", "markdown", english="annotations"),
        Format("html", "bilingual page with annotations, printable", "html", english="text"),
        Format("csv", "table of annotations", "table", english="annotations"),
        Format("tmx", "sentence pairs for translation programs", "tmx", english="text"),
        Format("anki", "flash cards as text for Anki", "anki", words=True, english="notes"),
        Format("apkg", "flash cards as an Anki package", "apkg", words=True, english="notes"),
        Format("bibtex", "references for LaTeX", "bibliography", "write_bibtex"),
        Format("csl", "references as CSL-JSON", "bibliography", "write_csl"),
    )
}
