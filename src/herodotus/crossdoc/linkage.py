"""Groups that grow: those with the highest average likeness are joined, and only what is touched is looked at."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

Pair = tuple[int, int]
SAMPLED = 36
"""Pairs that are compared of two groups, at most: of larger ones, members evenly spread."""


class Groups:
    """Members of each group by its number, the group of each member, and how well each group holds together.

    `likeness` gives the score of two members, positive where they belong together; `cohesion` and `alone` are those
    of likeness.Weights.
    """

    __slots__ = ("_alone", "_cohesion", "_inner", "_likeness", "members", "of")

    def __init__(self, likeness: Callable[[int, int], float], *, cohesion: float, alone: float) -> None:
        self._likeness, self._cohesion, self._alone = likeness, cohesion, alone
        self._inner: dict[int, float] = {}
        self.members: dict[int, list[int]] = {}
        self.of: list[int] = []

    def open(self) -> int:
        """A group of its own for the next member, whose number it gives."""
        number = len(self.of)
        self.of.append(number)
        self.members[number] = [number]
        return number

    def join(self, seeds: Iterable[Pair]) -> list[Pair]:
        """Join groups, the best fit first, that have a pair of `seeds` between them; gives (kept, absorbed) in order.

        Deterministic: ties go to the lower numbers. The larger group keeps its number, of equal ones the lower.
        """
        beside = self._beside(seeds)
        heap: list[tuple[float, int, int, int, int]] = []
        for a in sorted(beside):
            for b in sorted(b for b in beside[a] if b > a):
                self._propose(heap, a, b)
        joined: list[Pair] = []
        while heap:
            _, a, b, *sizes = heapq.heappop(heap)
            if [len(self.members.get(a, ())), len(self.members.get(b, ()))] != sizes:
                continue
            kept, gone = (a, b) if (len(self.members[a]), -a) >= (len(self.members[b]), -b) else (b, a)
            self._merge(kept, gone)
            joined.append((kept, gone))
            for other in _moved(beside, kept, gone):
                self._propose(heap, min(kept, other), max(kept, other))
        return joined

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
        left, right = self.members[a], self.members[b]
        few = max(int(SAMPLED**0.5), SAMPLED // max(len(left), len(right)))
        if len(left) <= len(right):
            left = _spread(left, few)
            right = _spread(right, SAMPLED // len(left))
        else:
            right = _spread(right, few)
            left = _spread(left, SAMPLED // len(right))
        return sum([self._likeness(x, y) for x in left for y in right]) / (len(left) * len(right))

    def _within(self, group: int) -> float:
        """Average score inside a group, with one pair of `alone` more."""
        size = len(self.members[group])
        return (self._inner.get(group, 0.0) + self._alone) / (size * (size - 1) / 2 + 1)

    def _merge(self, kept: int, gone: int) -> None:
        across = self._across(kept, gone) * len(self.members[kept]) * len(self.members[gone])
        self._inner[kept] = self._inner.get(kept, 0.0) + self._inner.pop(gone, 0.0) + across
        moved = self.members.pop(gone)
        for member in moved:
            self.of[member] = kept
        self.members[kept] = sorted(self.members[kept] + moved)


def _moved(beside: dict[int, set[int]], kept: int, gone: int) -> list[int]:
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
