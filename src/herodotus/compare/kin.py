"""How near two words are in meaning: "missile" and "rocket", "sell" and "buy"; which side is which it does not tell.

words.npz holds the vectors that the reading model has for whole words, made small (`python -m training.words`); a word
that is not among them is near to nothing but itself.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from herodotus.compare.families import family
from herodotus.compare.texts import stem

TABLE = Path(__file__).with_name("words.npz")
Vectors = NDArray[np.float32]


def near(a: str, b: str) -> float:
    """From 0 to 1: 1 for words of one root, 0 also where one of them is not known."""
    if family(a) == family(b):
        return 1.0
    return max(0.0, float(vector(a) @ vector(b)))


@lru_cache(maxsize=65_536)
def vector(word: str) -> Vectors:
    """The vector of a word, of length 1 (float32, 64), of its stem where only that is known; zero for one that is not
    known at all."""
    known, table = _table()
    row = known.get(word.lower(), known.get(stem(word), -1))
    if row < 0:
        return np.zeros(table.shape[1], np.float32)
    found = table[row].astype(np.float32)
    return np.asarray(found / np.linalg.norm(found), np.float32)


@cache
def _table() -> tuple[dict[str, int], NDArray[np.int8]]:
    with np.load(TABLE) as held:
        words: list[str] = str(held["words"]).split("\n")
        return {word: row for row, word in enumerate(words)}, held["vectors"]
