"""What things are: classes of arms, equipment and relief goods, and which is a kind of which."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

LONGEST_PHRASE = 3


@cache
def _table() -> dict[str, Any]:
    text = files("herodotus.compare").joinpath("materiel.yaml").read_text(encoding="utf-8")
    classes: dict[str, Any] = yaml.safe_load(text)["classes"]
    return classes


@cache
def _words() -> dict[str, str]:
    return {word: name for name, entry in _table().items() for word in entry["words"]}


@cache
def _lasts() -> frozenset[str]:
    """The words that names of the table end with."""
    return frozenset(word.split()[-1] for word in _words())


def singular(word: str) -> str:
    """The word without a plural ending, as far as the table needs it."""
    word = word.lower()
    if word in _lasts() or not word.endswith("s"):
        return word
    return next((stem for stem in (word[:-1], word[:-2], word[:-3] + "y") if stem in _lasts()), word)


@lru_cache(maxsize=1 << 14)
def class_of(phrase: str) -> str | None:
    """The class of a thing by the last words of its name, None where it is none of ours."""
    words = phrase.lower().replace(" - ", "-").split()
    if not words:
        return None
    words[-1] = singular(words[-1])
    for length in range(min(LONGEST_PHRASE, len(words)), 0, -1):
        found = _words().get(" ".join(words[-length:]))
        if found:
            return found
    return None


@cache
def lineage(name: str) -> tuple[str, ...]:
    """The class and what it is a kind of, upwards."""
    above = _table()[name]["is"]
    return (name, *lineage(above)) if above else (name,)


def kind_of(a: str, b: str) -> bool:
    """Whether one class is the other or a kind of it, either way round."""
    return a in lineage(b) or b in lineage(a)


def related(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether any class on the left is, or is a kind of, any on the right, either way round."""
    others = tuple(right)
    return any(kind_of(a, b) for a in left for b in others)
