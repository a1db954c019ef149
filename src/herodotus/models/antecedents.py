"""What two mentions of one text have in common before anything is known of their meaning: how far apart they are, and
how their words match.

Training and reading both take their features from here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

FAR = 12
MATCHES = 10
REACH = 64  # words on either side of its head within which a mention begins and ends
CLASSES = (
    "i me my mine myself",
    "we us our ours ourselves",
    "you your yours yourself yourselves",
    "he him his himself",
    "she her hers herself",
    "it its itself",
    "they them their theirs themselves",
    "this that these those",
    "who whom whose which",
)
PRONOUNS = {word: number for number, words in enumerate(CLASSES, start=1) for word in words.split()}
LIGHT = frozenset(
    "the a an of and in on for to 's ’s , . - this that these those his her its their our my".split()  # noqa: SIM905
)

Numbers = NDArray[np.int64]


class Phrase(NamedTuple):
    """Words first..last (end exclusive) with `head` among them."""

    first: int
    last: int
    head: int


def far(heads: Numbers, begin: int = 0) -> Numbers:
    """For the mentions from `begin` on (rows) against all (columns): how many words the column's head stands before the
    row's; exact to 4, then one step an octave."""
    apart = np.maximum(heads[begin:, None] - heads[None], 1)
    steps = np.minimum(np.arange(int(apart.max(initial=1)) + 1), 2**FAR)
    wide = 3 + np.floor(np.log2(np.maximum(steps, 4) / 2.0)).astype(np.int64)
    out: Numbers = np.minimum(np.where(steps <= 4, steps - 1, wide), FAR - 1)[apart]
    return out


def matches(phrases: Sequence[Phrase], words: Sequence[str], begin: int = 0) -> Numbers:
    """For the phrases from `begin` on (rows) against all (columns), 0..MATCHES-1.

    For two pronouns: 1 of one class, 2 of two; for one: 3 in the row, 4 in the column. Otherwise 5 the same words,
    6 the same head, 7 the head of one among the other's words, 8 other words in common, 0 nothing; 9 where one lies
    inside the other.
    """
    numbers: dict[str, int] = {}
    ids = [numbers.setdefault(word.lower(), len(numbers)) for word in words]
    heads = np.array([ids[p.head] for p in phrases], np.int64)
    heavy = _heavy(phrases, ids, {numbers[w] for w in LIGHT if w in numbers})
    whole: dict[tuple[int, ...], int] = {}
    same = np.array([whole.setdefault(row, len(whole)) for row in heavy], np.int64)
    holds, column = _held(heavy, len(numbers))
    has = holds[:, column[heads]] > 0
    out = np.where(holds[begin:] @ holds.T > 0, 8, 0)
    out[has[begin:] | has.T[begin:]] = 7
    out[heads[begin:, None] == heads[None]] = 6
    out[same[begin:, None] == same[None]] = 5
    kinds = np.array(
        [PRONOUNS.get(words[p.head].lower(), 0) if p.last - p.first == 1 else 0 for p in phrases], np.int64
    )
    out[kinds[begin:] > 0] = 3
    out[:, kinds > 0] = np.where(kinds[begin:, None] > 0, 2, 4)
    out[(kinds[begin:, None] == kinds[None]) & (kinds[None] > 0)] = 1
    first, last = (np.array([p[i] for p in phrases], np.int64) for i in (0, 1))
    within = (first[begin:, None] >= first[None]) & (last[begin:, None] <= last[None])
    around = (first[begin:, None] <= first[None]) & (last[begin:, None] >= last[None])
    out[within | around] = 9
    return out


def _heavy(phrases: Sequence[Phrase], ids: Sequence[int], light: set[int]) -> list[tuple[int, ...]]:
    """The numbers of each phrase's words without articles and the like; a long phrase counts around its head only."""
    return [
        tuple(i for i in ids[max(p.first, p.head - 8) : min(p.last, p.head + 9)] if i not in light)
        or (ids[p.head],)
        for p in phrases
    ]


def _held(heavy: Sequence[tuple[int, ...]], size: int) -> tuple[NDArray[np.float32], Numbers]:
    """Which phrase holds which of the words that several hold; the column of each word, the last one (all zero) for
    those that only one holds."""
    rows = np.repeat(np.arange(len(heavy)), [len(row) for row in heavy])
    cells = np.array([i for row in heavy for i in row], np.int64)
    common = np.flatnonzero(np.bincount(cells, minlength=size) > 1)
    column = np.full(size, len(common))
    column[common] = np.arange(len(common))
    holds = np.zeros((len(heavy), len(common) + 1), np.float32)
    holds[rows, column[cells]] = 1
    holds[:, -1] = 0
    return holds, column
