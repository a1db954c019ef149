"""Parts of speech, lemmas and dependency trees (Universal Dependencies)."""

from __future__ import annotations

from collections.abc import Sequence

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
    names = layers.labels.relations
    relations = [names[i] for i in _relations(layers, heads)]
    return tuple(
        Token(span, lemma(span.of(text), layers.labels.lemmas[rule], tag), tag, int(head), relation)
        for span, rule, tag, head, relation in zip(
            layers.words,
            layers.lemmas,
            (layers.labels.tags[i] for i in layers.tags),
            heads,
            relations,
            strict=True,
        )
    )


def lemma(form: str, rule: str, tag: str) -> str:
    """Lower-case but for names; `rule` is how many letters to cut and what to add ("3+y")."""
    cut, added = rule.split("+", 1)
    kept = form[: max(0, len(form) - int(cut))]
    if tag == "PROPN":
        return (kept + added) or form
    return (kept.lower() + added) or form.lower()


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
    np.fill_diagonal(scores, -np.inf)
    root = int(np.argmax(roots - scores.max(axis=1, initial=-1e9)))
    scores[root] = -np.inf
    scores[root, root] = 0
    found: Heads = _arborescence(scores, root) + first
    return found


def _arborescence(scores: Floats, root: int) -> Heads:
    """Best tree under `root` (Chu and Liu 1965, Edmonds 1967): greedy heads, cycles contracted one at a time."""
    heads: Heads = scores.argmax(axis=1)
    heads[root] = root
    ring = _cycle(heads, root)
    if ring is None:
        return heads
    inside = np.zeros(len(heads), bool)
    inside[ring] = True
    outside = np.flatnonzero(~inside)
    # What entering the ring at each of its words gains over the arc it would break.
    gain = scores[ring][:, outside] - scores[ring, heads[ring]][:, None]
    enter, leave = gain.argmax(axis=0), scores[outside][:, ring].argmax(axis=1)
    size = len(outside)
    small = np.full((size + 1, size + 1), -np.inf, scores.dtype)
    small[:size, :size] = scores[np.ix_(outside, outside)]
    small[:size, size] = scores[outside, ring[leave]]
    small[size, :size] = gain.max(axis=0)
    solved = _arborescence(small, int(np.flatnonzero(outside == root)[0]))
    for i, word in enumerate(outside):
        heads[word] = ring[leave[i]] if solved[i] == size else outside[solved[i]]
    entry = int(solved[size])
    heads[ring[enter[entry]]] = outside[entry]
    return heads


def _cycle(heads: Heads, root: int) -> Heads | None:
    """The words of one cycle, or None."""
    above = heads
    for _ in range(len(heads).bit_length()):
        above = above[above]
    if (above == root).all():
        return None
    state = np.zeros(len(heads), np.int64)
    state[root] = -1
    for start in range(len(heads)):
        word, mark = start, start + 1
        while state[word] == 0:
            state[word] = mark
            word = int(heads[word])
        if state[word] == mark:
            ring = [word]
            while (word := int(heads[word])) != ring[0]:
                ring.append(word)
            return np.array(ring)
        state[state == mark] = -1
    return None
