"""Sources and contents of every cue, decoded pair by pair: this cue, that word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from herodotus.annotation.bio import Run, best, chances, collected, lead, runs
from herodotus.data.annotations import Attribution
from herodotus.data.documents import Span
from herodotus.models import pairs
from herodotus.models.reader import Floats, Layers, relu

REACH = (
    160  # words on either side of a cue that may be its source or content; 99.5% lie within, PolNeAR train
)
MARGIN = 5.0  # logits by which "outside" must lead for a word to be left out before decoding
SOURCE, CONTENT = 0, 1


class Reach(NamedTuple):
    """The words first..last (end exclusive) that may belong to a cue, in rows from `row` on of one array for all."""

    first: int
    last: int
    row: int

    @property
    def end(self) -> int:
        return self.row + self.last - self.first


def attributions(layers: Layers, text: str) -> tuple[Attribution, ...]:
    """In the order of their cues. A fragment never crosses a line break, as in PolNeAR."""
    lines = _lines(layers, text)
    cues = runs(layers.cue, lines)
    if not cues:
        return ()
    wide = _rows((max(0, c.first - REACH), min(len(layers.words), c.last + REACH)) for c in cues)
    scores = pair_scores(layers, cues, wide)
    near, scores = _narrowed(wide, scores)
    labels = best(scores, [reach.row for reach in near if reach.first < reach.last])
    breaks = [reach.row + word - reach.first for reach in near for word in _opening(reach, lines)]
    found = collected(labels, chances(scores, labels), breaks)
    rows = [run.first for run in found]
    return tuple(
        _attribution(layers, cue, reach, found[bisect_left(rows, reach.row) : bisect_left(rows, reach.end)])
        for cue, reach in zip(cues, near, strict=True)
    )


def _rows(ends: Iterable[tuple[int, int]]) -> list[Reach]:
    """Reaches one behind the other."""
    reaches, row = [], 0
    for first, last in ends:
        reaches.append(Reach(first, last, row))
        row = reaches[-1].end
    return reaches


def _narrowed(reaches: Sequence[Reach], scores: Floats) -> tuple[list[Reach], Floats]:
    """Without the words at both ends of a reach that are surely no part of it; a reach may be left without any."""
    may = np.flatnonzero(lead(scores) < MARGIN)
    edges = np.searchsorted(may, [reach.row for reach in reaches] + [len(scores)]).tolist()
    rows = [
        (int(may[a]), int(may[b - 1]) + 1) if a < b else (reach.row, reach.row)
        for reach, a, b in zip(reaches, edges, edges[1:], strict=False)
    ]
    kept = np.concatenate([scores[start:end] for start, end in rows])
    words = zip((reach.first - reach.row for reach in reaches), rows, strict=True)
    return _rows((start + shift, end + shift) for shift, (start, end) in words), kept


def _opening(reach: Reach, lines: Sequence[int]) -> Sequence[int]:
    """The first word of a reach, and those that open a line in it."""
    if reach.first == reach.last:
        return ()
    return (reach.first, *lines[bisect_right(lines, reach.first) : bisect_left(lines, reach.last)])


def _lines(layers: Layers, text: str) -> list[int]:
    """Words that open a line."""
    pairs = zip(layers.words, layers.words[1:], strict=False)
    return [i for i, (a, b) in enumerate(pairs, 1) if "\n" in text[a.end : b.start]]


def _attribution(layers: Layers, cue: Run, reach: Reach, found: Sequence[Run]) -> Attribution:
    """`found` are the rows of the reach that are source or content."""
    shift = reach.first - reach.row
    spans = {
        role: tuple(_span(layers, r.first + shift, r.last + shift) for r in found if r.type == role)
        for role in (SOURCE, CONTENT)
    }
    certainty = sum(r.score for r in found) / len(found) if found else 0.0
    return Attribution(
        spans[SOURCE], (_span(layers, cue.first, cue.last),), spans[CONTENT], round(cue.score * certainty, 3)
    )


def pair_scores(layers: Layers, cues: Sequence[Run], reaches: Sequence[Reach]) -> Floats:
    """Logits of every word of every reach: outside, source begin / inside, content begin / inside."""
    owner = np.repeat(np.arange(len(cues)), [reach.last - reach.first for reach in reaches])
    first, last, shift = (
        np.array(column)[owner]
        for column in zip(
            *((c.first, c.last, r.first - r.row) for c, r in zip(cues, reaches, strict=True)), strict=True
        )
    )
    places = np.arange(len(owner)) + shift
    far = pairs.distances(first, last, places)
    between = pairs.betweens(layers.running, first, last, places)
    scores = [
        _scores(layers, cue, reach, far[reach.row : reach.end], between[reach.row : reach.end])
        for cue, reach in zip(cues, reaches, strict=True)
    ]
    return np.concatenate(scores)


def _scores(layers: Layers, cue: Run, reach: Reach, far: pairs.Numbers, between: pairs.Numbers) -> Floats:
    """The logits of one reach: what stays in the processor's nearest memory is fast."""
    first, last, small = cue.first, cue.last, layers.small
    own = (layers.link_cue[first] + layers.link_cue[last - 1]) / 2
    hidden = small.far.take(far, axis=0)
    hidden += small.between.take(between, axis=0)
    hidden += layers.link_word[reach.first : reach.last] + own
    keys = layers.link_key[reach.first : reach.last]
    query = (layers.link_query[first] + layers.link_query[last - 1]).reshape(-1, keys.shape[1]) / 2
    out: Floats = relu(hidden) @ small.link[:-1] + small.link[-1] + keys @ query.T / np.sqrt(keys.shape[1])
    return out


def _span(layers: Layers, first: int, last: int) -> Span:
    return Span(layers.words[first].start, layers.words[last - 1].end)
