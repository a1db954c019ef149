"""Decodes begin / inside / outside labels into spans of words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from herodotus.models.reader import Floats


BEYOND = 30.0  # logit of "outside" for places past the end of a stretch


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
    stretches = list(zip(edges, edges[1:], strict=False))
    padded = np.zeros((len(stretches), max(b - a for a, b in stretches), logits.shape[1]), np.float32)
    padded[:, :, 0] = BEYOND
    for row, (a, b) in zip(padded, stretches, strict=True):
        row[: b - a] = logits[a:b]
    found = viterbi(padded)
    labels = np.concatenate([found[i, : b - a] for i, (a, b) in enumerate(stretches)])
    return collected(labels, np.take_along_axis(softmax(logits), labels[:, None], axis=1)[:, 0], breaks)


def collected(labels: NDArray[np.int64], scores: Floats, breaks: Sequence[int] = ()) -> list[Run]:
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


def viterbi(logits: Floats) -> NDArray[np.int64]:
    """The best labels of many sequences at once in which inside follows only its own begin or inside.

    `logits`: sequences x words x (1 + 2 types) -> sequences x words.
    """
    count, length, labels = logits.shape
    before = np.arange(labels)  # the label before, for each label, where it is not free to choose
    before[2::2] -= 1
    inside = np.zeros(labels, bool)
    inside[2::2] = True
    total = np.where(inside, -np.inf, logits[:, 0])
    back = np.zeros((length, count, labels), np.int8)
    rows = np.arange(count)
    for i in range(1, length):
        best = total.argmax(axis=1)
        own = np.where(total[:, before] > total, before, np.arange(labels))
        back[i] = np.where(inside, own, best[:, None])
        total = np.where(inside, np.maximum(total, total[:, before]), total[rows, best][:, None]) + logits[:, i]
    path = np.zeros((count, length), np.int64)
    path[:, -1] = total.argmax(axis=1)
    for i in range(length - 1, 0, -1):
        path[:, i - 1] = back[i, rows, path[:, i]]
    return path
