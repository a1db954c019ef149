"""Sources and contents of every cue, decoded pair by pair: this cue, that word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from herodotus.annotation.bio import Run, runs
from herodotus.data.annotations import Attribution
from herodotus.data.documents import Span
from herodotus.models.reader import Floats, Layers

REACH = 160  # words on either side of a cue that may be its source or content; 99.5% lie within, PolNeAR train
SOURCE, CONTENT = 0, 1


def attributions(layers: Layers, text: str) -> tuple[Attribution, ...]:
    """In the order of their cues. A fragment never crosses a line break, as in PolNeAR."""
    lines = _lines(layers, text)
    cues = runs(layers.cue, lines)
    return tuple(_attribution(layers, cue, lines) for cue in cues)


def _lines(layers: Layers, text: str) -> list[int]:
    """Words that open a line."""
    pairs = zip(layers.words, layers.words[1:], strict=False)
    return [i for i, (a, b) in enumerate(pairs, 1) if "\n" in text[a.end : b.start]]


def _attribution(layers: Layers, cue: Run, lines: Sequence[int]) -> Attribution:
    low, high = max(0, cue.first - REACH), min(len(layers.words), cue.last + REACH)
    scores = pair_scores(layers, cue, low, high)
    found = runs(scores, [i - low for i in lines if low <= i < high])
    spans = {
        role: tuple(_span(layers, r.first + low, r.last + low) for r in found if r.type == role)
        for role in (SOURCE, CONTENT)
    }
    certainty = float(np.mean([r.score for r in found])) if found else 0.0
    return Attribution(spans[SOURCE], (_span(layers, cue.first, cue.last),), spans[CONTENT], round(cue.score * certainty, 3))


def pair_scores(layers: Layers, cue: Run, low: int, high: int) -> Floats:
    """Logits of words low..high against one cue: outside, source begin / inside, content begin / inside."""
    own = (layers.link_cue[cue.first] + layers.link_cue[cue.last - 1]) / 2
    far = layers.small.far[distance(cue.first, cue.last, low, high)]
    hidden = np.maximum(own + layers.link_word[low:high] + far, 0)
    out: Floats = hidden @ layers.small.link[:-1] + layers.small.link[-1]
    return out


def distance(first: int, last: int, low: int, high: int) -> NDArray[np.int64]:
    """Buckets as in training: 0 inside the cue, 1..23 before it, 24..46 after it; exact to 8, then by octaves."""
    places = np.arange(low, high)
    before, after = np.maximum(first - places, 0), np.maximum(places - last + 1, 0)
    return _bucket(before) * (before > 0) + (_bucket(after) + 23) * (after > 0)


def _bucket(far: NDArray[np.int64]) -> NDArray[np.int64]:
    wide = np.floor(8 + 3 * np.log2(np.maximum(far, 8) / 8.0)).astype(np.int64)
    return np.minimum(np.where(far <= 8, far, wide), 23)


def _span(layers: Layers, first: int, last: int) -> Span:
    return Span(layers.words[first].start, layers.words[last - 1].end)


