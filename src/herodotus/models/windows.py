"""Cuts a long run of words into windows that the encoder can read, and says which window answers for which word."""

from __future__ import annotations

import itertools
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
    while True:
        end = _fill(sizes, start)
        if end < len(sizes):
            end = next((i for i in range(end, start + (end - start) // 2, -1) if i in opens), end)
        cuts.append((start, end))
        if end >= len(sizes):
            break
        start = _step_back(sizes, start, end)
    return _owned(cuts, opens)


def _fill(sizes: Sequence[int], start: int) -> int:
    used, end = 0, start
    while end < len(sizes) and used + sizes[end] <= PIECES:
        used += sizes[end]
        end += 1
    return end


def _step_back(sizes: Sequence[int], start: int, end: int) -> int:
    back, used = end, 0
    while back > start + 1 and used < OVERLAP:
        back -= 1
        used += sizes[back]
    return back


def _owned(cuts: Sequence[tuple[int, int]], opens: set[int]) -> list[Window]:
    seams = [0]
    for (_, end), (start, _) in itertools.pairwise(cuts):
        middle = (start + end) // 2
        inside = [i for i in range(start + 1, end) if i in opens]
        seams.append(min(inside, key=lambda i: abs(i - middle)) if inside else middle)
    seams.append(cuts[-1][1])
    return [Window(a, b, seams[i], seams[i + 1]) for i, (a, b) in enumerate(cuts)]
