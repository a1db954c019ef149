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


def far(heads: Numbers) -> Numbers:
    """n x n: how many words the column's head stands before the row's; exact to 4, then one step an octave."""
    apart = np.maximum(heads[:, None] - heads[None], 1)
    wide = 3 + np.floor(np.log2(np.maximum(apart, 4) / 2.0)).astype(np.int64)
    out: Numbers = np.minimum(np.where(apart <= 4, apart - 1, wide), FAR - 1)
    return out


def matches(phrases: Sequence[Phrase], words: Sequence[str]) -> Numbers:
    """n x n, 0..MATCHES-1. For two pronouns: 1 of one class, 2 of two; for one: 3 in the row, 4 in the column.
    Otherwise 5 the same words, 6 the same head, 7 the head of one among the other's words, 8 other words in common, 0
    nothing; 9 where one lies inside the other."""
    numbers: dict[str, int] = {}
    lower = [[numbers.setdefault(w, len(numbers)) for w in _heavy(p, words)] for p in phrases]
    heads = np.array([numbers.setdefault(words[p.head].lower(), len(numbers)) for p in phrases], np.int64)
    whole: dict[tuple[int, ...], int] = {}
    same = np.array([whole.setdefault(tuple(row), len(whole)) for row in lower], np.int64)
    holds = np.zeros((len(phrases), len(numbers)), np.float32)
    for row, found in enumerate(lower):
        holds[row, found] = 1
    shared = holds @ holds.T > 0
    has = holds[:, heads] > 0
    out = np.where(shared, 8, 0)
    out[has | has.T] = 7
    out[heads[:, None] == heads[None]] = 6
    out[same[:, None] == same[None]] = 5
    kinds = np.array(
        [PRONOUNS.get(words[p.head].lower(), 0) if p.last - p.first == 1 else 0 for p in phrases], np.int64
    )
    here, there = kinds[:, None] > 0, kinds[None] > 0
    out[here & ~there] = 3
    out[~here & there] = 4
    out[here & there] = 2
    out[here & there & (kinds[:, None] == kinds[None])] = 1
    first, last = (np.array([p[i] for p in phrases], np.int64) for i in (0, 1))
    inside: NDArray[np.bool_] = (first[:, None] >= first[None]) & (last[:, None] <= last[None])
    out[inside | inside.T] = 9
    return out


def _heavy(phrase: Phrase, words: Sequence[str]) -> list[str]:
    """Its words in small letters without articles and the like; a long phrase counts around its head only."""
    first, last = max(phrase.first, phrase.head - 8), min(phrase.last, phrase.head + 9)
    kept = [w for w in (words[i].lower() for i in range(first, last)) if w not in LIGHT]
    return kept or [words[phrase.head].lower()]
