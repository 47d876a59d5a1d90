"""A pre-norm Transformer whose parameters bear CTranslate2's names (see ct2_weights.py).

Shapes: B sentences, S Arabic pieces, T English pieces, D width. Embeddings of both languages and
the output projection are one matrix. One cross-attention head can be guided by word alignments:
its weights then say which Arabic pieces an English piece comes from.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.translation.tokenizer import PADDING

MAX_POSITIONS = 512
HIDDEN = -1e4


@dataclass(frozen=True)
class Shape:
    """Sizes of a model."""

    pieces: int
    width: int = 256
    heads: int = 4
    inner: int = 1024
    encoder: int = 6
    decoder: int = 2


class Attention(nn.Module):
    """Multi-head attention with its layer norm: self-attention, or over `memory`."""

    def __init__(self, shape: Shape, cross: bool) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        sizes = [width, 2 * width, width] if cross else [3 * width, width]
        self.linear = nn.ModuleList(nn.Linear(width, size) for size in sizes)
        self.layer_norm = nn.LayerNorm(width)

    def _split(self, x: Tensor) -> Tensor:
        """(B, L, D) to (B, heads, L, D / heads)."""
        return x.view(x.shape[0], x.shape[1], self.heads, -1).transpose(1, 2)

    def forward(
        self, x: Tensor, hidden: Tensor, memory: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Return the attention's output (B, T, D) and its scores before softmax (B, heads, T, S).

        `hidden` is added to the scores: 0 where a position may be seen, very negative elsewhere.
        Written out, since on a CPU the fused kernel is three times slower for short sentences.
        """
        normed = self.layer_norm(x)
        if memory is None:
            query, key, value = self.linear[0](normed).chunk(3, -1)
        else:
            query = self.linear[0](normed)
            key, value = self.linear[1](memory).chunk(2, -1)
        query, key, value = self._split(query), self._split(key), self._split(value)
        scores = query @ key.transpose(2, 3) * query.shape[-1] ** -0.5 + hidden
        mixed = scores.softmax(-1).to(value.dtype) @ value
        return self.linear[-1](mixed.transpose(1, 2).flatten(2)), scores


class FeedForward(nn.Module):
    """Two linear layers with ReLU, and their layer norm."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.linear_0 = nn.Linear(shape.width, shape.inner)
        self.linear_1 = nn.Linear(shape.inner, shape.width)
        self.layer_norm = nn.LayerNorm(shape.width)

    def forward(self, x: Tensor) -> Tensor:
        """(B, T, D) to (B, T, D)."""
        return self.linear_1(functional.relu(self.linear_0(self.layer_norm(x))))


class Layer(nn.Module):
    """An encoder layer, or with `cross` a decoder layer."""

    def __init__(self, shape: Shape, cross: bool) -> None:
        super().__init__()
        self.self_attention = Attention(shape, cross=False)
        if cross:
            self.attention = Attention(shape, cross=True)
        self.ffn = FeedForward(shape)


class Stack(nn.Module):
    """The layers of one side and the norm after them."""

    def __init__(self, shape: Shape, layers: int, cross: bool) -> None:
        super().__init__()
        self.layer = nn.ModuleList(Layer(shape, cross) for _ in range(layers))
        self.layer_norm = nn.LayerNorm(shape.width)


class Transformer(nn.Module):
    """Arabic pieces in, logits over the next English piece out."""

    positions: Tensor

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.pieces, shape.width)
        nn.init.normal_(self.embedding.weight, std=shape.width**-0.5)
        self.encoder = Stack(shape, shape.encoder, cross=False)
        self.decoder = Stack(shape, shape.decoder, cross=True)
        self.projection = nn.Module()
        self.projection.bias = nn.Parameter(torch.zeros(shape.pieces))
        self.register_buffer("positions", position_encodings(shape.width), persistent=False)
        self.dropout = nn.Dropout(dropout)

    def _embed(self, ids: Tensor) -> Tensor:
        scaled = self.embedding(ids) * self.shape.width**0.5
        return self.dropout(scaled + self.positions[: ids.shape[1]])

    def forward(self, source: Tensor, target_in: Tensor) -> tuple[Tensor, Tensor]:
        """Return logits (B, T, pieces) and the guided head's scores before softmax (B, T, S).

        `source` is (B, S), `target_in` (B, T) begins with the begin piece; both are padded.
        """
        drop = self.dropout
        x = self._embed(source)
        unseen = torch.zeros_like(source, dtype=x.dtype).masked_fill(source == PADDING, HIDDEN)
        padding = unseen[:, None, None, :]
        for layer in self.encoder.layer:
            x = x + drop(layer.self_attention(x, padding)[0])
            x = x + drop(layer.ffn(x))
        memory = self.encoder.layer_norm(x)
        y = self._embed(target_in)
        length = target_in.shape[1]
        future = torch.full((length, length), HIDDEN, dtype=y.dtype, device=y.device).triu(1)
        for layer in self.decoder.layer:
            y = y + drop(layer.self_attention(y, future)[0])
            output, scores = layer.attention(y, padding, memory)
            y = y + drop(output)
            y = y + drop(layer.ffn(y))
        logits = functional.linear(
            self.decoder.layer_norm(y), self.embedding.weight, self.projection.bias
        )
        # the first head of the last layer is the guided one
        return logits, scores[:, 0].float()


def position_encodings(width: int) -> Tensor:
    """Sinusoids (positions, D): all sines, then all cosines, as the exported model carries them."""
    position = torch.arange(MAX_POSITIONS)[:, None].float()
    rate = torch.exp(torch.arange(width // 2).float() * -(math.log(10_000) / (width // 2 - 1)))
    return torch.cat([(position * rate).sin(), (position * rate).cos()], 1)
