"""How much speaks for two articles telling of one happening: what they share, less what sets them apart.

The weights stand in likeness.yaml, learned by scripts/learn_stories.py on articles about look-alike happenings (which
are not among those that stories are measured on). What is not known speaks neither way: an article without a date
contradicts none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import mul

import numpy as np
import yaml
from numpy.typing import NDArray

from herodotus.compare import atlas
from herodotus.crossdoc.articles import MOST, Article, Lexicon, Numbers
from herodotus.crossdoc.profiles import Point

BACKGROUND = 100
"""Documents that are thought to stand around a batch: in a small one, rarity would count what is written
once above what the story is about (two stories of three documents each, drawn from the stories set, come
apart best at 100)."""
FAR = 45
"""Days between two publications from which on they are far apart."""
NEAR = 30.0
"""Kilometres between towns that may be meant as one place: a suburb and its city."""
STEEP = 3.0
"""On the casualties this gives a log loss of 0.094 a pair; the cosine as it is gives 0.100."""
DEGREE = 111.0
"""Kilometres in a degree of latitude."""

Bag = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Weighed:
    """An article with its terms weighed by how rare they are now: bags of unit length."""

    article: Article
    words: Bag
    names: Bag
    leading: Bag


def weighed(article: Article, lexicon: Lexicon) -> Weighed:
    rarity = lexicon.rarity(article.terms, BACKGROUND)
    weights, split = _DAMPED[article.counts] * rarity, article.words
    return Weighed(
        article,
        words=_bag(article.terms[:split], weights[:split]),
        names=_bag(article.terms[split:], weights[split:]),
        leading=_bag(article.leading, lexicon.rarity(article.leading, BACKGROUND)),
    )


_DAMPED = np.concatenate([[0.0], 1 + np.log(np.arange(1, MOST + 1))])
"""What a count weighs: the tenth mention says less than the first."""


def _bag(terms: Numbers, weights: NDArray[np.float64]) -> Bag:
    """Scaled to length 1."""
    length = math.sqrt(float(weights @ weights)) or 1.0
    return dict(zip(terms.tolist(), (weights / length).tolist(), strict=True))


def words(a: Weighed, b: Weighed) -> float:
    """All words in common."""
    return _shared(a.words, b.words)


def names(a: Weighed, b: Weighed) -> float:
    """Names in common."""
    return _shared(a.names, b.names)


def leading(a: Weighed, b: Weighed) -> float:
    """Names in titles and first sentences in common."""
    return _shared(a.leading, b.leading)


def one_day(a: Weighed, b: Weighed) -> float:
    """Both tell of the same day."""
    return float(not set(a.article.days).isdisjoint(b.article.days))


def _shared(a: Bag, b: Bag) -> float:
    """The cosine, drawn towards 1: from 0 to 0.2 it tells more than from 0.5 to 0.7."""
    if len(a) > len(b):
        a, b = b, a
    shared = [term for term in a if term in b]
    return math.tanh(STEEP * sum(map(mul, map(a.__getitem__, shared), map(b.__getitem__, shared))))


def long_between(a: Weighed, b: Weighed) -> float:
    """Published far apart."""
    one, other = a.article.published, b.article.published
    return float(one is not None and other is not None and abs(one - other) > FAR)


def other_days(a: Weighed, b: Weighed) -> float:
    """Both tell of days, none of them the same."""
    return _apart(a.article.days, b.article.days)


def other_towns(a: Weighed, b: Weighed) -> float:
    """Both name towns, none of them near another's."""
    one, other = a.article.towns, b.article.towns
    return float(bool(one and other) and not any(_near(x, y) for x in one for y in other))


def other_regions(a: Weighed, b: Weighed) -> float:
    """Both are set in states or provinces, none of them the same."""
    return _apart(a.article.regions, b.article.regions)


def other_countries(a: Weighed, b: Weighed) -> float:
    """Both have to do with countries, none of them the same."""
    return _apart(a.article.countries, b.article.countries)


def other_people(a: Weighed, b: Weighed) -> float:
    """Both are about persons, none of them the same."""
    return _apart(a.article.people, b.article.people)


def _apart(a: Collection[object], b: Collection[object]) -> float:
    return float(bool(a and b) and set(a).isdisjoint(b))


def _near(a: Point, b: Point) -> bool:
    return a == b or (abs(a[0] - b[0]) * DEGREE <= NEAR and atlas.distance(a, b) <= NEAR)


Feature = Callable[[Weighed, Weighed], float]
"""One feature of a pair, from 0 to 1: the share of what could be in common, or whether the two exclude each other."""
FEATURES: Mapping[str, Feature] = {
    "words": words,
    "names": names,
    "leading names": leading,
    "same day": one_day,
    "long between": long_between,
    "other days": other_days,
    "other towns": other_towns,
    "other regions": other_regions,
    "other countries": other_countries,
    "other people": other_people,
}


ALIKE = ("words", "names", "leading names", "same day")
NOT_ALIKE = {name: feature for name, feature in FEATURES.items() if name not in ALIKE}


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature counts for, in log odds; `bias` is added to every pair. Two groups of articles are not joined
    across a gap: `cohesion` is taken off for each point by which they hold together better in themselves than with
    each other; `alone` is what an article counts as holding together with itself."""

    features: Mapping[str, float]
    bias: float
    cohesion: float
    alone: float


@cache
def learned() -> Weights:
    """The weights of likeness.yaml.

    ValueError: they are of other features than these.
    """
    text = files("herodotus.crossdoc").joinpath("likeness.yaml").read_text(encoding="utf-8")
    held = yaml.safe_load(text)
    if list(held["features"]) != list(FEATURES):
        raise ValueError("likeness.yaml holds weights of other features; run scripts/learn_stories.py")
    return Weights(held["features"], held["bias"], held["cohesion"], held["alone"])


def score(a: Weighed, b: Weighed, weights: Weights) -> float:
    """Log odds that two articles tell of one happening, 0 where it may as well be as not."""
    counting = NOT_ALIKE if elsewhere(a, b) else FEATURES
    told = weights.features
    return weights.bias + sum([told[name] * counting[name](a, b) for name in counting if told[name]])


def elsewhere(a: Weighed, b: Weighed) -> bool:
    """Whether days, places and persons all differ: then the wording, however alike, counts for nothing. In the
    casualties 7 in 1,425 pairs of reports of one incident are like that, and a third of the others that look alike.
    """
    if not (other_people(a, b) and other_days(a, b)):
        return False
    return bool(other_regions(a, b) or other_countries(a, b) or other_towns(a, b))
