"""Decodes begin / inside / outside labels into spans of words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from herodotus.models.reader import Floats

BEYOND = 30.0  # logit of "outside" for places past the end of a stretch
SURE = 6.0  # logits by which "outside" leads where it is taken for granted


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
    """The best labelling in which no run crosses a word in `breaks`."""
    if not len(logits):
        return []
    labels = best(logits, breaks)
    return collected(labels, chances(logits, labels), breaks)


def chances(logits: Floats, labels: Labels) -> Floats:
    """The probability of each word's label."""
    return np.take_along_axis(softmax(logits), labels[:, None], axis=1)[:, 0]


def collected(labels: Labels, scores: Floats, breaks: Sequence[int] = ()) -> list[Run]:
    """Runs of equal type out of one label and one score a word."""
    if not len(labels):
        return []
    types = (labels - 1) // 2  # -1 outside
    opens = (labels % 2 == 1) | np.concatenate([[True], types[1:] != types[:-1]])
    opens[list(breaks)] = True
    starts = np.flatnonzero(opens)
    ends = np.append(starts[1:], len(labels))
    means = np.add.reduceat(scores, starts) / (ends - starts)
    kept = np.flatnonzero(types[starts] >= 0)
    return [Run(int(starts[i]), int(ends[i]), int(types[starts[i]]), float(means[i])) for i in kept]


def best(logits: Floats, breaks: Sequence[int] = ()) -> Labels:
    """The most likely labels in which inside follows only its own begin or inside, in the same stretch.

    `logits` is n x (1 + 2 types): 0 outside, 1 + 2k begin, 2 + 2k inside type k. The best label word by word is the
    best labelling wherever it breaks no rule; what is left is searched, from one sure outside word to the next.
    Does not let a word that is surer to be inside than its neighbour is to be outside pull that one in.
    """
    labels: Labels = logits.argmax(axis=1)
    sure = logits[:, 0] - logits[:, 1:].max(axis=1) > SURE
    opens = np.zeros(len(labels), bool)
    opens[[0, *breaks]] = True
    opens[1:] |= sure[1:] | sure[:-1]
    before = np.where(opens, 0, np.roll(labels, 1))
    inside = (labels > 0) & (labels % 2 == 0)
    broken = np.flatnonzero(inside & (before != labels) & (before != labels - 1))
    if len(broken):
        starts = np.flatnonzero(opens)
        ends = np.append(starts[1:], len(labels))
        wrong = np.unique(np.searchsorted(starts, broken, side="right") - 1)
        _mend(labels, logits, [(int(starts[i]), int(ends[i])) for i in wrong])
    return labels


def _mend(labels: Labels, logits: Floats, stretches: Sequence[tuple[int, int]]) -> None:
    """Puts the best labelling of these stretches in place."""
    longest = max(end - start for start, end in stretches)
    padded = np.zeros((len(stretches), longest, logits.shape[1]), np.float32)
    padded[:, :, 0] = BEYOND
    for row, (start, end) in zip(padded, stretches, strict=True):
        row[: end - start] = logits[start:end]
    for row, (start, end) in zip(viterbi(padded), stretches, strict=True):
        labels[start:end] = row[: end - start]


def viterbi(logits: Floats) -> Labels:
    """The best labels of many sequences at once: sequences x words x (1 + 2 types) -> sequences x words."""
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
