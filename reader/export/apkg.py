"""Anki package (.apkg), by genanki, an optional extra."""

import json
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from reader.errors import ExchangeError
from reader.export.bundle import Bundle, File
from reader.export.cards import DECK, cards
from reader.extras import install_command

# fixed numbers, so that Anki knows deck and note type again
DECK_ID, MODEL_ID = 1_794_022_601, 1_794_022_602
STYLE = """
.card { font-family: sans-serif; font-size: 20px; text-align: center; }
[lang=ar] { font-family: "Noto Naskh Arabic", "Amiri", serif; font-size: 28px; }
.word { font-size: 1.4em; }
.source { font-size: 12px; color: gray; margin-top: 1em; }
"""


def write(bundles: Sequence[Bundle]) -> list[File]:
    """Return one package. Raises ExchangeError when genanki is not installed."""
    try:
        import genanki
    except ImportError as error:
        raise ExchangeError(
            f"Anki packages need genanki: {install_command('genanki')}"
            " (or export with --format anki)."
        ) from error
    model = genanki.Model(
        MODEL_ID,
        "Reader",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[
            {
                "name": "Arabic to English",
                "qfmt": "{{Front}}",
                "afmt": "{{FrontSide}}<hr id=answer>{{Back}}",
            }
        ],
        css=STYLE,
    )
    facts = json.dumps([bundle.provenance for bundle in bundles], ensure_ascii=False)
    deck = genanki.Deck(DECK_ID, DECK, description=facts)
    for card in cards(bundles):
        note = genanki.Note(
            model=model, fields=[card.front, card.back], guid=card.guid, tags=list(card.tags)
        )
        deck.add_note(note)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cards.apkg"
        genanki.Package(deck).write_to_file(path, timestamp=_timestamp(bundles))
        return [File("cards.apkg", path.read_bytes())]


def _timestamp(bundles: Sequence[Bundle]) -> float:
    time = bundles[0].time if bundles else ""
    return datetime.fromisoformat(time).timestamp() if time else datetime.now().timestamp()
