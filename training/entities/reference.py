"""Scores of the trained networks on a few sentences, as torch computes them.

The test suite checks that the NumPy run-time, with its rounded weights, comes to the same.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.entities.recogniser.encoder import PieceEncoder
from reader.entities.recogniser.pieces import PieceVocabulary
from reader.entities.recogniser.tokens import tokenise
from training.entities import fit, gazetteers
from training.entities.corpora import Sentence
from training.entities.fresh import network
from training.entities.prepare import Types, prepare

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import Tensor

    from training.entities.materials import Materials

SENTENCES = (
    "أعلن رئيس الوزراء العراقي نوري المالكي في بغداد أمس استقالة وزير النفط حسين الشهرستاني.",
    "قالت شركة مايكروسوفت إنها ستفتح مكتبا في الرياض، وفقا لوكالة رويترز.",
    "التقى الأمين العام للأمم المتحدة أنطونيو غوتيريش وفدا من حركة حماس بالقاهرة.",
    "فاز ريال مدريد على برشلونة 3-1 في دوري أبطال أوروبا.",
    "ارتفعت الأسعار بنسبة 20 في المئة خلال العام الماضي",
)


def write_reference(path: Path, materials: Materials, states: list[Mapping[str, Tensor]]) -> None:
    """Write the sentences with their mean emission scores (4 decimals) under ANERcorp's id."""
    sentences = []
    for text in SENTENCES:
        tokens = tokenise(text)
        words = [text[t.start : t.end] for t in tokens]
        folded = [t.folded for t in tokens]
        sentences.append(Sentence(words, folded, ["O"] * len(words), [], []))
    types = Types()
    encoder = PieceEncoder(
        materials.encoder, PieceVocabulary(materials.pieces, materials.piece_scores.tolist())
    )
    kinds = len(gazetteers.TYPES)
    examples = prepare(sentences, "anercorp", types, materials.masks, kinds, encoder)
    materials.types = list(types.numbers)
    runs = []
    for state in states:
        model = network(materials)
        model.load_state_dict(state)
        runs.append(fit.emissions(model, examples, "anercorp"))
    stored = [
        {
            "text": text,
            "words": sentence.words,
            "scores": (sum(run[i] for run in runs) / len(runs)).round(4).tolist(),
        }
        for i, (text, sentence) in enumerate(zip(SENTENCES, sentences, strict=True))
    ]
    path.write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
