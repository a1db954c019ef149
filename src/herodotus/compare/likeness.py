"""Whether two claims are about the same matter: small visible features, weights in likeness.yaml.

The weights are learnt by `python -m training.claims` from ECB+ (train part) and from the pairs in
training/written/bearings.txt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from herodotus.compare import quantities, scorers
from herodotus.compare.comparison import Comparison, Relation
from herodotus.compare.sayings import Saying
from herodotus.compare.texts import mass
from herodotus.data.annotations import Quantity


class Found(NamedTuple):
    """A feature's value (0 where it says nothing) and why, in words (empty where it says nothing)."""

    value: float
    reason: str


Weights = Mapping[str, float] | None
Feature = Callable[[Saying, Saying, Weights], Found]
NOTHING = Found(0.0, "")
TOLD = 4
"""So many words or names are told in a reason."""


def meaning(a: Saying, b: Saying, _: Weights) -> Found:
    """Cosine of the two meanings."""
    value = float(a.vector @ b.vector)
    return Found(value, f"meaning {value:.2f}")


def shared_words(a: Saying, b: Saying, weights: Weights) -> Found:
    """Words in common, rare ones weighing more (Dice coefficient of the weights)."""
    shared = a.terms & b.terms
    if not shared:
        return NOTHING
    value = 2 * mass(shared, weights) / (mass(a.terms, weights) + mass(b.terms, weights))
    return Found(value, f"shared words: {_listed(shared, weights)}")


def within(a: Saying, b: Saying, weights: Weights) -> Found:
    """How much of the one that says less stands in the other."""
    shared = a.terms & b.terms
    if not shared:
        return NOTHING
    value = mass(shared, weights) / min(mass(a.terms, weights), mass(b.terms, weights))
    return Found(value, f"{value:.0%} of the shorter one's words in the other" if value > 0.5 else "")


def shared_names(a: Saying, b: Saying, weights: Weights) -> Found:
    """Names in common, as a share of those of the one that names fewer."""
    if not a.names or not b.names:
        return NOTHING
    shared = a.names & b.names
    value = len(shared) / min(len(a.names), len(b.names))
    return Found(value, f"both name {_listed(shared, weights)}" if shared else "")


def other_names(a: Saying, b: Saying, _: Weights) -> Found:
    """Each names somebody, and none of them in common."""
    return Found(1.0, "other names") if a.names and b.names and not a.names & b.names else NOTHING


def same_figures(a: Saying, b: Saying, _: Weights) -> Found:
    """A figure of the one is a figure of the other, converted or rounded where need be."""
    pairs = (quantities.compare(x, y) for x in a.figures for y in b.figures if x.best is not None)
    same = next((found for found in pairs if found.score >= ALIKE), None)
    return Found(1.0, same.reason) if same else NOTHING


def other_figures(a: Saying, b: Saying, _: Weights) -> Found:
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
    shared_words,
    within,
    shared_names,
    other_names,
    same_figures,
    other_figures,
)


def compare(a: Saying, b: Saying, weights: Weights = None) -> Comparison:
    """From 0 (two matters) to 1 (one), SAME from the threshold of likeness.yaml on; `weights` says how rare words are
    among the claims that these two come from."""
    model = scorers.load("likeness.yaml", [f.__name__ for f in FEATURES])
    found = [feature(a, b, weights) for feature in FEATURES]
    score = model.probability([f.value for f in found])
    relation = Relation.SAME if score >= model.threshold else Relation.DIFFERENT
    return Comparison(score, relation, "; ".join(f.reason for f in found if f.reason))


def _listed(words: frozenset[str], weights: Weights) -> str:
    """The rarest of them."""
    known = weights or {}
    return ", ".join(sorted(words, key=lambda w: (-known.get(w, 1.0), w))[:TOLD])
