"""Which documents tell of one happening."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from herodotus.compare.texts import content_words, rarity
from herodotus.crossdoc.clusters import Likeness, Pair, clusters
from herodotus.crossdoc.terms import NAMED, last_name
from herodotus.data.annotations import Kind
from herodotus.data.statements import Reading

WORDS, NAMES, BIAS = 1.0, 0.6, -0.17
"""Weights of shared words and names, and what is taken off. On the stories set (word weights from the set
itself) 95% of the pairs of one event reach words 0.10 and names 0.09, 99% of the others stay under 0.08
each; five accounts of one affair from several days reach words 0.12 and names 0.25."""
BACKGROUND = 100
"""Documents that are thought to stand around a batch: in a small one, rarity would count what is written
once above what the story is about (two stories of three documents each, drawn from the stories set, come
apart best at 100)."""
FAR, FAR_COST = 45, 0.15
"""Documents published more days apart than this have to be more alike."""
BLOCK = 60
"""A term found in more documents than this brings no pair up for comparison."""

Bag = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """What a document is about: bags of words and of names with their counts, its date."""

    reading: Reading
    words: Mapping[str, int]
    names: Mapping[str, int]
    published: date | None

    @property
    def key(self) -> tuple[str, str]:
        document = self.reading.annotated.document
        return document.sha256, document.id


def stories(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Group the readings; each is in exactly one group, and their order makes no difference."""
    profiles = sorted(map(profile, readings), key=lambda p: p.key)
    words, names = _weighed([p.words for p in profiles]), _weighed([p.names for p in profiles])
    scores = {
        (a, b): alike((words[a], words[b]), (names[a], names[b]), _days(profiles[a], profiles[b]))
        for a, b in _candidates(words, names)
    }
    groups = clusters(len(profiles), Likeness(scores, unseen=BIAS))
    return [[profiles[i].reading for i in group] for group in groups]


def profile(reading: Reading) -> Profile:
    annotated = reading.annotated
    told = " ".join(span.of(annotated.document.text) for span in annotated.sentences)
    names: Counter[str] = Counter()
    for e in annotated.entities:
        if e.kind in NAMED and e.mentions:
            names[_name(e.country, e.name, e.kind)] += len(e.mentions)
    published = annotated.document.published
    day = date.fromisoformat(published[:10]) if published else None
    return Profile(reading, Counter(content_words(told)), names, day)


def _name(country: tuple[str, ...], name: str, kind: Kind) -> str:
    return country[0] if country and kind in (Kind.COUNTRY, Kind.NATIONALITY) else last_name(name)


def _weighed(bags: Sequence[Mapping[str, int]]) -> list[Bag]:
    """Bags of unit length, counts dampened, rare terms weighing more."""
    found = Counter(term for bag in bags for term in bag)
    rare = {term: rarity(n, len(bags) + BACKGROUND) for term, n in found.items()}
    weighed: list[Bag] = []
    for bag in bags:
        raw = {term: (1 + math.log(n)) * rare[term] for term, n in bag.items()}
        length = math.sqrt(sum(v * v for v in raw.values())) or 1.0
        weighed.append({term: v / length for term, v in raw.items()})
    return weighed


def alike(words: tuple[Bag, Bag], names: tuple[Bag, Bag], days: int) -> float:
    """Likeness in words and names; positive means one story."""
    return WORDS * _dot(*words) + NAMES * _dot(*names) + BIAS - (FAR_COST if days > FAR else 0.0)


def _dot(a: Bag, b: Bag) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(value * large[term] for term, value in small.items() if term in large)


def _days(a: Profile, b: Profile) -> int:
    return abs((a.published - b.published).days) if a.published and b.published else 0


def _candidates(*bags: Sequence[Bag]) -> set[Pair]:
    """Pairs that share a term which is not everywhere."""
    blocks: dict[str, list[int]] = {}
    for layer in bags:
        for i, bag in enumerate(layer):
            for term in bag:
                blocks.setdefault(term, []).append(i)
    small = (sorted(set(group)) for group in blocks.values() if len(group) <= 2 * BLOCK)
    return {(a, b) for group in small for n, a in enumerate(group) for b in group[n + 1 :]}
