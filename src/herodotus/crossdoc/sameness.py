"""Whether two words tell of one event, by weights learnt from what people said, and which of a story do.

sameness.yaml holds two logistic regressions over the features of resemblance.py, one for words of one family ("attack",
"attacked"), one for any others ("attack", "raid"); `training/sameness.py` learns them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any

import yaml

from herodotus.compare.comparison import Comparison, Relation
from herodotus.crossdoc.clusters import Likeness, clusters
from herodotus.crossdoc.occurrences import Occurrence
from herodotus.crossdoc.resemblance import FEATURES, Story, features
from herodotus.errors import StopRun

NAMES = tuple(feature.__name__ for feature in FEATURES)
TOLD = 3
"""Reasons that are told of a pair."""
LEAST_TOLD = 0.1
"""Log odds under which a feature is no reason."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log odds that two are the same: `bias` where every feature is as `usual`, else `weights` more for each 1."""

    bias: float
    weights: tuple[float, ...]
    usual: tuple[float, ...]

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Weights:
        """StopRun where the features are not those that the weights were learnt for."""
        table = row["features"]
        if tuple(table) != NAMES:
            raise StopRun("sameness.yaml was learnt for other features: run training/sameness.py again")
        return cls(row["bias"], tuple(w for w, _ in table.values()), tuple(u for _, u in table.values()))

    def parts(self, values: Sequence[float]) -> list[float]:
        """What each feature adds to the log odds."""
        return [w * (v - u) for w, v, u in zip(self.weights, values, self.usual, strict=True)]


@dataclass(frozen=True, slots=True)
class Scorer:
    """`family` for words of one family, `others` for any other two; from `threshold` on two are the same."""

    family: Weights
    others: Weights
    threshold: float

    def score(self, a: Occurrence, b: Occurrence, story: Story) -> float:
        """How likely it is that two are the same, from 0 to 1."""
        weights, values = self._weights(a, b), features(a, b, story)
        return logistic(weights.bias + sum(weights.parts(values)))

    def compare(self, a: Occurrence, b: Occurrence, story: Story) -> Comparison:
        """The score with what spoke most for and against."""
        weights, values = self._weights(a, b), features(a, b, story)
        parts = weights.parts(values)
        found = logistic(weights.bias + sum(parts))
        relation = Relation.SAME if found >= self.threshold else Relation.DIFFERENT
        return Comparison(found, relation, _reason(a, b, parts))

    def _weights(self, a: Occurrence, b: Occurrence) -> Weights:
        return self.family if a.family == b.family else self.others


def logistic(odds: float) -> float:
    """A probability from log odds."""
    return 1 / (1 + math.exp(-odds)) if odds > -500 else 0.0


def _reason(a: Occurrence, b: Occurrence, parts: Sequence[float]) -> str:
    """What says most, with a sign each: "more than usual" is for the feature, not for the pair."""
    words = "words of one family" if a.family == b.family else "words of two families"
    strong = sorted(range(len(parts)), key=lambda n: (-abs(parts[n]), n))[:TOLD]
    told = [f"{FEATURES[n].__doc__} ({parts[n]:+.1f})" for n in strong if abs(parts[n]) >= LEAST_TOLD]
    return f"{words}: {'; '.join(told)}" if told else words


@cache
def scorer() -> Scorer:
    """The shipped weights."""
    row = yaml.safe_load(files("herodotus.crossdoc").joinpath("sameness.yaml").read_text(encoding="utf-8"))
    return Scorer(Weights.of(row["family"]), Weights.of(row["others"]), row["threshold"])


def happenings(found: Sequence[Occurrence], story: Story) -> list[list[int]]:
    """The occurrences of one story, by their number, in groups that tell of one event; average linkage."""
    by = scorer()
    scores = {(i, j): by.score(found[i], found[j], story) for i, j in combinations(range(len(found)), 2)}
    return clusters(len(found), Likeness(scores), by.threshold)
