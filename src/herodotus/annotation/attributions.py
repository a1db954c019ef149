"""Sources and contents of every cue, decoded pair by pair: this cue, that word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from herodotus.annotation.bio import Run, best, chances, collected, runs
from herodotus.data.annotations import Attribution
from herodotus.data.documents import Span
from herodotus.models import pairs
from herodotus.models.reader import Floats, Layers

REACH = (
    160  # words on either side of a cue that may be its source or content; 99.5% lie within, PolNeAR train
)
MARGIN = 5.0  # logits by which "outside" must lead for a word to be left out before decoding
SOURCE, CONTENT = 0, 1


def attributions(layers: Layers, text: str) -> tuple[Attribution, ...]:
    """In the order of their cues. A fragment never crosses a line break, as in PolNeAR."""
    lines = _lines(layers, text)
    cues = runs(layers.cue, lines)
    if not cues:
        return ()
    reaches = [_reach(layers, cue) for cue in cues]
    starts = np.cumsum([0, *(len(scores) for _, scores in reaches)]).tolist()
    scores = np.concatenate([scores for _, scores in reaches])
    labels = best(scores, [n for n in starts if n < len(scores)]) if len(scores) else np.zeros(0, np.int64)
    sure = chances(scores, labels)
    return tuple(
        _attribution(
            layers,
            cue,
            low,
            collected(labels[a:b], sure[a:b], [n - low for n in lines if 0 < n - low < b - a]),
        )
        for cue, (low, _), a, b in zip(cues, reaches, starts, starts[1:], strict=False)
    )


def _reach(layers: Layers, cue: Run) -> tuple[int, Floats]:
    """The first word that may belong to the cue, and the scores from there to the last one."""
    low, high = max(0, cue.first - REACH), min(len(layers.words), cue.last + REACH)
    scores = pair_scores(layers, cue, low, high)
    near = np.flatnonzero(scores[:, 1:].max(axis=1) > scores[:, 0] - MARGIN)
    if not len(near):
        return low, scores[:0]
    return low + int(near[0]), scores[near[0] : near[-1] + 1]


def _lines(layers: Layers, text: str) -> list[int]:
    """Words that open a line."""
    pairs = zip(layers.words, layers.words[1:], strict=False)
    return [i for i, (a, b) in enumerate(pairs, 1) if "\n" in text[a.end : b.start]]


def _attribution(layers: Layers, cue: Run, low: int, found: Sequence[Run]) -> Attribution:
    spans = {
        role: tuple(_span(layers, r.first + low, r.last + low) for r in found if r.type == role)
        for role in (SOURCE, CONTENT)
    }
    certainty = float(np.mean([r.score for r in found])) if found else 0.0
    return Attribution(
        spans[SOURCE], (_span(layers, cue.first, cue.last),), spans[CONTENT], round(cue.score * certainty, 3)
    )


def pair_scores(layers: Layers, cue: Run, low: int, high: int) -> Floats:
    """Logits of words low..high against one cue: outside, source begin / inside, content begin / inside."""
    first, last, small = cue.first, cue.last, layers.small
    own = (layers.link_cue[first] + layers.link_cue[last - 1]) / 2
    hidden = small.far[pairs.distance(first, last, low, high)]
    hidden += small.between[pairs.between(layers.running, (first, last), low, high)]
    hidden += layers.link_word[low:high] + own
    np.maximum(hidden, 0, out=hidden)
    keys = layers.link_key[low:high]
    query = (layers.link_query[first] + layers.link_query[last - 1]).reshape(-1, keys.shape[1]) / 2
    out: Floats = hidden @ small.link[:-1] + small.link[-1] + keys @ query.T / np.sqrt(keys.shape[1])
    return out


def _span(layers: Layers, first: int, last: int) -> Span:
    return Span(layers.words[first].start, layers.words[last - 1].end)
