"""What lies between a cue and a word: how far, and how many line breaks, sentence ends and quotation marks.

Training and reading both take their features from here.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from herodotus.models.words import BREAKS, CASES

FAR = 48
BETWEEN = 128
ENDS = frozenset(".!?")
QUOTES = frozenset('"“”«»')

Numbers = NDArray[np.int64]


def counts(words: Sequence[str], shapes: Sequence[int]) -> Numbers:
    """(n + 1) x 3 running counts before each word: lines opened, sentences ended, quotation marks."""
    line = BREAKS.index("line") * len(CASES)
    rows = [(s >= line, w in ENDS, w in QUOTES) for w, s in zip(words, shapes, strict=True)]
    out = np.zeros((len(words) + 1, 3), np.int64)
    if rows:
        np.cumsum(np.asarray(rows, np.int64), axis=0, out=out[1:])
    return out


def distance(first: int, last: int, low: int, high: int) -> Numbers:
    """Words low..high against a cue first..last (ends exclusive): 0 inside it, 1..23 before, 24..46 after;
    exact up to 8 words, then three steps an octave."""
    places = np.arange(low, high)
    before, after = np.maximum(first - places, 0), np.maximum(places - last + 1, 0)
    return _bucket(before) * (before > 0) + (_bucket(after) + 23) * (after > 0)


def _bucket(far: Numbers) -> Numbers:
    wide = np.floor(8 + 3 * np.log2(np.maximum(far, 8) / 8.0)).astype(np.int64)
    return np.minimum(np.where(far <= 8, far, wide), 23)


def between(running: Numbers, cue: tuple[int, int], low: int, high: int) -> Numbers:
    """0..127 for words low..high: side, then lines (to 3), sentence ends (to 3) and quotation marks (0, 1, even,
    odd) from the word to the cue."""
    first, last = cue
    places = np.arange(low, high)
    before = places < last
    from_, to = np.where(before, places, last), np.where(before, first, places)
    to = np.maximum(from_, to)
    lines = np.where(before, running[np.maximum(places, first) + 1, 0] - running[places + 1, 0],
                     running[places + 1, 0] - running[last, 0])  # fmt: skip
    passed = running[to] - running[from_]
    quotes = np.where(passed[:, 2] < 3, passed[:, 2], 2 + passed[:, 2] % 2)
    out: Numbers = ~before * 64 + np.minimum(np.abs(lines), 3) * 16 + np.minimum(passed[:, 1], 3) * 4 + quotes
    return out
