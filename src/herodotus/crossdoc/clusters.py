"""Grouping by likeness with vetoes; the result does not depend on the order of what comes in."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Scores of the pairs (lower index first) that were compared, and the pairs that must stay apart."""

    scores: Mapping[Pair, float]
    apart: frozenset[Pair] = frozenset()
    unseen: float = -0.5
    """What a pair that was not compared counts for."""


class Linkage(Enum):
    """How alike two groups are: by all pairs between them, or by the nearest that each member has in the other."""

    AVERAGE = "average"
    NEAREST = "nearest"


def clusters(
    count: int, likeness: Likeness, threshold: float = 0.0, linkage: Linkage = Linkage.AVERAGE
) -> list[list[int]]:
    """Join the two groups that are most alike while they are so above the threshold.

    Groups come back sorted. Ties go to the lower indices. About O(p log p) for p compared pairs.
    """
    state = (_Averages if linkage is Linkage.AVERAGE else _Nearest)(count, likeness)
    heap = [(-score, a, b) for (a, b), score in likeness.scores.items() if score > threshold]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if state.current(a, b) and abs(state.alike(a, b) + negative) < 1e-9:
            for other in state.join(a, b):
                alike = state.alike(a, other)
                if alike > threshold:
                    heapq.heappush(heap, (-alike, min(a, other), max(a, other)))
    return sorted(state.members.values())


class _Groups:
    """The groups so far: their members, and who must stay apart."""

    def __init__(self, count: int, likeness: Likeness) -> None:
        self.members = {i: [i] for i in range(count)}
        self.unseen = likeness.unseen
        self.apart: dict[int, set[int]] = {i: set() for i in range(count)}
        for a, b in likeness.apart:
            self.apart[a].add(b)
            self.apart[b].add(a)

    def current(self, a: int, b: int) -> bool:
        """Whether both groups still stand and may be joined."""
        return a in self.members and b in self.members and b not in self.apart[a]

    def merge(self, a: int, b: int) -> None:
        for other in self.apart.pop(b):
            self.apart[other].discard(b)
            self.apart[other].add(a)
            self.apart[a].add(other)
        self.members[a] = sorted(self.members[a] + self.members.pop(b))


class _Averages(_Groups):
    """With the sums and counts of the scores between groups."""

    def __init__(self, count: int, likeness: Likeness) -> None:
        super().__init__(count, likeness)
        self.links: dict[int, dict[int, tuple[float, int]]] = {i: {} for i in range(count)}
        for (a, b), score in likeness.scores.items():
            self.links[a][b] = self.links[b][a] = (score, 1)

    def alike(self, a: int, b: int) -> float:
        total, number = self.links[a][b]
        pairs = len(self.members[a]) * len(self.members[b])
        return (total + self.unseen * (pairs - number)) / pairs

    def join(self, a: int, b: int) -> Iterable[int]:
        """Put `b` into `a`; what is left are the groups whose scores to `a` changed."""
        own = self.links[a]
        del own[b]
        for other, (more, count) in self.links.pop(b).items():
            if other != a:
                total, number = own.get(other, (0.0, 0))
                own[other] = self.links[other][a] = (total + more, number + count)
                del self.links[other][b]
        self.merge(a, b)
        return own.keys() - self.apart[a]


class _Nearest(_Groups):
    """With the score of each member of a group with the nearest one of another."""

    def __init__(self, count: int, likeness: Likeness) -> None:
        super().__init__(count, likeness)
        self.links: dict[int, dict[int, dict[int, float]]] = {i: {} for i in range(count)}
        for (a, b), score in likeness.scores.items():
            self.links[a][b], self.links[b][a] = {a: score}, {b: score}

    def alike(self, a: int, b: int) -> float:
        """The smaller group counts for more: what is said once joins what it fits, whatever else is said there."""
        one, other = len(self.members[a]), len(self.members[b])
        return (other * self._toward(a, b) + one * self._toward(b, a)) / (one + other)

    def _toward(self, a: int, b: int) -> float:
        near, size = self.links[a][b], len(self.members[a])
        return (sum(near.values()) + self.unseen * (size - len(near))) / size

    def join(self, a: int, b: int) -> Iterable[int]:
        """Put `b` into `a`; what is left are the groups whose scores to `a` changed."""
        own = self.links[a]
        del own[b]
        for other, more in self.links.pop(b).items():
            if other != a:
                own.setdefault(other, {}).update(more)
                there = self.links[other]
                nearer = there.setdefault(a, {})
                for member, score in there.pop(b).items():
                    nearer[member] = max(score, nearer.get(member, score))
        self.merge(a, b)
        return own.keys() - self.apart[a]
