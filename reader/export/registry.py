"""The export formats by name; each is one file here, imported when it is used."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module

from reader.errors import ExchangeError
from reader.export.bundle import Bundle, File

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
        Format("markdown", "notes in Markdown", "markdown"),
        Format("html", "bilingual page with annotations, printable", "html"),
        Format("csv", "table of annotations", "table"),
        Format("tmx", "sentence pairs for translation programs", "tmx"),
        Format("anki", "flash cards as text for Anki", "anki", words=True),
        Format("apkg", "flash cards as an Anki package", "apkg", words=True),
        Format("bibtex", "references for LaTeX", "bibliography", "write_bibtex"),
        Format("csl", "references as CSL-JSON", "bibliography", "write_csl"),
    )
}
