"""Groups that grow: those with the highest average likeness are joined, and only what is touched is looked at."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import isqrt

Pair = tuple[int, int]
SAMPLED = 36
"""Pairs that are compared of two groups, at most: of larger ones, members evenly spread."""


class Groups:
    """Members of each group, the group of each member, how well each group holds together, and what has moved.

    A group is known by the lowest number among its members. `likeness` gives the score of two members, positive where
    they belong together; `cohesion` and `alone` are those of likeness.Weights. `moved` holds, until it is cleared,
    where members were that are elsewhere now or may be (None for new ones).
    """

    __slots__ = ("_alone", "_cohesion", "_inner", "_likeness", "members", "moved", "of")

    def __init__(self, likeness: Callable[[int, int], float], *, cohesion: float, alone: float) -> None:
        self._likeness, self._cohesion, self._alone = likeness, cohesion, alone
        self._inner: dict[int, float] = {}
        self.members: dict[int, list[int]] = {}
        self.moved: dict[int, int | None] = {}
        self.of: list[int] = []

    def open(self) -> int:
        """A group of its own for the next member, whose number it gives."""
        number = len(self.of)
        self.of.append(number)
        self.members[number] = [number]
        self.moved[number] = None
        return number

    def dissolve(self) -> None:
        """Every member a group of its own again."""
        for member, group in enumerate(self.of):
            self.moved.setdefault(member, group)
        self.of = list(range(len(self.of)))
        self.members = {member: [member] for member in self.of}
        self._inner.clear()

    def join(self, seeds: Iterable[Pair]) -> None:
        """Join groups, the best fit first, that have a pair of `seeds` between them; ties go to the lower numbers."""
        beside = self._beside(seeds)
        heap: list[tuple[float, int, int, int, int]] = []
        for a in sorted(beside):
            for b in sorted(b for b in beside[a] if b > a):
                self._propose(heap, a, b)
        while heap:
            _, a, b, *sizes = heapq.heappop(heap)
            if [len(self.members.get(a, ())), len(self.members.get(b, ()))] == sizes:
                self._merge(a, b)
                for other in _shifted(beside, a, b):
                    self._propose(heap, min(a, other), max(a, other))

    def _beside(self, seeds: Iterable[Pair]) -> dict[int, set[int]]:
        beside: dict[int, set[int]] = defaultdict(set)
        for a, b in seeds:
            one, other = self.of[a], self.of[b]
            if one != other:
                beside[one].add(other)
                beside[other].add(one)
        return beside

    def _propose(self, heap: list[tuple[float, int, int, int, int]], a: int, b: int) -> None:
        fit = self.fit(a, b)
        if fit > 0:
            heapq.heappush(heap, (-fit, a, b, len(self.members[a]), len(self.members[b])))

    def fit(self, a: int, b: int) -> float:
        """Average likeness across two groups, less what they hold together better each in itself."""
        across = self._across(a, b)
        within = (self._within(a) + self._within(b)) / 2
        return across - self._cohesion * max(0.0, within - across)

    def _across(self, a: int, b: int) -> float:
        """Average score of the pairs between two groups, or of a sample."""
        small, large = sorted((self.members[a], self.members[b]), key=len)
        few = _spread(small, isqrt(SAMPLED))
        many = _spread(large, SAMPLED // len(few))
        return sum([self._likeness(x, y) for x in few for y in many]) / (len(few) * len(many))

    def _within(self, group: int) -> float:
        """Average score inside a group, with one pair of `alone` more."""
        size = len(self.members[group])
        return (self._inner.get(group, 0.0) + self._alone) / (size * (size - 1) / 2 + 1)

    def _merge(self, kept: int, gone: int) -> None:
        across = self._across(kept, gone) * len(self.members[kept]) * len(self.members[gone])
        self._inner[kept] = self._inner.get(kept, 0.0) + self._inner.pop(gone, 0.0) + across
        leaving = self.members.pop(gone)
        for member in leaving:
            self.moved.setdefault(member, gone)
            self.of[member] = kept
        self.members[kept] = sorted(self.members[kept] + leaving)


def _shifted(beside: dict[int, set[int]], kept: int, gone: int) -> list[int]:
    """Put what was beside one group beside the other; these are given, in order."""
    for other in beside.pop(gone):
        beside[other].discard(gone)
        if other != kept:
            beside[other].add(kept)
            beside[kept].add(other)
    beside[kept].discard(kept)
    return sorted(beside[kept])


def _spread(members: Sequence[int], most: int) -> Sequence[int]:
    """At most so many, evenly spread."""
    if len(members) <= most:
        return members
    return [members[i * len(members) // most] for i in range(most)]
