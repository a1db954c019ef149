"""What a text refers to, by names, descriptions and pronouns, nested as they come, and which of them mean the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from herodotus.data.annotations import Markable
from herodotus.data.documents import Span
from herodotus.models import antecedents
from herodotus.models.antecedents import REACH, Phrase
from herodotus.models.reader import Floats, Layers

# What the head for reports on conflicts knows better than GUM's types.
FINER = {
    "Weapon": "weapon",
    "MilitaryPlatform": "platform",
    "Vehicle": "vehicle",
    "Nationality": "nationality",
    "Money": "money",
    "Quantity": "quantity",
    "DocumentReference": "document",
}
# Taken off the score of words that head nothing, and added to that of opening a chain: both chosen on GUM dev.
LESS_NOTHING, MORE_OPENING = 0.5, 0.5
BLOCK, BACK = 256, 256  # mentions that are decided together, and how many before them they may go back to

Numbers = NDArray[np.int64]
Chains = tuple[tuple[int, ...], ...]


def markables(layers: Layers, starts: Sequence[int], text: str) -> tuple[tuple[Markable, ...], Chains]:
    """Markables in the order of their heads, and their chains as indexes into them (alone ones included)."""
    kinds = (layers.markables - LESS_NOTHING * (np.arange(layers.markables.shape[1]) == 0)).argmax(axis=1)
    heads = np.flatnonzero(kinds)
    if not len(heads):
        return (), ()
    firsts, lasts = _edges(layers, heads, starts)
    phrases = [Phrase(*p) for p in zip(firsts.tolist(), (lasts + 1).tolist(), heads.tolist(), strict=True)]
    conflict = layers.conflict[heads].argmax(axis=1).tolist()
    found = tuple(
        Markable(
            Span(layers.words[p.first].start, layers.words[p.last - 1].end),
            p.head,
            _type(layers, kinds[p.head], label),
        )
        for p, label in zip(phrases, conflict, strict=True)
    )
    return found, _joined(_links(layers, phrases, text))


def _type(layers: Layers, kind: int, conflict: int) -> str:
    """`kind` and `conflict` are the likeliest labels of the head word."""
    finer = FINER.get(layers.labels.conflict[(conflict - 1) // 2]) if conflict else None
    return finer or layers.labels.markables[kind - 1]


def _edges(layers: Layers, heads: Numbers, starts: Sequence[int]) -> tuple[Numbers, Numbers]:
    """First and last word of the mention of each head; none leaves its sentence."""
    bounds = np.array([*starts, len(layers.words)])
    sentence = np.searchsorted(bounds, heads, "right")
    queries = layers.edge_head[heads]
    half = queries.shape[1] // 2
    out = []
    for side, step in enumerate((-1, 1)):
        places = heads[:, None] + step * np.arange(REACH)
        inside = (places >= bounds[sentence - 1][:, None]) & (places < bounds[sentence][:, None])
        part = slice(side * half, (side + 1) * half)
        words = layers.edge_word[:, part][places.clip(0, len(layers.words) - 1)]
        scores = (
            np.einsum("me,mre->mr", queries[:, part], words) / np.sqrt(half) + layers.small.edge_far[side]
        )
        scores[~inside] = -np.inf
        out.append(heads + step * scores.argmax(axis=1))
    return out[0], out[1]


def _links(layers: Layers, phrases: Sequence[Phrase], text: str) -> list[int]:
    """For each mention the nearest of kin before it that the model trusts most, or itself where it opens a chain."""
    low = int(min(p.first for p in phrases))
    words = [w.of(text) for w in layers.words[low : max(p.last for p in phrases)]]
    moved = [Phrase(p.first - low, p.last - low, p.head - low) for p in phrases]
    out: list[int] = []
    for begin in range(0, len(phrases), BLOCK):
        back, end = max(0, begin - BACK), min(len(phrases), begin + BLOCK)
        best = _scores(layers, low, moved[back:end], words, begin - back).argmax(axis=1)
        for row, column in enumerate(best.tolist()):
            out.append(begin + row if column == 0 else back + column - 1)
    return out


def _scores(layers: Layers, low: int, phrases: Sequence[Phrase], words: Sequence[str], begin: int) -> Floats:
    """For the mentions from `begin` on (rows), 1 + n: the first column says that it opens a chain. `words` are those of
    the text from `low` on, from where the phrases count."""
    places = np.array(phrases, np.int64) + low - np.array([0, 1, 0])  # first, last (inclusive), head
    heads = places[:, 2] - low
    anaphors = _with_ends(layers.anaphor, layers.anaphor_ends, places[begin:])
    before = _with_ends(layers.antecedent, layers.antecedent_ends, places)
    alike = layers.alike[places[begin:, 2]]
    scores = anaphors @ before.T / np.sqrt(np.float32(before.shape[1]))
    far, matches = antecedents.far(heads, begin), antecedents.matches(phrases, words, begin)
    scores += np.take_along_axis(alike[:, 1 : 1 + antecedents.FAR], far, axis=1)
    scores += np.take_along_axis(alike[:, 1 + antecedents.FAR :], matches, axis=1)
    scores[np.arange(len(heads))[None] >= np.arange(begin, len(heads))[:, None]] = -np.inf
    out: Floats = np.concatenate([alike[:, :1] + MORE_OPENING, scores], axis=1)
    return out


def _with_ends(at_head: Floats, at_ends: Floats, places: Numbers) -> Floats:
    """What stands for each mention: the part of its head and those of its first and last words."""
    first, last = np.split(at_ends, 2, axis=1)
    out: Floats = at_head[places[:, 2]] + first[places[:, 0]] + last[places[:, 1]]
    return out


def _joined(links: Sequence[int]) -> Chains:
    """Chains by their first mention; each link points back or at itself."""
    chain: list[int] = []
    chains: list[list[int]] = []
    for number, link in enumerate(links):
        if link == number:
            chain.append(len(chains))
            chains.append([number])
        else:
            chain.append(chain[link])
            chains[chain[link]].append(number)
    return tuple(map(tuple, chains))
