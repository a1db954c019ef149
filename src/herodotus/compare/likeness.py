"""Whether two claims are about the same matter: small visible features, weights in likeness.yaml.

The weights are learnt by `python -m training.claims` from ECB+ (train part) and from the pairs in
training/written/bearings.txt.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from herodotus.compare import quantities, scorers
from herodotus.compare.comparison import Comparison, Relation
from herodotus.compare.kin import vector
from herodotus.compare.sayings import Saying, root
from herodotus.compare.texts import mass, rarity
from herodotus.data.annotations import Quantity


class Found(NamedTuple):
    """A feature's value (0 where it says nothing) and why, in words (empty where it says nothing)."""

    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What is usual among the claims of one matter: how rare each word is, and what they mean on average (less of it
    the fewer they are; float32, 384)."""

    rarity: Mapping[str, float]
    usual: NDArray[np.float32] | float = 0.0

    @classmethod
    def of(cls, claims: Iterable[Saying]) -> Matter:
        every = list(claims)
        counts = Counter(term for each in every for term in each.terms)
        vectors = [each.vector for each in every]
        usual = np.asarray(np.sum(vectors, axis=0) / (len(every) + AROUND), np.float32) if every else 0.0
        return cls({term: rarity(count, len(every)) for term, count in counts.items()}, usual)


AROUND = 5
"""Claims that are thought to stand around a matter: the few of a small one do not say what is usual in it."""
NOWHERE = Matter({})
"""Where nothing is known of the matter."""
Feature = Callable[[Saying, Saying, Matter], Found]
NOTHING = Found(0.0, "")
TOLD = 4
"""So many words or names are told in a reason."""


def meaning(a: Saying, b: Saying, matter: Matter) -> Found:
    """Cosine of the two meanings, less what all the matter says anyhow."""
    x, y = a.vector - matter.usual, b.vector - matter.usual
    value = float(x @ y) / (math.sqrt(float((x @ x) * (y @ y))) or 1.0)
    return Found(value, f"meaning {value:.2f}")


def near_words(a: Saying, b: Saying, matter: Matter) -> Found:
    """How well the words of each are met by words of the other that are near in meaning, rare words weighing more
    (harmonic mean)."""
    one, other = _met(a, b, matter), _met(b, a, matter)
    return Found(2 * one * other / (one + other), "") if one and other else NOTHING


def _met(a: Saying, b: Saying, matter: Matter) -> float:
    """The share of the words of the one, by weight, that the other meets."""
    if not a.terms or not b.terms:
        return 0.0
    terms, mine = _words(a.terms, a.lemmas)
    nearest = (mine @ _words(b.terms, b.lemmas)[1].T).max(axis=1).clip(0.0, 1.0)
    weights = np.array([matter.rarity.get(term, 1.0) for term in terms])
    best = np.where([term in b.terms for term in terms], 1.0, nearest)
    return float(best @ weights / weights.sum())


@lru_cache(maxsize=8_192)
def _words(terms: frozenset[str], lemmas: tuple[str, ...]) -> tuple[list[str], NDArray[np.float32]]:
    """The terms in order, and their vectors (words x 64)."""
    words, ordered = {root(lemma): lemma for lemma in lemmas}, sorted(terms)
    return ordered, np.array([vector(words.get(term, term)) for term in ordered])


def shared_words(a: Saying, b: Saying, matter: Matter) -> Found:
    """Words in common, rare ones weighing more (Dice coefficient of the weights)."""
    shared = a.terms & b.terms
    if not shared:
        return NOTHING
    value = 2 * mass(shared, matter.rarity) / (mass(a.terms, matter.rarity) + mass(b.terms, matter.rarity))
    return Found(value, f"shared words: {_listed(shared, matter.rarity)}")


def within(a: Saying, b: Saying, matter: Matter) -> Found:
    """How much of the one that says less stands in the other."""
    shared = a.terms & b.terms
    if not shared:
        return NOTHING
    value = mass(shared, matter.rarity) / min(mass(a.terms, matter.rarity), mass(b.terms, matter.rarity))
    return Found(value, f"{value:.0%} of the shorter one's words in the other" if value > 0.5 else "")


def shared_names(a: Saying, b: Saying, matter: Matter) -> Found:
    """Names in common, as a share of those of the one that names fewer."""
    if not a.names or not b.names:
        return NOTHING
    shared = a.names & b.names
    value = len(shared) / min(len(a.names), len(b.names))
    return Found(value, f"both name {_listed(shared, matter.rarity)}" if shared else "")


def other_names(a: Saying, b: Saying, _: Matter) -> Found:
    """Each names somebody, and none of them in common."""
    return Found(1.0, "other names") if a.names and b.names and not a.names & b.names else NOTHING


def same_figures(a: Saying, b: Saying, _: Matter) -> Found:
    """A figure of the one is a figure of the other, converted or rounded where need be."""
    pairs = (quantities.compare(x, y) for x in a.figures for y in b.figures if x.best is not None)
    same = next((found for found in pairs if found.score >= ALIKE), None)
    return Found(1.0, same.reason) if same else NOTHING


def other_figures(a: Saying, b: Saying, _: Matter) -> Found:
    """Figures of one thing that cannot both hold, and none that agree."""
    pairs = [quantities.compare(x, y) for x in a.figures for y in b.figures if _of_one_thing(x, y)]
    if not pairs or any(found.relation is not Relation.CONFLICT for found in pairs):
        return NOTHING
    return Found(1.0, pairs[0].reason)


def _of_one_thing(x: Quantity, y: Quantity) -> bool:
    return bool(x.of and y.of) or x.unit == y.unit != "count"


ALIKE = 0.9
"""Score from which on two figures say the same: equal, or one converted into the other."""
FEATURES: tuple[Feature, ...] = (
    meaning,
    near_words,
    shared_words,
    within,
    shared_names,
    other_names,
    same_figures,
    other_figures,
)


def compare(a: Saying, b: Saying, matter: Matter = NOWHERE) -> Comparison:
    """From 0 (two matters) to 1 (one), SAME from the threshold of likeness.yaml on; `matter` says what is usual among
    the claims that these two come from."""
    model = scorers.load("likeness.yaml", [f.__name__ for f in FEATURES])
    found = [feature(a, b, matter) for feature in FEATURES]
    score = model.probability([f.value for f in found])
    relation = Relation.SAME if score >= model.threshold else Relation.DIFFERENT
    return Comparison(score, relation, "; ".join(f.reason for f in found if f.reason))


def _listed(words: frozenset[str], rare: Mapping[str, float]) -> str:
    """The rarest of them."""
    return ", ".join(sorted(words, key=lambda w: (-rare.get(w, 1.0), w))[:TOLD])
