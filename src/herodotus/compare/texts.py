"""How alike two texts are: in meaning, in words, word for word."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Mapping
from functools import cache, lru_cache, partial
from importlib.resources import files

import numpy as np
import yaml
from numpy.typing import NDArray

from herodotus.compare.comparison import Comparison, Relation

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
ENDINGS = (("ies", 5), ("sses", 6), ("ches", 6), ("shes", 6), ("xes", 5), ("ing", 6), ("ed", 5), ("s", 4))
KEPT = {"ies": "y", "sses": "ss", "ches": "ch", "shes": "sh", "xes": "x"}
RUN = 6
"""Words in a shingle: six in a row are seldom shared by chance outside fixed phrases (checked by eye on
the wire set)."""
COPIED = 0.6
"""Share of the shorter text's shingles found in the other from which on it counts as copied."""


Mass = Callable[[frozenset[str]], float]
NOTHING_SHARED = Comparison(0.0, Relation.INCOMPARABLE, "no shared words")


@cache
def stopwords() -> frozenset[str]:
    text = files("herodotus.compare").joinpath("texts.yaml").read_text(encoding="utf-8")
    return frozenset(yaml.safe_load(text)["stop"].split())


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The word in lower case without the commonest English endings; crude, for counting only."""
    word = re.sub(r"['’]s$", "", word.lower())
    for ending, least in ENDINGS:
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            return word[: len(word) - len(ending)] + KEPT.get(ending, "")
    return word


def content_words(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, in order."""
    return tuple(stem(w) for w in WORD.findall(text) if w.lower() not in stopwords() and len(w) > 1)


def meaning(a: NDArray[np.float32], b: NDArray[np.float32]) -> Comparison:
    """Cosine of two vectors of unit length."""
    score = float(a @ b)
    return Comparison(score, Relation.INCOMPARABLE, f"meaning {score:.2f}")


def wording(
    a: Collection[str], b: Collection[str], weights: Mapping[str, float] | Mass | None = None
) -> Comparison:
    """Shared words as the weighted Dice coefficient of two sets; every word weighs 1 without weights, and who
    compares the same sets again and again gives their weight himself."""
    left, right = frozenset(a), frozenset(b)
    shared = left & right
    if not shared:
        return NOTHING_SHARED
    weigh = weights if callable(weights) else partial(mass, weights=weights)
    score = 2 * weigh(shared) / (weigh(left) + weigh(right))
    named = ", ".join(sorted(shared)[:5])
    return Comparison(score, Relation.INCOMPARABLE, f"shared words: {named}")


def mass(words: Collection[str], weights: Mapping[str, float] | None) -> float:
    """What words weigh together; those without a weight weigh 1."""
    return sum([weights.get(w, 1.0) for w in words]) if weights else len(words)


@lru_cache(maxsize=16_384)
def shingles(text: str, length: int = RUN) -> frozenset[tuple[str, ...]]:
    """Every run of `length` words; shorter texts give themselves."""
    words = [w.lower() for w in WORD.findall(text)]
    if len(words) <= length:
        return frozenset([tuple(words)]) if words else frozenset()
    return frozenset(tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def copying(a: str, b: str) -> Comparison:
    """How much of the shorter text stands word for word in the other; SAME from COPIED on."""
    left, right = shingles(a), shingles(b)
    least = min(len(left), len(right))
    score = len(left & right) / least if least else 0.0
    relation = Relation.SAME if score >= COPIED else Relation.INCOMPARABLE
    return Comparison(score, relation, f"{score:.0%} of the words in the same order")


def rarity(count: int, total: int) -> float:
    """The weight of a word found in `count` of `total` texts: never zero, so that a handful of texts
    still compare."""
    return math.log(1 + total / max(1, count))
