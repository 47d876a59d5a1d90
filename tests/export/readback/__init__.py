"""Reads each export back with a parser that shares no code with the writer.

What it finds is compared with the sample, feature by feature: that is the "what survives" matrix
of docs/annotation-formats.md.
"""

from collections.abc import Callable

from reader.export.bundle import File
from tests.export.readback.brat import read_brat
from tests.export.readback.cards import read_anki, read_apkg
from tests.export.readback.conll import read_conll
from tests.export.readback.doccano import read_doccano
from tests.export.readback.html import read_html
from tests.export.readback.markdown import read_markdown
from tests.export.readback.prodigy import read_prodigy
from tests.export.readback.record import Readback, Record
from tests.export.readback.references import read_bibtex, read_csl
from tests.export.readback.spacy import read_spacy
from tests.export.readback.table import read_csv
from tests.export.readback.tmx import read_tmx
from tests.export.readback.w3c import read_w3c
from tests.export.readback.xmi import read_xmi

__all__ = ["READERS", "Readback", "Record"]

READERS: dict[str, Callable[[list[File]], Readback]] = {
    "w3c": read_w3c,
    "brat": read_brat,
    "conll": read_conll,
    "jsonl (doccano)": read_doccano,
    "jsonl (spacy)": read_spacy,
    "jsonl (prodigy)": read_prodigy,
    "xmi": read_xmi,
    "markdown": read_markdown,
    "html": read_html,
    "csv": read_csv,
    "tmx": read_tmx,
    "anki": read_anki,
    "apkg": read_apkg,
    "bibtex": read_bibtex,
    "csl": read_csl,
}
