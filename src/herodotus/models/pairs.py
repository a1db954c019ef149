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
Ends = int | Numbers


def counts(words: Sequence[str], shapes: Sequence[int]) -> Numbers:
    """(n + 1) x 3 running counts before each word: lines opened, sentences ended, quotation marks."""
    line = BREAKS.index("line") * len(CASES)
    found = ([s >= line for s in shapes], [w in ENDS for w in words], [w in QUOTES for w in words])
    out = np.zeros((len(words) + 1, 3), np.int64)
    np.cumsum(np.array(found, np.int64), axis=1, out=out[1:].T)
    return out


def distance(first: int, last: int, low: int, high: int) -> Numbers:
    """Words low..high against a cue first..last (ends exclusive): 0 inside it, 1..23 before, 24..46 after;
    exact up to 8 words, then three steps an octave."""
    return distances(first, last, np.arange(low, high))


def distances(first: Ends, last: Ends, places: Numbers) -> Numbers:
    """The same for any words, each against a cue of its own."""
    before, after = np.maximum(first - places, 0), np.maximum(places - last + 1, 0)
    out: Numbers = _STEPS[np.minimum(before, _FARTHEST)] + _STEPS_AFTER[np.minimum(after, _FARTHEST)]
    return out


_FARTHEST = 256  # words from which on nothing is farther
_WORDS = np.arange(_FARTHEST + 1)
_STEPS = np.where(_WORDS <= 8, _WORDS, np.floor(8 + 3 * np.log2(np.maximum(_WORDS, 8) / 8.0))).astype(
    np.int64
)
_STEPS_AFTER = np.where(_WORDS > 0, _STEPS + 23, 0)


def between(running: Numbers, cue: tuple[int, int], low: int, high: int) -> Numbers:
    """0..127 for words low..high: side, then lines (to 3), sentence ends (to 3) and quotation marks (0, 1, even,
    odd) from the word to the cue."""
    return betweens(running, *cue, np.arange(low, high))


def betweens(running: Numbers, first: Ends, last: Ends, places: Numbers) -> Numbers:
    """The same for any words, each against a cue of its own."""
    after = places >= last
    line, end, quote = np.ascontiguousarray(running.T)
    from_, to = np.where(after, last, places), np.where(after, places, np.maximum(places, first))
    # A word's own line break stands before it, so lines are counted from behind the word or the cue's first one.
    lines = line[to + 1] - line[from_ + ~after]
    ends, quotes = end[to] - end[from_], quote[to] - quote[from_]
    out: Numbers = (
        after * 64 + np.minimum(lines, 3) * 16 + np.minimum(ends, 3) * 4 + np.minimum(quotes, 2 + quotes % 2)
    )
    return out
