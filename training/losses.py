"""One loss a task, each over a batch of windows of one data set."""

from __future__ import annotations

import random

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from herodotus.models import antecedents, pairs
from training.batches import Batch, Window, clipped, links
from training.examples import Happening, Link, Markable, bio
from training.network import Network


def padded_labels(batch: Batch, field: str) -> Tensor:
    """batch x most words; -100 where there is no word."""
    out = torch.full(batch.words.shape, -100)
    for row, window in enumerate(batch.windows):
        labels = getattr(window.example, field)[window.first : window.last]
        out[row, : len(labels)] = torch.tensor([-100 if x < 0 else x for x in labels])
    return out


def tagging(scores: Tensor, labels: Tensor) -> Tensor:
    return F.cross_entropy(scores.flatten(0, 1).float(), labels.flatten(), ignore_index=-100)


def link_labels(link: Link, length: int) -> Tensor:
    """Source 1/2, content 3/4; where an annotation overlaps itself, the source wins."""
    labels = bio(length, [(a, b, 1) for a, b in link.content])
    for i, label in enumerate(bio(length, [(a, b, 0) for a, b in link.source])):
        labels[i] = label or labels[i]
    return torch.tensor(labels)


def attribution(net: Network, batch: Batch, words: Tensor) -> Tensor:
    cue_labels = torch.full(batch.words.shape, -100)
    total, count = words.new_zeros((), dtype=torch.float32), 0
    for row, window in enumerate(batch.windows):
        length = window.last - window.first
        found = links(window)
        cues = [c for link in (window.example.links or []) for c in clipped(link.cue, window)]
        cue_labels[row, :length] = torch.tensor(bio(length, [(a, b, 0) for a, b in cues]))
        if not found:
            continue
        ends = [(k.cue[0][0], k.cue[-1][1]) for k in found]
        states = words[row, :length]
        firsts, lasts = torch.tensor([a for a, _ in ends]), torch.tensor([b - 1 for _, b in ends])
        vectors = (states[firsts] + states[lasts]) / 2
        inside = slice(window.first, window.last)
        running = pairs.counts(window.example.words[inside], window.example.shapes[inside])
        far = np.stack([pairs.distance(a, b, 0, length) for a, b in ends])
        between = np.stack([pairs.between(running, end, 0, length) for end in ends])
        scores = net.links(states, vectors, torch.from_numpy(far), torch.from_numpy(between))
        wanted = torch.stack([link_labels(k, length) for k in found])
        total = total + F.cross_entropy(scores.flatten(0, 1).float(), wanted.flatten(), reduction="sum")
        count += sum(int((w > 0).sum()) for w in wanted)
    cue = tagging(net.cue(words), cue_labels)
    # Most words are far from any cue; the sum is taken over the words that carry a label.
    return 4 * cue + total / max(count, 1)


def syntax(net: Network, batch: Batch, words: Tensor) -> Tensor:
    tags = tagging(net.tags(words), padded_labels(batch, "tags"))
    lemmas = tagging(net.lemmas(words), padded_labels(batch, "lemmas"))
    starts = tagging(net.starts(words), padded_labels(batch, "starts"))
    arcs, labels, rows = words.new_zeros((), dtype=torch.float32), words.new_zeros((), dtype=torch.float32), 0
    for row, window in enumerate(batch.windows):
        length = window.last - window.first
        heads = torch.tensor(window.example.heads or [])[window.first : window.last] - window.first
        states = words[row, :length]
        sentence = torch.tensor((window.example.starts or [])[window.first : window.last]).cumsum(0)
        scores = net.arcs(states).float().masked_fill(sentence[:, None] != sentence[None], -1e4)
        valid = (heads >= 0) & (heads < length)
        arcs = arcs + F.cross_entropy(scores[valid], heads[valid], reduction="sum")
        relations = torch.tensor(window.example.relations or [])[window.first : window.last]
        labels = labels + F.cross_entropy(
            net.labels(states[:], heads.clamp(0, length - 1)).float()[valid],
            relations[valid],
            reduction="sum",
        )
        rows += int(valid.sum())
    trees = (arcs + labels) / max(rows, 1) + 0.5 * tags + 0.3 * lemmas + 0.5 * starts
    if all(window.example.names is not None for window in batch.windows):
        trees = trees + names(net, batch, words)
    if batch.windows[0].example.markables is None:
        return trees
    return trees + mentions(net, batch, words)


def mentions(net: Network, batch: Batch, words: Tensor) -> Tensor:
    """Heads of markables with their types, where each begins and ends, and its nearest of kin before it."""
    kinds = torch.full(batch.words.shape, -100)
    edges, chains, count = (
        words.new_zeros((), dtype=torch.float32),
        words.new_zeros((), dtype=torch.float32),
        0,
    )
    for row, window in enumerate(batch.windows):
        length = window.last - window.first
        found = inside(window)
        kinds[row, :length] = 0
        if not found:
            continue
        heads = torch.tensor([m.head for m in found])
        kinds[row, heads] = torch.tensor([1 + m.type for m in found])
        states = words[row, :length]
        reach = torch.tensor([[m.head - m.first for m in found], [m.last - 1 - m.head for m in found]])
        reach[reach >= antecedents.REACH] = -100
        edges = edges + F.cross_entropy(
            net.edges(states, heads).float().flatten(0, 1),
            reach.flatten(),
            reduction="sum",
            ignore_index=-100,
        )
        chains = chains + chaining(net, states, found, window)
        count += len(found)
    return tagging(net.markables(words), kinds) + (edges + chains) / max(count, 1)


def inside(window: Window) -> list[Markable]:
    """Markables that lie wholly in the window, by their heads, counted from its first word."""
    kept = [m for m in window.example.markables or [] if window.first <= m.first and m.last <= window.last]
    back = window.first
    moved = [Markable(m.first - back, m.last - back, m.head - back, m.type, m.chain) for m in kept]
    return sorted(moved, key=lambda m: m.head)


def chaining(net: Network, states: Tensor, found: list[Markable], window: Window) -> Tensor:
    """The log-likelihood of all right antecedents together (Lee et al. 2017); mentions whose chain began before the
    window and goes on in it with them are left out."""
    heads = np.array([m.head for m in found])
    own = window.example.words[window.first : window.last]
    far, matches = (
        antecedents.far(heads),
        antecedents.matches([antecedents.Phrase(*m[:3]) for m in found], own),
    )
    phrases = torch.tensor([(m.first, m.last - 1, m.head) for m in found])
    scores = net.antecedents(states, phrases, torch.from_numpy(far), torch.from_numpy(matches)).float()
    earlier = torch.ones(len(found), len(found), dtype=torch.bool).tril(-1)
    allowed = torch.cat([torch.ones(len(found), 1, dtype=torch.bool), earlier], dim=1)
    same = torch.tensor([[a.chain == b.chain for b in found] for a in found])
    right = torch.cat([torch.zeros(len(found), 1, dtype=torch.bool), earlier & same], dim=1)
    opened = {m.chain for m in window.example.markables or [] if m.first < window.first}
    first = ~right.any(1)
    right[first, 0] = True
    known = torch.tensor(
        [not (new and m.chain in opened) for m, new in zip(found, first.tolist(), strict=True)]
    )
    scores = scores.masked_fill(~allowed, -1e4)
    each = scores.logsumexp(1) - scores.masked_fill(~right, -1e4).logsumexp(1)
    return each[known].sum()


def names(net: Network, batch: Batch, words: Tensor) -> Tensor:
    return tagging(net.names(words), padded_labels(batch, "names"))


def conflict(net: Network, batch: Batch, words: Tensor) -> Tensor:
    return tagging(net.conflict(words), padded_labels(batch, "conflict"))


def events(net: Network, batch: Batch, words: Tensor) -> Tensor:
    """Every event of these texts is marked: all other words are of no type."""
    kinds = torch.full(batch.words.shape, -100)
    for row, window in enumerate(batch.windows):
        kinds[row, : window.last - window.first] = 0
        for one in happenings(window):
            kinds[row, one.first : one.last] = one.type
    return 3 * tagging(net.events(words), kinds) + 0.3 * happened(net, batch, words)


def typed(net: Network, batch: Batch, words: Tensor) -> Tensor:
    """Somewhere in these words is an event of this type: the words' log-probabilities of each type, summed."""
    each = net.events(words).float().log_softmax(-1)[..., 1:]
    rows, wanted = [], []
    for row, window in enumerate(batch.windows):
        found = happenings(window)
        if found:
            chosen = torch.cat([torch.arange(one.first, one.last) for one in found])
            rows.append(each[row, chosen].logsumexp(0))
            wanted.append(found[0].type - 1)
    return F.cross_entropy(torch.stack(rows), torch.tensor(wanted))


def happened(net: Network, batch: Batch, words: Tensor) -> Tensor:
    """The smooth distance between read and annotated factuality, at the first word of each predicate."""
    found = [
        (row, one.first, one.factuality)
        for row, window in enumerate(batch.windows)
        for one in happenings(window)
        if one.factuality is not None
    ]
    if not found:
        return words.new_zeros((), dtype=torch.float32)
    rows, places, values = zip(*found, strict=True)
    read = net.happened(words[list(rows), list(places)])[:, 0].float()
    return F.smooth_l1_loss(read, torch.tensor(values))


def happenings(window: Window) -> list[Happening]:
    """Events that lie wholly in the window, counted from its first word."""
    back = window.first
    return [
        Happening(e.first - back, e.last - back, e.type, e.factuality)
        for e in window.example.events or []
        if window.first <= e.first and e.last <= window.last
    ]


LOSSES = {
    "attribution": attribution, "trees": syntax, "entities": syntax, "chains": mentions,
    "names": names, "web": names, "tweets": names,
    "conflict": conflict,
    "events": events, "typed": typed, "stories": typed, "factuality": happened,
}  # fmt: skip


def units(batch: Batch, rng: random.Random, most: int = 16) -> list[tuple[int, int, int, list[list[int]]]]:
    """A few spans a batch to distil: row, first word, last word (in the window), their word pieces."""
    inside = [
        (row, a - window.first, b - window.first, window.pieces[a:b])
        for row, window in enumerate(batch.windows)
        for a, b in window.example.units
        if window.first <= a and b <= window.last
    ]
    return rng.sample(inside, min(most, len(inside)))


def meaning(
    net: Network, words: Tensor, wanted: Tensor, spans: list[tuple[int, int, int, list[list[int]]]]
) -> Tensor:
    """1 - cosine between the mean of projected words and the base model's embedding of the same words."""
    projected = net.meaning(words)
    ours = torch.stack([projected[row, a:b].mean(0) for row, a, b, _ in spans])
    return (1 - F.cosine_similarity(ours.float(), wanted.float())).mean()
