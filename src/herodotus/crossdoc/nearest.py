"""Which articles are worth comparing with one: those that share its rarest terms."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from heapq import nlargest

LATEST = 64
"""Articles that are kept for a term, the last to come; what is in all papers brings up those of the day."""
LOOKED_UP = 48
"""Terms of an article that are looked up, the weightiest first."""
NEAREST = 24
"""Articles that one is compared with."""


class Index:
    """For each term, the latest articles in which it is found."""

    __slots__ = ("_latest",)

    def __init__(self) -> None:
        self._latest: dict[int, array[int]] = {}

    def add(self, article: int, terms: Iterable[int]) -> None:
        for term in terms:
            latest = self._latest.setdefault(term, array("I"))
            latest.append(article)
            if len(latest) >= 2 * LATEST:
                del latest[:-LATEST]

    def near(self, article: int, weights: Mapping[int, float]) -> list[int]:
        """The articles with most weight of terms in common, at most NEAREST; `weights` of the terms of `article`."""
        shared: dict[int, float] = {}
        for term in nlargest(LOOKED_UP, weights, key=lambda t: (weights[t], t)):
            weight = weights[term] ** 2
            for other in self._latest.get(term, ())[-LATEST:]:
                shared[other] = shared.get(other, 0.0) + weight
        shared.pop(article, None)
        return nlargest(NEAREST, shared, key=lambda other: (shared[other], other))
