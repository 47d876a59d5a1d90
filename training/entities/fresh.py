"""A network before training."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.entities.recogniser.clitics import stems
from reader.entities.recogniser.gazetteer import POSITIONS
from training.entities import fit, gazetteers
from training.entities.materials import CONTEXT
from training.entities.network import Tagger

if TYPE_CHECKING:
    from training.entities.materials import Materials

HIDDEN = 160


def network(materials: Materials) -> Tagger:
    """A network with fresh weights over the materials' tables."""
    numbers = {word: row for row, word in enumerate(materials.words)}
    tables = fit.type_tables(materials.types, fit.vector_finder(numbers, materials.vectors, stems))
    hits = POSITIONS * len(gazetteers.TYPES) + 1
    return Tagger(tables, len(fit.TAGS), len(fit.CORPORA), CONTEXT, hits, HIDDEN)
