"""Train, resume and cool down; CUDA when there is one, else the CPU, in bf16.

The checkpoint holds everything to go on: weights, their average, the optimiser, counters. Interrupt
(Ctrl-C) or terminate the process and it saves first.
"""

from __future__ import annotations

import signal
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from training.translation import batches, dev, growth
from training.translation.average import RunningAverage
from training.translation.loss import smoothed_cross_entropy
from training.translation.model import Shape, Transformer
from training.translation.tokenizer import PADDING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from training.translation.ct2_weights import Weights
    from training.translation.prepare import Pairs
    from training.translation.resegment import Resegmenter
    from training.translation.schedule import Schedule
    from training.translation.word_alignment import Links

BETAS, EPSILON, CLIP, SMOOTHING = (0.9, 0.98), 1e-9, 1.0, 0.1
LOG_EVERY = 50  # steps


@dataclass(frozen=True)
class Settings:
    """How a stage is run; see recipes.toml."""

    tokens: int = 4000  # padded pieces in a batch, both sides
    longest: int = 128  # pieces
    dropout: float = 0.1
    guided: float = 0.3  # weight of the guided attention's loss
    save_minutes: float = 5
    threads: int = 2


def new_checkpoint(shape: Shape, weights: Weights | None = None) -> dict[str, Any]:
    """Return an untrained checkpoint, or a warm start from `weights`."""
    state = Transformer(shape).state_dict()
    if weights is not None:
        state = {name: torch.from_numpy(value.copy()) for name, value in weights.items()}
    counters = {"step": 0, "tokens": 0, "seconds": 0.0}
    stage = {"stage": 0, "stage_step": 0, "stage_seconds": 0.0}
    arrays = {"weights": state, "average": state, "optimizer": None}
    return {"shape": asdict(shape)} | arrays | counters | stage


def restart_stage(checkpoint: dict[str, Any], stage: int) -> None:
    """Let training go on with the beginning of stage number `stage` of the recipe."""
    checkpoint |= {"stage": stage, "stage_step": 0, "stage_seconds": 0.0}


def grow(checkpoint: dict[str, Any], decoder: int) -> None:
    """Give the model `decoder` decoder layers, if it has fewer; its output stays what it was.

    The optimiser begins anew: it knows nothing of the new layers.
    """
    if checkpoint["shape"]["decoder"] >= decoder:
        return
    for kind in ("weights", "average"):
        arrays = {name: value.numpy() for name, value in checkpoint[kind].items()}
        grown = growth.deepen(arrays, "decoder", decoder)
        checkpoint[kind] = {name: torch.from_numpy(value) for name, value in grown.items()}
    checkpoint["shape"] |= {"decoder": decoder}
    checkpoint["optimizer"] = None


def load(path: Path) -> dict[str, Any]:
    """Read a checkpoint onto the CPU."""
    checkpoint: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    return checkpoint


def save(checkpoint: dict[str, Any], path: Path) -> None:
    """Write a checkpoint; an interrupted write leaves the old one."""
    partial = path.with_suffix(".partial")
    torch.save(checkpoint, partial)
    partial.replace(path)


class Trainer:
    """One stage of training on one checkpoint file."""

    def __init__(self, path: Path, pairs: Pairs, links: Links | None, settings: Settings) -> None:
        torch.set_num_threads(settings.threads)
        self.path, self.pairs, self.links, self.settings = path, pairs, links, settings
        self.resegmenter: Resegmenter | None = None
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.checkpoint = load(path)
        shape = Shape(**self.checkpoint["shape"])
        self.model = Transformer(shape, settings.dropout)
        self.model.load_state_dict(self.checkpoint["weights"])
        self.model.to(self.device).train()
        self.average = RunningAverage(
            {name: value.to(self.device) for name, value in self.checkpoint["average"].items()}
        )
        self.optimizer = torch.optim.AdamW(
            self.model.parameters(), 0.0, BETAS, EPSILON, weight_decay=0.0, fused=True
        )
        if self.checkpoint["optimizer"] is not None:
            self.optimizer.load_state_dict(self.checkpoint["optimizer"])
        self.stopped = False

    def run(self, schedule: Schedule, resegmenter: Resegmenter | None = None) -> bool:
        """Train to the end of the stage, or until a signal comes; save; tell whether it ended."""
        self.resegmenter = resegmenter
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        state, losses = self.checkpoint, []
        clock = saved = time.monotonic()
        ended = False
        for batch in self._batches():
            state["stage_step"] += 1
            rate = schedule.rate(state["stage_step"], state["stage_seconds"])
            for group in self.optimizer.param_groups:
                group["lr"] = rate
            losses.append(self._step(batch))
            state["step"] += 1
            state["tokens"] += batch.source.size + batch.target_in.size
            self.average.update(self.model, state["step"])
            now = time.monotonic()
            state["seconds"] += now - clock
            state["stage_seconds"] += now - clock
            clock = now
            if state["step"] % LOG_EVERY == 0:
                self._log(np.mean(losses, 0), rate)
                losses = []
            ended = schedule.progress(state["stage_step"], state["stage_seconds"]) >= 1
            if ended or self.stopped or now - saved > 60 * self.settings.save_minutes:
                if ended:
                    restart_stage(state, state["stage"] + 1)
                self._save()
                clock = saved = time.monotonic()
            if ended or self.stopped:
                break
        if ended:
            self._report()
            self._save()
        return ended

    def _batches(self) -> Iterator[batches.Batch]:
        generator = np.random.default_rng(self.checkpoint["step"] + 7)
        while True:
            chosen = batches.draw(self.pairs.weights, generator)
            settings = self.settings
            groups = batches.plan(self.pairs, chosen, settings.tokens, settings.longest, generator)
            with ThreadPoolExecutor(1) as maker:  # pads the next batch during this one's step
                coming = maker.submit(self._collated, groups[0])
                for group in groups[1:]:
                    batch = coming.result()
                    coming = maker.submit(self._collated, group)
                    yield batch
                yield coming.result()

    def _collated(self, group: batches.Group) -> batches.Batch:
        return batches.collate(self.pairs, self.links, group, self.resegmenter)

    def _step(self, batch: batches.Batch) -> tuple[float, float]:
        target = self._tensor(batch.target_out)
        with self._autocast():
            logits, scores = self.model(self._tensor(batch.source), self._tensor(batch.target_in))
        loss = smoothed_cross_entropy(logits.flatten(0, 1), target.flatten(), SMOOTHING, PADDING)
        guided = torch.zeros(())
        if batch.guide is not None and batch.guide.any():
            guide = self._tensor(batch.guide)
            guided = -(guide * scores.log_softmax(-1)).sum() / guide.sum()
            (loss + self.settings.guided * guided).backward()
        else:
            loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), CLIP)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        return loss.item(), guided.item()

    def _tensor(self, array: np.ndarray) -> torch.Tensor:
        return torch.from_numpy(array).to(self.device, non_blocking=True)

    def _autocast(self) -> torch.autocast:
        return torch.autocast(self.device, dtype=torch.bfloat16)

    def _save(self) -> None:
        weights = {name: value.cpu() for name, value in self.model.state_dict().items()}
        average = {name: value.cpu() for name, value in self.average.weights.items()}
        self.checkpoint |= {
            "weights": weights,
            "average": average,
            "optimizer": self.optimizer.state_dict(),
        }
        save(self.checkpoint, self.path)

    def _log(self, losses: np.ndarray, rate: float) -> None:
        state = self.checkpoint
        print(
            f"{state['seconds'] / 60:.1f} min, step {state['step']}, {state['tokens'] / 1e6:.2f} M"
            f" pieces: loss {losses[0]:.3f}, guided {losses[1]:.3f}, rate {rate:.1e}",
            flush=True,
        )

    def _report(self) -> None:
        sizes = (self.settings.tokens, self.settings.longest)
        weights = self.average.weights
        self.checkpoint["dev"] = dev.measure(self.model, weights, self.pairs, self.links, *sizes)
        print(f"averaged: dev loss and link hits {self.checkpoint['dev']}", flush=True)

    def _stop(self, *_: object) -> None:
        self.stopped = True
