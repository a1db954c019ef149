"""Decodes begin / inside / outside labels into spans of words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from herodotus.models.reader import Floats

BEYOND = 30.0  # logit of "outside" for places past the end of a stretch
SURE = 6.0  # logits by which "outside" leads where it is taken for granted
ROUNDING = 0.01  # logits, more than sums over a stretch can be off


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
    lead = logits[:, 0] - logits[:, 1:].max(axis=1)
    opens = np.zeros(len(labels), bool)
    opens[[0, *breaks]] = True
    _open_around(opens, lead > SURE)
    before = np.where(opens, 0, np.roll(labels, 1))
    inside = (labels > 0) & (labels % 2 == 0)
    broken = np.flatnonzero(inside & (before != labels) & (before != labels - 1))
    if len(broken):
        _open_around(opens, lead > _losses(logits, labels, opens, broken))
        _mend(labels, logits, opens, broken)
    return labels


def _open_around(opens: NDArray[np.bool_], sure: NDArray[np.bool_]) -> None:
    """A word that is sure to be outside is a stretch of its own."""
    opens |= sure
    opens[1:] |= sure[:-1]


def _losses(logits: Floats, labels: Labels, opens: NDArray[np.bool_], broken: Labels) -> Floats:
    """For each word, the logits that the best labelling of its stretch can lose at most against the best labels.

    To begin anew at every broken word is allowed and loses so much. So a word outside that leads by more stays so.
    """
    starts = np.flatnonzero(opens)
    at = np.searchsorted(starts, broken, side="right") - 1
    anew = logits[broken, labels[broken]] - logits[broken, labels[broken] - 1]
    lost = np.bincount(at, anew, minlength=len(starts)) + ROUNDING
    out: Floats = np.repeat(lost, np.diff(starts, append=len(labels)))
    return out


def _mend(labels: Labels, logits: Floats, opens: NDArray[np.bool_], broken: Labels) -> None:
    """Puts the best labelling of the stretches with broken words in place."""
    starts = np.flatnonzero(opens)
    ends = np.append(starts[1:], len(labels))
    wrong = sorted(set((np.searchsorted(starts, broken, side="right") - 1).tolist()))
    longest = int((ends - starts)[wrong].max())
    padded = np.zeros((len(wrong), longest, logits.shape[1]), np.float32)
    padded[:, :, 0] = BEYOND
    stretches = list(zip(starts[wrong].tolist(), ends[wrong].tolist(), strict=True))
    for row, (start, end) in zip(padded, stretches, strict=True):
        row[: end - start] = logits[start:end]
    for path, (start, end) in zip(viterbi(padded), stretches, strict=True):
        labels[start:end] = path[: end - start]


def viterbi(logits: Floats) -> Labels:
    """The best labels of many sequences at once: sequences x words x (1 + 2 types) -> sequences x words."""
    count, length = logits.shape[:2]
    totals = np.array(logits.transpose(1, 0, 2), order="C")  # the best sums up to each word, by its label
    totals[0, :, 2::2] = -np.inf
    for i in range(1, length):
        before, here = totals[i - 1], totals[i]
        following = here[:, 2::2] + np.maximum(before[:, 1::2], before[:, 2::2])
        np.add(here, before.max(axis=1, keepdims=True), out=here)
        here[:, 2::2] = following
    free = totals.argmax(axis=2)  # the best label, for those that need not follow on another
    stay = totals[:, :, 2::2] > totals[:, :, 1::2]  # inside follows inside rather than begin
    path = np.zeros((count, length), np.int64)
    path[:, -1] = free[-1]
    for i in range(length - 1, 0, -1):
        label = path[:, i]
        within = (label > 0) & (label % 2 == 0)
        kept = label - 1 + stay[i - 1, np.arange(count), np.maximum(label // 2 - 1, 0)]
        path[:, i - 1] = np.where(within, kept, free[i - 1])
    return path
