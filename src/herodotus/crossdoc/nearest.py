"""Which articles are worth comparing with one: those that share its rarest terms."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import nlargest

LATEST = 16
"""Articles that are kept for a term, the last to come; what is in all papers brings up those of the day."""
LOOKED_UP = 28
"""Terms of an article that are looked up, the weightiest first."""
NEAREST = 8
"""Articles that one is compared with, at most: the others of its story are found through these."""
LEAST = 0.1
"""Share of its weight that an article has to have in common with another to be compared with it: on the casualties, one
pair in a hundred that would speak for one story has less."""


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

    def near(self, article: int, weights: Mapping[int, float], most: int = NEAREST) -> list[int]:
        """The articles with most weight in common, the nearest first; `weights` are those of the terms of `article`,
        in bags of length 1."""
        shared: dict[int, float] = defaultdict(float)
        for term in sorted(weights, key=weights.__getitem__, reverse=True)[:LOOKED_UP]:
            weight = weights[term] ** 2
            for other in self._latest.get(term, ())[-LATEST:]:
                shared[other] += weight
        shared.pop(article, None)
        enough = [(share, other) for other, share in shared.items() if share > LEAST]
        return [other for _, other in nlargest(most, enough)]
