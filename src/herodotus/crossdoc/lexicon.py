"""The word lists of words.yaml."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import yaml


@cache
def wordset(name: str) -> frozenset[str]:
    """One list: anaphors, hedges, official, unnamed, joint."""
    text = files("herodotus.crossdoc").joinpath("words.yaml").read_text(encoding="utf-8")
    return frozenset(yaml.safe_load(text)[name])


@lru_cache(maxsize=16_384)
def names_any(text: str, name: str) -> bool:
    """Whether a text has one of the list's words or phrases as whole words."""
    padded = f" {' '.join(text.lower().replace('-', ' ').split())} "
    return any(f" {word} " in padded for word in wordset(name))
