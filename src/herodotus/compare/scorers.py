"""Weights of visible features, as read from a small YAML file beside the features."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class Scorer:
    """A logistic regression: `weights` in the order of the features."""

    weights: tuple[float, ...]
    bias: float
    threshold: float

    def probability(self, values: Sequence[float]) -> float:
        total = self.bias + sum(w * v for w, v in zip(self.weights, values, strict=True))
        return 1 / (1 + math.exp(-total))


def load(name: str, features: Sequence[str]) -> Scorer:
    """The scorer in a file of this package; ValueError where it was learnt for other features."""
    return _load(name, tuple(features))


@cache
def _load(name: str, features: tuple[str, ...]) -> Scorer:
    data = yaml.safe_load((resources.files("herodotus.compare") / name).read_text(encoding="utf8"))
    if tuple(data["weights"]) != features:
        raise ValueError(
            f"{name} holds weights of {', '.join(data['weights'])}, not of {', '.join(features)}"
        )
    return Scorer(tuple(map(float, data["weights"].values())), float(data["bias"]), float(data["threshold"]))
