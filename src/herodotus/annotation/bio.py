"""Decodes begin / inside / outside labels into spans of words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from herodotus.models.reader import Floats


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
    """`logits` n x (1 + 2 types), label 0 outside, 1 + 2k begin, 2 + 2k inside type k.

    An inside label after another type opens a run of its own. No run crosses a word in `breaks`.
    """
    if not len(logits):
        return []
    chances = softmax(logits)
    labels = chances.argmax(axis=-1)
    best = chances.max(axis=-1)
    types = (labels - 1) // 2  # -1 outside
    opens = (labels % 2 == 1) | np.concatenate([[True], types[1:] != types[:-1]])
    opens[list(breaks)] = True
    starts = np.flatnonzero(opens)
    ends = [*starts[1:].tolist(), len(labels)]
    return [
        Run(int(a), int(b), int(types[a]), float(best[a:b].mean()))
        for a, b in zip(starts, ends, strict=True)
        if types[a] >= 0
    ]
