"""Decodes begin / inside / outside labels into spans of words."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from herodotus.models.reader import Floats

BEYOND = 30.0  # logit of "outside" for places past the end of a stretch


Labels = NDArray[np.int64]


class Run(NamedTuple):
    """Words first..last (end exclusive) of one type, with the mean probability of their labels."""

    first: int
    last: int
    type: int
    score: float


def softmax(logits: Floats) -> Floats:
    """Over the last axis."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    out: Floats = shifted / shifted.sum(axis=-1, keepdims=True)
    return out


def runs(logits: Floats, breaks: Sequence[int] = ()) -> list[Run]:
    """The best labelling in which no run crosses a word in `breaks`; `logits` is n x (1 + 2 types): 0 outside,
    1 + 2k begin, 2 + 2k inside type k."""
    if not len(logits):
        return []
    edges = sorted({0, *breaks, len(logits)})
    stretches = list(itertools.pairwise(edges))
    padded = np.zeros((len(stretches), max(b - a for a, b in stretches), logits.shape[1]), np.float32)
    padded[:, :, 0] = BEYOND
    for row, (a, b) in zip(padded, stretches, strict=True):
        row[: b - a] = logits[a:b]
    found = viterbi(padded)
    labels = np.concatenate([found[i, : b - a] for i, (a, b) in enumerate(stretches)])
    return collected(labels, np.take_along_axis(softmax(logits), labels[:, None], axis=1)[:, 0], breaks)


def collected(labels: Labels, scores: Floats, breaks: Sequence[int] = ()) -> list[Run]:
    """Runs of equal type out of one label and one score a word."""
    types = (labels - 1) // 2  # -1 outside
    opens = (labels % 2 == 1) | np.concatenate([[True], types[1:] != types[:-1]])
    opens[list(breaks)] = True
    starts = np.flatnonzero(opens)
    ends = [*starts[1:].tolist(), len(labels)]
    return [
        Run(int(a), int(b), int(types[a]), float(scores[a:b].mean()))
        for a, b in zip(starts, ends, strict=True)
        if types[a] >= 0
    ]


def viterbi(logits: Floats) -> Labels:
    """The best labels of many sequences at once in which inside follows only its own begin or inside.

    `logits`: sequences x words x (1 + 2 types) -> sequences x words.
    """
    free: Labels = logits.argmax(axis=2)
    before = np.pad(free, ((0, 0), (1, 0)))[:, :-1]
    inside = (free > 0) & (free % 2 == 0)
    broken = (inside & (before != free) & (before != free - 1)).any(axis=1)
    if broken.any():  # the best label word by word is the best labelling wherever it breaks no rule
        free[broken] = _searched(logits[broken])
    return free


def _searched(logits: Floats) -> Labels:
    count, length, labels = logits.shape
    steps = np.ascontiguousarray(logits.transpose(1, 0, 2))
    total = steps[0].copy()
    total[:, 2::2] = -np.inf
    best = np.zeros((length, count), np.int64)  # the best label at the word before, for those free to choose
    stay = np.zeros((length, count, labels // 2), bool)  # inside follows inside rather than begin
    rows = np.arange(count)
    for i in range(1, length):
        begin, inside = total[:, 1::2], total[:, 2::2]
        best[i] = total.argmax(axis=1)
        stay[i] = inside > begin
        following = np.repeat(total[rows, best[i]][:, None], labels, axis=1)
        np.maximum(begin, inside, out=following[:, 2::2])
        total = following + steps[i]
    path = np.zeros((count, length), np.int64)
    path[:, -1] = total.argmax(axis=1)
    for i in range(length - 1, 0, -1):
        label = path[:, i]
        within = (label > 0) & (label % 2 == 0)
        kept = label - 1 + stay[i, rows, np.maximum(label // 2 - 1, 0)]
        path[:, i - 1] = np.where(within, kept, best[i])
    return path
