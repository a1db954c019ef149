"""Decodes begin / inside / outside labels into spans of words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from herodotus.models.reader import Floats

BEYOND = 30.0  # logit of "outside" for places past the end of a stretch
SURE = 6.0  # logits by which "outside" leads where it is taken for granted
ROUNDING = 0.01  # logits, more than sums over a document can be off


Labels = NDArray[np.int64]


class Run(NamedTuple):
    """Words first..last (end exclusive) of one type, with the mean probability of their labels."""

    first: int
    last: int
    type: int
    score: float


def lead(logits: Floats) -> Floats:
    """By how much "outside" leads the best other label, word by word."""
    out: Floats = logits[:, 0] - _highest(logits[:, 1:])
    return out


def _highest(rows: Floats) -> Floats:
    """The maximum of each row; of few long columns numpy takes it six times as fast as of many short rows."""
    out: Floats = np.ascontiguousarray(rows.T).max(axis=0)
    return out


def softmax(logits: Floats) -> Floats:
    """Row by row."""
    shifted = np.exp(logits - _highest(logits)[:, None])
    out: Floats = shifted / shifted.sum(axis=-1, keepdims=True)
    return out


def runs(logits: Floats, breaks: Sequence[int] = ()) -> list[Run]:
    """The best labelling in which no run crosses a word in `breaks`."""
    if not len(logits):
        return []
    labels = best(logits, breaks)
    return collected(labels, chances(logits, labels), breaks)


def chances(logits: Floats, labels: Labels) -> Floats:
    """The probability of each word's label; words outside are not asked for theirs and get none."""
    found = np.zeros(len(labels), logits.dtype)
    inside = np.flatnonzero(labels)
    found[inside] = softmax(logits[inside])[np.arange(len(inside)), labels[inside]]
    return found


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
    kept = types[starts] >= 0
    columns = (starts[kept], ends[kept], types[starts[kept]], means[kept])
    return [Run(*run) for run in zip(*(column.tolist() for column in columns), strict=True)]


def best(logits: Floats, breaks: Sequence[int] = ()) -> Labels:
    """The most likely labels in which inside follows only its own begin or inside, in the same stretch.

    `logits` is n x (1 + 2 types): 0 outside, 1 + 2k begin, 2 + 2k inside type k. The best label word by word is the
    best labelling wherever it breaks no rule; what is left is searched, from one sure outside word to the next.
    Does not let a word that is surer to be inside than its neighbour is to be outside pull that one in.
    """
    labels: Labels = logits.argmax(axis=1)
    sure = lead(logits) > SURE
    opens = np.zeros(len(labels), bool)
    opens[[0, *breaks]] = True
    opens[1:] |= sure[1:] | sure[:-1]
    before = np.where(opens, 0, np.roll(labels, 1))
    inside = (labels > 0) & (labels % 2 == 0)
    broken = np.flatnonzero(inside & (before != labels) & (before != labels - 1))
    if len(broken):
        _mend(labels, logits, opens, _loose(logits, labels, broken) & ~sure)
    return labels


def _loose(logits: Floats, labels: Labels, broken: Labels) -> NDArray[np.bool_]:
    """The words whose label the rules may change.

    Neighbours that change together lose at least what their labels lead by. To begin anew at each broken word among
    them, and at one behind them, is allowed as well: they change only where that costs no less.
    """
    words = np.arange(len(labels))
    others = logits.copy()
    top = others[words, labels]
    others[words, labels] = -np.inf
    anew = np.zeros(len(labels) + 1)
    anew[broken] = top[broken] - logits[broken, labels[broken] - 1]
    sums = np.append(0.0, np.cumsum(_highest(others) - top + anew[:-1]))
    least = np.minimum.accumulate(sums[:-1])
    most = np.maximum.accumulate((sums[1:] + anew[1:])[::-1])[::-1]
    out: NDArray[np.bool_] = most - least > -ROUNDING
    return out


def _mend(labels: Labels, logits: Floats, opens: NDArray[np.bool_], loose: NDArray[np.bool_]) -> None:
    """Puts the best labels of loose words in place, given those of the words around them in their stretch."""
    edges = np.append(opens, True)
    starts = np.flatnonzero(loose & (edges[:-1] | ~np.roll(loose, 1)))
    ends = np.flatnonzero(loose & (edges[1:] | ~np.roll(loose, -1))) + 1
    firsts, lasts = starts - ~edges[starts], ends + ~edges[ends]
    padded = np.zeros((len(starts), int((lasts - firsts).max()), logits.shape[1]), np.float32)
    padded[:, :, 0] = BEYOND
    parts = list(zip(*(column.tolist() for column in (firsts, starts, ends, lasts)), strict=True))
    for row, (first, start, end, last) in zip(padded, parts, strict=True):
        row[: last - first] = logits[first:last]
        if first < start:  # inside may not come first, so the begin of its type stands for it
            _fix(row[0], labels[first] - (labels[first] > 0 and labels[first] % 2 == 0))
        if end < last:
            _fix(row[end - first], labels[end])
    for path, (first, start, end, _) in zip(viterbi(padded), parts, strict=True):
        labels[start:end] = path[start - first : end - first]


def _fix(row: Floats, label: int) -> None:
    row[:] = -np.inf
    row[label] = 0


def viterbi(logits: Floats) -> Labels:
    """The best labels of many sequences at once: sequences x words x (1 + 2 types) -> sequences x words."""
    count, length, width = logits.shape
    totals = np.array(logits.transpose(1, 0, 2), order="C")  # the best sums up to each word, by its label
    totals[0, :, 2::2] = -np.inf
    for i in range(1, length):
        before, here = totals[i - 1], totals[i]
        following = here[:, 2::2] + np.maximum(before[:, 1::2], before[:, 2::2])
        np.add(here, before.max(axis=1, keepdims=True), out=here)
        here[:, 2::2] = following
    # For each word and label behind it its own: the best one, but before inside the better of begin and inside.
    chosen = np.repeat(totals.argmax(axis=2)[:, :, None], width, axis=2)
    chosen[:, :, 2::2] = np.arange(1, width, 2) + (totals[:, :, 2::2] > totals[:, :, 1::2])
    path = np.empty((length, count), np.int64)
    path[-1] = chosen[-1, :, 0]
    for i in range(length - 1, 0, -1):
        path[i - 1] = chosen[i - 1, np.arange(count), path[i]]
    return path.T
