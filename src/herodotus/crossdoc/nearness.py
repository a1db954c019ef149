"""How near the documents of a group are to each other, beyond what they all share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from herodotus.crossdoc.stories import NAMES, WORDS, profile
from herodotus.data.statements import Reading

Matrix = NDArray[np.float64]


class Nearness:
    """Three numbers for two documents of a group: likeness in words, likeness in names, and the company that they keep,
    whether both are near to the same others.

    What all documents share weighs nothing, so two happenings of one kind come apart even where both are told in much the
    same words. Compares every two documents; meant for hundreds of them, not for many thousands.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        profiles = [profile(reading) for reading in readings]
        self._at = {p.reading.annotated.document.id: n for n, p in enumerate(profiles)}
        self._words = likeness([p.words for p in profiles])
        self._names = likeness([p.names for p in profiles])
        self._company = company(WORDS * self._words + NAMES * self._names)

    def words(self, a: str, b: str) -> float:
        return float(self._words[self._at[a], self._at[b]])

    def names(self, a: str, b: str) -> float:
        return float(self._names[self._at[a], self._at[b]])

    def company(self, a: str, b: str) -> float:
        """From -1 to 1."""
        return float(self._company[self._at[a], self._at[b]])


def likeness(bags: Sequence[Mapping[str, int]]) -> Matrix:
    """n x n cosines of the bags; counts dampened, terms weighing by how few of the bags hold them, those of one bag
    alone nothing."""
    spread = Counter(term for bag in bags for term in bag)
    columns = {term: n for n, term in enumerate(sorted(t for t, count in spread.items() if count > 1))}
    rows = np.zeros((len(bags), max(1, len(columns))))
    for row, bag in zip(rows, bags, strict=True):
        for term in bag.keys() & columns.keys():
            row[columns[term]] = (1 + math.log(bag[term])) * math.log(len(bags) / spread[term])
    return _cosines(rows)


def company(near: Matrix) -> Matrix:
    """n x n cosines of the rows, each less its mean over the others."""
    others = near - np.diag(np.diag(near))
    centred = others - others.mean(axis=1, keepdims=True)
    np.fill_diagonal(centred, np.diag(near))
    return _cosines(centred)


def _cosines(rows: Matrix) -> Matrix:
    """A row of noughts is like itself alone."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit = rows / np.where(lengths > 0, lengths, 1.0)
    found: Matrix = unit @ unit.T
    np.fill_diagonal(found, 1.0)
    return found
