"""Windows of word pieces out of examples, and batches of windows as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from tokenizers import Tokenizer
from torch import Tensor

from herodotus.models.reader import END, MOST_PIECES_A_WORD, START, UNKNOWN
from herodotus.models.windows import OVERLAP
from herodotus.models.windows import PIECES as WINDOW
from herodotus.models.words import SHAPES
from training.examples import Example, Link, Span

PAD_SHAPE = SHAPES
SHORT = 0.1  # share of sentences that are also read alone
MASK = 103  # the base vocabulary's sign for a hidden piece


@dataclass(slots=True)
class Window:
    """A stretch of one example: words first..last, cut so that their pieces fit the encoder."""

    example: Example
    pieces: list[list[int]]
    first: int
    last: int


@dataclass(slots=True)
class Batch:
    """ids, shapes, mask: batch x pieces; words: batch x most words (place of first piece); counts of words."""

    task: str
    ids: Tensor
    shapes: Tensor
    mask: Tensor
    words: Tensor
    windows: list[Window] = field(default_factory=list)


def cut(words: Sequence[str], tokenizer: Tokenizer) -> list[list[int]]:
    """Word pieces of each word; a word the vocabulary strips to nothing becomes unknown."""
    encoding = tokenizer.encode(list(words), is_pretokenized=True, add_special_tokens=False)
    out: list[list[int]] = [[] for _ in words]
    for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
        out[word].append(piece)
    return [pieces[:MOST_PIECES_A_WORD] or [UNKNOWN] for pieces in out]


def windows(example: Example, pieces: list[list[int]], rng: random.Random) -> Iterator[Window]:
    """Overlapping windows; the first one is shortened at random so that cuts fall elsewhere each epoch."""
    total, start = len(pieces), 0
    room = WINDOW if sum(map(len, pieces)) <= WINDOW else rng.randint(WINDOW // 2, WINDOW)
    while start < total:
        end, used = start, 0
        while end < total and used + len(pieces[end]) <= room:
            used += len(pieces[end])
            end += 1
        yield Window(example, pieces, start, end)
        if end == total:
            return
        back = end
        while back > start + 1 and sum(map(len, pieces[back:end])) < OVERLAP:
            back -= 1
        start, room = back, WINDOW


def short(example: Example, pieces: list[list[int]], rng: random.Random) -> Iterator[Window]:
    """Some single sentences, one in so many: a text may be no longer."""
    for first, last in example.units:
        if rng.random() < SHORT and sum(map(len, pieces[first:last])) <= WINDOW:
            yield Window(example, pieces, first, last)


def batch(chosen: list[Window], *, masked: float = 0.0, rng: random.Random | None = None) -> Batch:
    """`masked` is the share of words whose pieces are hidden; their shapes still show."""
    rows, shape_rows, places = [], [], []
    for window in chosen:
        ids, shapes, firsts = [START], [PAD_SHAPE], []
        for i in range(window.first, window.last):
            firsts.append(len(ids))
            hidden = rng is not None and rng.random() < masked
            ids += [MASK] * len(window.pieces[i]) if hidden else window.pieces[i]
            shapes += [window.example.shapes[i]] * len(window.pieces[i])
        rows.append([*ids, END])
        shape_rows.append([*shapes, PAD_SHAPE])
        places.append(firsts)
    ids_t, shapes_t = padded(rows, 0), padded(shape_rows, PAD_SHAPE)
    return Batch(chosen[0].example.task, ids_t, shapes_t, ids_t.ne(0), padded(places, 0), chosen)


def padded(rows: Sequence[Sequence[int]], fill: int) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[fill] * (longest - len(row))] for row in rows])


def clipped(spans: Sequence[Span], window: Window) -> list[Span]:
    """Spans inside the window, counted from its first word."""
    out = [(max(a, window.first) - window.first, min(b, window.last) - window.first) for a, b in spans]
    return [(a, b) for a, b in out if a < b]


def links(window: Window) -> list[Link]:
    """Attributions whose whole cue lies in the window."""
    inside = [
        link for link in window.example.links or []
        if link.cue[0][0] >= window.first and link.cue[-1][1] <= window.last
    ]  # fmt: skip
    return [Link(*(clipped(s, window) for s in (k.cue, k.source, k.content))) for k in inside]
