"""Arithmetic on spans of code points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Pair = tuple[int, int]


def covered(spans: Iterable[Pair], start: int, end: int) -> int:
    """How many code points of start..end the spans cover; the spans must not overlap each other."""
    return sum(max(0, min(e, end) - max(s, start)) for s, e in spans)


def gaps(spans: Sequence[Pair], start: int, end: int) -> list[Pair]:
    """What sorted, disjoint spans leave open of start..end."""
    edges = [start, *(edge for span in spans for edge in span), end]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
