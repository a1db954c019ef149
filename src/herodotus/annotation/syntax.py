"""Parts of speech, lemmas and dependency trees (Universal Dependencies)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from herodotus.data.annotations import Token
from herodotus.models.reader import Floats, Layers

Heads = NDArray[np.int64]
LONGEST = 300  # words of a sentence that are parsed together; what follows is parsed as a sentence of its own


def tokens(layers: Layers, starts: Sequence[int], text: str) -> tuple[Token, ...]:
    if not layers.words:
        return ()
    heads = np.concatenate([tree(layers, a, b) for a, b in _stretches(starts, len(layers.words))])
    labels = layers.labels
    rows = zip(
        layers.words,
        layers.lemmas.tolist(),
        layers.tags.tolist(),
        heads.tolist(),
        _relations(layers, heads).tolist(),
        strict=True,
    )
    return tuple(
        Token(
            span,
            lemma(text[span.start : span.end], labels.lemmas[rule], labels.tags[tag]),
            labels.tags[tag],
            head,
            labels.relations[relation],
        )
        for span, rule, tag, head, relation in rows
    )


def lemma(form: str, rule: str, tag: str) -> str:
    """Lower-case but for names; `rule` is how many letters to cut and what to add ("3+y")."""
    cut, added = _edit(rule)
    kept = form[: max(0, len(form) - cut)] if cut else form
    if tag == "PROPN":
        return (kept + added) or form
    return (kept.lower() + added) or form.lower()


@cache
def _edit(rule: str) -> tuple[int, str]:
    """The two parts of a lemma rule, which are a closed set."""
    cut, added = rule.split("+", 1)
    return int(cut), added


def _stretches(starts: Sequence[int], length: int) -> list[tuple[int, int]]:
    ends = [*starts[1:], length]
    return [(i, min(i + LONGEST, b)) for a, b in zip(starts, ends, strict=True) for i in range(a, b, LONGEST)]


def _relations(layers: Layers, heads: Heads) -> Heads:
    hidden = np.maximum(layers.label_from + layers.label_to[heads], 0)
    chosen: Heads = (hidden @ layers.small.label[:-1] + layers.small.label[-1]).argmax(axis=1)
    return chosen


def tree(layers: Layers, first: int, last: int) -> Heads:
    """Heads of words first..last as document indices; exactly one of them is its own head."""
    scores = layers.arc_from[first:last] @ layers.arc_to[first:last].T / np.sqrt(layers.arc_to.shape[1])
    roots = layers.root[first:last, 0]
    scores.ravel()[:: last - first + 1] = -np.inf  # no word is its own head
    root = int((roots - scores.max(axis=1, initial=-1e9)).argmax())
    scores[root] = -np.inf
    scores[root, root] = 0
    found: Heads = _arborescence(scores, root) + first
    return found


def _arborescence(scores: Floats, root: int) -> Heads:
    """Best tree under `root` (Chu and Liu 1965, Edmonds 1967): greedy heads, cycles contracted one at a time."""
    heads: Heads = scores.argmax(axis=1)
    heads[root] = root
    ring = _cycle(heads.tolist(), root)
    if not ring:
        return heads
    inside = np.zeros(len(heads), bool)
    inside[ring] = True
    outside = np.flatnonzero(~inside)
    # What entering the ring at each of its words gains over the arc it would break.
    gain = scores[ring][:, outside] - scores[ring, heads[ring]][:, None]
    others = scores[outside]
    leaving = others[:, ring]
    size = len(outside)
    small = np.empty((size + 1, size + 1), scores.dtype)
    small[:size, :size] = others[:, outside]
    small[:size, size] = leaving.max(axis=1)
    small[size, :size] = gain.max(axis=0)
    small[size, size] = -np.inf
    solved = _arborescence(small, int(np.searchsorted(outside, root)))
    entry = int(solved[size])
    above = solved[:size]
    heads[outside] = np.where(
        above == size, np.asarray(ring)[leaving.argmax(axis=1)], outside[np.minimum(above, size - 1)]
    )
    heads[ring[int(gain[:, entry].argmax())]] = outside[entry]
    return heads


def _cycle(heads: Sequence[int], root: int) -> list[int]:
    """The words of one cycle, none where every word leads up to the root."""
    seen = [-1] * len(heads)  # the word from which each was reached first
    seen[root] = root
    for start in range(len(heads)):
        word = start
        while seen[word] < 0:
            seen[word] = start
            word = heads[word]
        if seen[word] == start and start != root:
            ring = [word]
            while heads[ring[-1]] != word:
                ring.append(heads[ring[-1]])
            return ring
    return []
