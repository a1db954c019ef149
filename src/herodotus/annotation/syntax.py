"""Parts of speech, lemmas and dependency trees (Universal Dependencies)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from herodotus.annotation import projective
from herodotus.data.annotations import Token
from herodotus.models.reader import Floats, Layers, relu

Heads = NDArray[np.int64]
AS_IT_IS = "0+"  # the commonest rule
LONGEST = 300  # words of a sentence that are parsed together; what follows is parsed as a sentence of its own


def tokens(layers: Layers, starts: Sequence[int], text: str) -> tuple[Token, ...]:
    if not layers.words:
        return ()
    heads = _trees(layers, _stretches(starts, len(layers.words)))
    names = layers.labels
    forms = [text[start:end] for start, end in layers.words]
    tags = [names.tags[i] for i in layers.tags.tolist()]
    rules = [names.lemmas[i] for i in layers.lemmas.tolist()]
    relations = [names.relations[i] for i in _relations(layers, heads).tolist()]
    return tuple(map(Token, layers.words, map(lemma, forms, rules, tags), tags, heads.tolist(), relations))


def _trees(layers: Layers, stretches: Sequence[tuple[int, int]]) -> Heads:
    """The trees of all sentences, those mended in which arcs cross."""
    heads = np.concatenate([tree(layers, first, last) for first, last in stretches])
    places = projective.crossed(heads)
    for first, last in stretches:
        if ((first <= places) & (places < last)).any():
            mended = projective.mended(heads[first:last] - first, _scores(layers, first, last))
            heads[first:last] = mended + first
    return heads


def lemma(form: str, rule: str, tag: str) -> str:
    """Lower-case but for names; `rule` is how many letters to cut and what to add ("3+y")."""
    if rule == AS_IT_IS:
        return form if tag == "PROPN" else form.lower()
    cut, added = _edit(rule)
    kept = form[: max(0, len(form) - cut)]
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
    small, above = layers.small, layers.label_to[heads]
    hidden = relu(layers.label_from + above)
    scores = hidden @ small.label[:-1] + small.label[-1] + (layers.label_from * above) @ small.label_both
    chosen: Heads = scores.argmax(axis=1)
    return chosen


def tree(layers: Layers, first: int, last: int) -> Heads:
    """Heads of words first..last as document indices; exactly one of them is its own head."""
    scores = _scores(layers, first, last)
    roots = layers.root[first:last, 0]
    scores.ravel()[:: last - first + 1] = -np.inf  # no word is its own head
    root = int((roots - scores.max(axis=1, initial=-1e9)).argmax())
    scores[root] = -np.inf
    scores[root, root] = 0
    found: Heads = _arborescence(scores, root) + first
    return found


def _scores(layers: Layers, first: int, last: int) -> Floats:
    """n x n, row = dependent."""
    found: Floats = (
        layers.arc_from[first:last] @ layers.arc_to[first:last].T / np.sqrt(layers.arc_to.shape[1])
    )
    return found


def _arborescence(scores: Floats, root: int) -> Heads:
    """Best tree under `root` (Chu and Liu 1965, Edmonds 1967): greedy heads, cycles contracted one at a time.

    Uses up the scores: row and column of a ring's first word become those of the ring.
    """
    heads: list[int] = scores.argmax(axis=1).tolist()
    heads[root] = root
    rings = []
    while ring := _cycle(heads, root):
        rings.append(_contracted(scores, heads, ring, root))
    for each in reversed(rings):
        _expand(heads, each)
    return np.array(heads)


class Ring(NamedTuple):
    """A contracted cycle: its words, their heads in it, and for each word of the sentence at which place an arc
    from there enters the ring best, and at which one it is left best for there."""

    words: list[int]
    heads: list[int]
    enter: Heads
    leave: Heads


def _contracted(scores: Floats, heads: list[int], words: list[int], root: int) -> Ring:
    """Lets the first word of a cycle stand for all of them."""
    node, others = words[0], words[1:]
    inner = [heads[word] for word in words]
    # What entering the ring at each of its words gains over the arc it would break.
    gain = scores[words] - scores[words, inner][:, None]
    gain[:, words] = -np.inf
    leaving = scores[:, words]
    scores[node] = gain.max(axis=0)
    scores[:, node] = leaving.max(axis=1)
    scores[:, others] = -np.inf
    scores[node, node] = -np.inf
    for word, head in enumerate(heads):
        if head in words:
            heads[word] = node
    for word in others:
        heads[word] = root  # no longer there, until the ring is opened again
    heads[node] = int(scores[node].argmax())
    return Ring(words, inner, gain.argmax(axis=0), leaving.argmax(axis=1))


def _expand(heads: list[int], ring: Ring) -> None:
    """Opens a ring where the tree enters it."""
    node = ring.words[0]
    head = heads[node]
    for word, above in enumerate(heads):
        if above == node:
            heads[word] = ring.words[ring.leave[word]]
    for word, above in zip(ring.words, ring.heads, strict=True):
        heads[word] = above
    heads[ring.words[ring.enter[head]]] = head


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
