"""One loss a task, each over a batch of windows of one data set."""

from __future__ import annotations

import random

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from herodotus.models import pairs
from training.batches import Batch, clipped, links
from training.examples import Link, bio
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
    return (arcs + labels) / max(rows, 1) + 0.5 * tags + 0.3 * lemmas + 0.5 * starts


def names(net: Network, batch: Batch, words: Tensor) -> Tensor:
    return tagging(net.names(words), padded_labels(batch, "names"))


def conflict(net: Network, batch: Batch, words: Tensor) -> Tensor:
    return tagging(net.conflict(words), padded_labels(batch, "conflict"))


LOSSES = {"attribution": attribution, "syntax": syntax, "names": names, "conflict": conflict}


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
