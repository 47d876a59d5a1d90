"""Anki text (https://docs.ankiweb.net/importing/text-files.html): no Anki needed to write it."""

import csv
import io
import json
from collections.abc import Sequence

from reader.export.bundle import Bundle, File
from reader.export.cards import DECK, cards

HEADERS = (
    "#separator:tab",
    "#html:true",
    "#notetype:Basic",
    f"#deck:{DECK}",
    "#columns:guid\tFront\tBack\tTags",
    "#guid column:1",
    "#tags column:4",
)


def write(bundles: Sequence[Bundle]) -> list[File]:
    """Return one file of cards; lines that begin with # and have no meaning to Anki are left out
    by it, so the provenance is one of them.
    """
    out = io.StringIO(newline="")
    for header in HEADERS:
        out.write(header + "\n")
    for bundle in bundles:
        out.write(f"# {json.dumps(bundle.provenance)}\n")
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_ALL)
    for card in cards(bundles):
        writer.writerow([card.guid, card.front, card.back, " ".join(card.tags)])
    return [File("cards.txt", out.getvalue().encode("utf-8", "replace"))]
