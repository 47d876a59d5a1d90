"""The tagger: word vectors, hashed spelling, gazetteer and corpus id into a BiLSTM-CRF."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from reader.entities.recogniser.ngrams import BUCKETS
from training.entities.crf import Crf

SPELLING = 48
GAZETTEER = 24
CORPUS = 16
HEAD = 64
WORD_DROPOUT = 0.08


@dataclass(slots=True)
class Batch:
    """Sentences of similar length.

    types (b, t) into the type tables; context (b, t, c); gazetteer (b, t, g); corpus (b);
    tags (b, t); mask (b, t).
    """

    types: Tensor
    context: Tensor
    gazetteer: Tensor
    corpus: Tensor
    tags: Tensor
    mask: Tensor


@dataclass(slots=True)
class TypeTables:
    """What is known of every distinct word.

    vectors (n, v) float; spelling (n, f) bucket numbers padded with BUCKETS; counts (n, 1).
    """

    vectors: Tensor
    spelling: Tensor
    counts: Tensor


class Tagger(nn.Module):
    """Emission scores of BIO tags and the CRF over them."""

    def __init__(
        self,
        tables: TypeTables,
        tag_count: int,
        corpus_count: int,
        context_size: int,
        gazetteer_size: int,
        hidden: int = 160,
        use: tuple[str, ...] = ("vectors", "context", "gazetteer"),
    ) -> None:
        """`use` names the inputs that are on, for ablation."""
        super().__init__()
        self.tables = tables
        self.use = use
        vector_size = tables.vectors.shape[1]
        self.project = nn.Linear(vector_size, vector_size)
        nn.init.eye_(self.project.weight)
        nn.init.zeros_(self.project.bias)
        self.spelling = nn.Embedding(BUCKETS + 1, SPELLING, padding_idx=BUCKETS)
        nn.init.normal_(self.spelling.weight, std=0.1)
        with torch.no_grad():
            self.spelling.weight[BUCKETS] = 0
        self.context = nn.Linear(context_size, context_size)
        self.gazetteer = nn.Linear(gazetteer_size, GAZETTEER)
        self.corpus = nn.Embedding(corpus_count, CORPUS)
        size = vector_size + SPELLING + context_size + GAZETTEER + CORPUS
        self.lstm = nn.LSTM(size, hidden, batch_first=True, bidirectional=True)
        self.head = nn.Linear(2 * hidden, HEAD)
        self.emit = nn.Linear(HEAD, tag_count)
        self.crf = Crf(tag_count)
        self.drop_in = 0.35
        self.drop_hidden = nn.Dropout(0.4)
        self.drop_head = nn.Dropout(0.2)

    def inputs(self, batch: Batch) -> Tensor:
        """(b, t, size) input vectors."""
        unique, inverse = torch.unique(batch.types, return_inverse=True)
        tables = self.tables
        spelled = self.spelling(tables.spelling[unique]).sum(1) / tables.counts[unique].sqrt()
        projected = self.project(tables.vectors[unique])
        words = torch.cat([projected, spelled], 1)[inverse]
        if self.training:
            # a word now and then unknown: names must be found by what stands around them
            words = words * (torch.rand(*batch.types.shape, 1) > WORD_DROPOUT)
        context = self.context(batch.context)
        hits = self.gazetteer(batch.gazetteer)
        if "context" not in self.use:
            context = context * 0
        if "gazetteer" not in self.use:
            hits = hits * 0
        elif self.training:
            # now and then a sentence without lists, so that the network does not lean on them
            keep = torch.rand(len(hits), 1, 1) > 0.1
            hits = hits * keep
        corpus = self.corpus(batch.corpus).unsqueeze(1).expand(-1, words.shape[1], -1)
        x = torch.cat([words, context, hits], 2)
        if self.training:
            # one mask for a whole sentence (Gal & Ghahramani 2016) on half, per token on half
            shared = torch.rand(len(x), 1, x.shape[2]) > self.drop_in / 2
            single = torch.rand_like(x) > self.drop_in / 2
            x = x * shared * single / (1 - self.drop_in / 2) ** 2
        return torch.cat([x, corpus], 2)

    def emissions(self, batch: Batch) -> Tensor:
        """(b, t, tag_count) scores."""
        inputs = self.inputs(batch)
        if bool(batch.mask.all()):
            # bfloat16 halves the time of a training step and does not change the result
            with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
                hidden = self.lstm(inputs)[0].float()
        else:
            packed = nn.utils.rnn.pack_padded_sequence(
                inputs, batch.mask.sum(1).cpu(), batch_first=True, enforce_sorted=False
            )
            hidden, _ = nn.utils.rnn.pad_packed_sequence(
                self.lstm(packed)[0], batch_first=True, total_length=batch.types.shape[1]
            )
        head = torch.tanh(self.head(self.drop_hidden(hidden)))
        scores: Tensor = self.emit(self.drop_head(head))
        return scores

    def loss(self, batch: Batch) -> Tensor:
        """Mean negative log-likelihood per sentence."""
        return self.crf.loss(self.emissions(batch), batch.tags, batch.mask)
