"""Which things of a document stand inside which words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from herodotus.data.documents import Span


class Standing:
    """Where the things of one kind stand in a document; they are known by their number."""

    __slots__ = ("_ends", "_numbers", "_starts")

    def __init__(self, spans: Sequence[Span]) -> None:
        self._numbers = sorted(range(len(spans)), key=spans.__getitem__)
        self._starts = [spans[n].start for n in self._numbers]
        self._ends = [spans[n].end for n in self._numbers]

    def inside(self, words: Iterable[Span]) -> list[int]:
        """The numbers, in order, of those that stand wholly inside one of the spans."""
        found: set[int] = set()
        for start, end in words:
            first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
            found.update(self._numbers[i] for i in range(first, last) if self._ends[i] <= end)
        return sorted(found)
