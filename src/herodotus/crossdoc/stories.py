"""Which documents tell of one happening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from herodotus.compare.texts import content_words, meaning, rarity
from herodotus.crossdoc.clusters import Likeness, Pair, clusters
from herodotus.crossdoc.propositions import NAMED, last_name
from herodotus.data.statements import Reading
from herodotus.data.annotations import Kind

THRESHOLD = 0.0
WEIGHTS = {"meaning": 1.0, "names": 1.0, "words": 1.4}
BIAS = -0.62
"""Weights and bias of likeness between documents: chosen by eye on hand-made stories, to be learned from data."""
FAR = 30
"""Documents published more days apart than this tell of two happenings unless they are very alike."""
BLOCK = 50
"""A name found in more documents than this brings no pair up for comparison."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a document is about, for comparing: names and words with counts, its mean vector, its date."""

    reading: Reading
    names: Mapping[str, int]
    words: Mapping[str, int]
    published: date | None
    vector: NDArray[np.float32] = field(compare=False, repr=False)

    @property
    def key(self) -> tuple[str, str]:
        document = self.reading.annotated.document
        return document.sha256, document.id


def stories(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Group the readings; each is in exactly one group, and their order makes no difference."""
    profiles = sorted(map(profile, readings), key=lambda p: p.key)
    scores = {pair: alike(profiles[pair[0]], profiles[pair[1]], _weights(profiles)) for pair in _candidates(profiles)}
    groups = clusters(len(profiles), Likeness(scores, unseen=-0.4), THRESHOLD)
    return [[profiles[i].reading for i in group] for group in groups]


def profile(reading: Reading) -> Profile:
    annotated = reading.annotated
    names = Counter(_name(e.country, e.name, e.kind) for e in annotated.entities if e.kind in NAMED for _ in e.mentions)
    told = " ".join(span.of(annotated.document.text) for span in annotated.sentences)
    mean = annotated.vectors.sum(axis=0) if len(annotated.vectors) else np.zeros(1, np.float32)
    length = float(np.linalg.norm(mean))
    published = annotated.document.published
    return Profile(
        reading, names, Counter(content_words(told)), date.fromisoformat(published[:10]) if published else None,
        (mean / length if length else mean).astype(np.float32),
    )


def _name(country: tuple[str, ...], name: str, kind: Kind) -> str:
    return country[0] if country and kind in (Kind.COUNTRY, Kind.NATIONALITY) else last_name(name)


def _weights(profiles: Sequence[Profile]) -> dict[str, float]:
    counts = Counter(term for p in profiles for term in {*p.names, *p.words})
    return {term: rarity(count, len(profiles)) for term, count in counts.items()}


def alike(a: Profile, b: Profile, weights: Mapping[str, float]) -> float:
    """Likeness in meaning, names and words, less where they were published far apart; positive means one story."""
    told = (
        WEIGHTS["meaning"] * meaning(a.vector, b.vector).score
        + WEIGHTS["names"] * cosine(a.names, b.names, weights)
        + WEIGHTS["words"] * cosine(a.words, b.words, weights)
    )
    apart = abs((a.published - b.published).days) if a.published and b.published else 0
    return told / sum(WEIGHTS.values()) + BIAS - (0.3 if apart > FAR else 0.0)


def cosine(a: Mapping[str, int], b: Mapping[str, int], weights: Mapping[str, float]) -> float:
    """Cosine of two bags of words, counts dampened, rare words weighing more."""
    left, right = (_damped(bag, weights) for bag in (a, b))
    shared = sum(left[w] * right[w] for w in left.keys() & right.keys())
    return shared / (_norm(left) * _norm(right)) if shared else 0.0


def _damped(bag: Mapping[str, int], weights: Mapping[str, float]) -> dict[str, float]:
    return {w: (1 + np.log(n)) * weights.get(w, 1.0) for w, n in bag.items()}


def _norm(bag: Mapping[str, float]) -> float:
    return float(np.sqrt(sum(v * v for v in bag.values())))


def _candidates(profiles: Sequence[Profile]) -> set[Pair]:
    """Pairs with a name or a rare word in common."""
    blocks: dict[str, list[int]] = {}
    for i, p in enumerate(profiles):
        for term in {*p.names, *p.words}:
            blocks.setdefault(term, []).append(i)
    small = (group for group in blocks.values() if 1 < len(group) <= BLOCK)
    return {(a, b) for group in small for n, a in enumerate(group) for b in group[n + 1 :]}


