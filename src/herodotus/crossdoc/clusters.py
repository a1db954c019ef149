"""Grouping by average likeness with vetoes; the result does not depend on the order of what comes in."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Scores of the pairs (lower index first) that were compared, and the pairs that must stay apart."""

    scores: Mapping[Pair, float]
    apart: frozenset[Pair] = frozenset()
    unseen: float = -0.5
    """What a pair that was not compared counts for."""


def clusters(count: int, likeness: Likeness, threshold: float = 0.0) -> list[list[int]]:
    """Join the two groups with the highest average score while it is above the threshold.

    Groups come back sorted. Ties go to the lower indices. About O(p log p) for p compared pairs.
    """
    state = _State(count, likeness)
    heap = [(-score, a, b) for (a, b), score in likeness.scores.items() if score > threshold]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if state.current(a, b) and abs(state.average(a, b) + negative) < 1e-9:
            for other in state.join(a, b):
                average = state.average(a, other)
                if average > threshold:
                    heapq.heappush(heap, (-average, min(a, other), max(a, other)))
    return sorted(state.members.values())


class _State:
    """The groups so far: their members, the sums and counts of scores between them, who must stay apart."""

    def __init__(self, count: int, likeness: Likeness) -> None:
        self.members = {i: [i] for i in range(count)}
        self.unseen = likeness.unseen
        self.links: dict[int, dict[int, tuple[float, int]]] = {i: {} for i in range(count)}
        self.apart: dict[int, set[int]] = {i: set() for i in range(count)}
        for (a, b), score in likeness.scores.items():
            self.links[a][b] = self.links[b][a] = (score, 1)
        for a, b in likeness.apart:
            self.apart[a].add(b)
            self.apart[b].add(a)

    def average(self, a: int, b: int) -> float:
        total, number = self.links[a][b]
        pairs = len(self.members[a]) * len(self.members[b])
        return (total + self.unseen * (pairs - number)) / pairs

    def current(self, a: int, b: int) -> bool:
        """Whether both groups still stand and may be joined."""
        return a in self.members and b in self.members and b not in self.apart[a]

    def join(self, a: int, b: int) -> Iterable[int]:
        """Put `b` into `a`; what is left are the groups whose scores to `a` changed."""
        own = self.links[a]
        del own[b]
        for other, (more, count) in self.links.pop(b).items():
            if other != a:
                total, number = own.get(other, (0.0, 0))
                own[other] = self.links[other][a] = (total + more, number + count)
                del self.links[other][b]
        for other in self.apart.pop(b):
            self.apart[other].discard(b)
            self.apart[other].add(a)
            self.apart[a].add(other)
        self.members[a] = sorted(self.members[a] + self.members.pop(b))
        return own.keys() - self.apart[a]
