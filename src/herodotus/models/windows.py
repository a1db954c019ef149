"""Cuts a long run of words into windows that the encoder can read, and says which window answers for which word."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

PIECES = 382  # word pieces of text in a window, as in training
OVERLAP = 96


class Window(NamedTuple):
    """Words first..last (end exclusive); it answers for own_first..own_last."""

    first: int
    last: int
    own_first: int
    own_last: int


def windows(sizes: Sequence[int], breaks: Sequence[int]) -> list[Window]:
    """`sizes` is the number of pieces of each word, `breaks` the words that open a paragraph (sorted).

    A window ends at a paragraph where one lies in its second half; the words that two windows share are split
    at a paragraph near the middle of what they share, so that sentences stay in one piece.
    """
    opens, cuts, start = set(breaks), [], 0
    totals = list(itertools.accumulate(sizes, initial=0))
    while True:
        end = bisect_right(totals, totals[start] + PIECES) - 1
        if end < len(sizes):
            end = next((i for i in range(end, start + (end - start) // 2, -1) if i in opens), end)
        cuts.append((start, end))
        if end >= len(sizes):
            break
        start = max(start + 1, bisect_right(totals, totals[end] - OVERLAP) - 1)
    return _owned(cuts, opens)


def _owned(cuts: Sequence[tuple[int, int]], opens: set[int]) -> list[Window]:
    seams = [0]
    for (_, end), (start, _) in itertools.pairwise(cuts):
        middle = (start + end) // 2
        inside = [i for i in range(start + 1, end) if i in opens]
        seams.append(min(inside, key=lambda i: abs(i - middle)) if inside else middle)
    seams.append(cuts[-1][1])
    return [Window(a, b, seams[i], seams[i + 1]) for i, (a, b) in enumerate(cuts)]
