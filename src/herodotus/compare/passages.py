"""The passages that two texts share word for word, told from quotations and page furniture."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from herodotus.compare.texts import WORD
from herodotus.data.documents import Document, Span

RUN = 6
"""Words in a row that a passage has at least (as `texts.RUN`)."""
GAP = 3
"""Words that may differ between two runs of one passage: a name corrected, a day put in."""
LEAST = 40
"""Words of an article below which the capture is taken to be nothing but furniture: a picture with its caption."""
BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, so that multiplying by it loses nothing of a 64-bit hash
APOSTROPHES = str.maketrans("’‘`", "'''")
QUOTED = re.compile(
    r"“[^“”\n]*(?:”|(?=\n|$))"
    r'|"[^"\n]*(?:"|(?=\n|$))'
    r"|‘‘[^\n]*?(?:’’|(?=\n|$))"
    r"|(?<![\w'’])['‘](?=\w)[^\n“”\"]{15,600}?(?<=[\w.,!?…])['’](?![\w'’])",
    re.MULTILINE,
)
POSTED = re.compile(r"^([^\n]+)\n+[^\w\n]{0,3}[^\n]{2,60}\(@\w+\)[^\n]*$", re.MULTILINE)
"""A post that is shown with its writer's name and handle below."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two texts share: their place in each, how many `words` there are in the first, and the `runs` of which
    it is made, which are word for word the same."""

    a: Span
    b: Span
    words: int
    runs: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text without its page furniture.

    `spans` are their places, `told` whether each stands outside quotations (bool), `breaks` whether furniture stands
    before it (bool), `runs` the hash of the RUN words from each on (uint64; RUN - 1 fewer than words).
    """

    spans: Sequence[Span]
    told: NDArray[np.bool_]
    breaks: NDArray[np.bool_]
    runs: NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.spans)

    def told_in(self, spans: Iterable[Span]) -> int:
        """How many words outside quotations stand in some spans, which may overlap."""
        starts = [span.start for span in self.spans]
        inside = np.zeros(len(starts), np.bool_)
        for start, end in spans:
            inside[bisect_left(starts, start) : bisect_left(starts, end)] = True
        return int((inside & self.told).sum())


def words(document: Document) -> Words:
    """The words of the article; where next to nothing but page furniture was captured, those of the whole text."""
    found = _words(document.text, [region.span for region in document.regions])
    return found if len(found) >= LEAST else _words(document.text, ())


def _words(text: str, left_out: Sequence[Span]) -> Words:
    starts = [span.start for span in left_out]
    spans: list[Span] = []
    parts: list[int] = []
    for found in WORD.finditer(text):
        part = bisect_right(starts, found.start())
        if not part or left_out[part - 1].end <= found.start():
            spans.append(Span(*found.span()))
            parts.append(part)
    numbers = [crc32(span.of(text).lower().translate(APOSTROPHES).encode()) for span in spans]
    places = np.array(parts, np.int64)
    return Words(spans, _told(text, spans), np.diff(places, prepend=places[:1]) > 0, _runs(numbers))


def _told(text: str, spans: Sequence[Span]) -> NDArray[np.bool_]:
    quoted = np.zeros(len(text) + 1, np.int32)
    for start, end in quotations(text):
        quoted[start] += 1
        quoted[end] -= 1
    inside = np.cumsum(quoted) > 0
    return ~inside[np.fromiter((s.start for s in spans), np.int64, len(spans))]


def quotations(text: str) -> Iterator[Span]:
    """What stands in quotation marks (to the end of the paragraph where they are not closed), and posts."""
    yield from (Span(*found.span()) for found in QUOTED.finditer(text))
    yield from (Span(*found.span()) for found in POSTED.finditer(text))


def _runs(numbers: Sequence[int]) -> NDArray[np.uint64]:
    """The hash of every RUN words."""
    if len(numbers) < RUN:
        return np.zeros(0, np.uint64)
    given = np.array(numbers, np.uint64)
    total = np.zeros(len(given) - RUN + 1, np.uint64)
    for k in range(RUN):
        total = (total * BASE) ^ given[k : len(given) - RUN + 1 + k]
        total ^= total >> np.uint64(29)
    return total * BASE


def shared(a: Words, b: Words) -> list[Passage]:
    """The passages that stand in both, in the order of the first; none overlaps another there."""
    pieces = [piece for run in _found(a, b) for piece in _cut(run, a, b)]
    return [_passage(group, a, b) for group in _joined(pieces, a, b)]


Run = tuple[int, int, int, int]
"""Words of a from the first to before the second number, of b from the third to before the fourth; as many in both."""


def _found(a: Words, b: Words) -> Iterator[Run]:
    """Runs word for word, the longest from each place on; one that goes on where the last ended comes first."""
    order = np.argsort(b.runs, kind="stable")
    ranked = b.runs[order]
    low, high = np.searchsorted(ranked, a.runs, "left"), np.searchsorted(ranked, a.runs, "right")
    i, last = 0, 0
    for i_next in np.flatnonzero(high > low):
        if i_next < i:
            continue
        i = int(i_next)
        near = sorted(order[low[i] : high[i]].tolist(), key=lambda j: abs(j - last))[:8]
        length, j = max((_length(a.runs, b.runs, i, j), -n, j) for n, j in enumerate(near))[::2]
        yield i, i + length + RUN - 1, j, j + length + RUN - 1
        i, last = i + length + RUN - 1, j + length + RUN - 1


def _length(a: NDArray[np.uint64], b: NDArray[np.uint64], i: int, j: int) -> int:
    """How many hashes from the places on are the same in both."""
    most = min(len(a) - i, len(b) - j)
    differ = np.flatnonzero(a[i : i + most] != b[j : j + most])
    return int(differ[0]) if len(differ) else most


def _cut(run: Run, a: Words, b: Words) -> Iterator[Run]:
    """The run in pieces that no furniture interrupts."""
    start_a, end_a, start_b, end_b = run
    broken = np.flatnonzero(a.breaks[start_a:end_a] | b.breaks[start_b:end_b]).tolist()
    for first, last in pairwise(sorted({0, *broken, end_a - start_a})):
        yield start_a + first, start_a + last, start_b + first, start_b + last


def _joined(pieces: Sequence[Run], a: Words, b: Words) -> list[list[Run]]:
    """Pieces with few differing words and no furniture between them as one."""
    found: list[list[Run]] = []
    for piece in pieces:
        _, end_a, _, end_b = found[-1][-1] if found else (0, -1, 0, -1)
        near = 0 <= piece[0] - end_a <= GAP and 0 <= piece[2] - end_b <= GAP and bool(found)
        if near and not (a.breaks[end_a : piece[0] + 1].any() or b.breaks[end_b : piece[2] + 1].any()):
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _passage(group: Sequence[Run], a: Words, b: Words) -> Passage:
    runs = tuple(
        (Span(a.spans[i].start, a.spans[j - 1].end), Span(b.spans[k].start, b.spans[m - 1].end))
        for i, j, k, m in group
    )
    (first_a, first_b), (last_a, last_b) = runs[0], runs[-1]
    words = group[-1][1] - group[0][0]
    return Passage(Span(first_a.start, last_a.end), Span(first_b.start, last_b.end), words, runs)
