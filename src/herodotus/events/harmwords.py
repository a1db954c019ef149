"""The words of harm, loaded from harms.yaml."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from herodotus.data.tolls import Outcome
from herodotus.events.tree import Tree


@cache
def lexicon() -> dict[str, Any]:
    raw: dict[str, Any] = yaml.safe_load(files("herodotus.events").joinpath("harms.yaml").read_text("utf-8"))
    return raw


@cache
def table(name: str) -> dict[str, Outcome]:
    """Word -> outcome, of one of the tables of harms.yaml."""
    return {str(word): Outcome(kind) for kind, words in lexicon()[name].items() for word in words}


@cache
def words(name: str) -> frozenset[str]:
    return frozenset(lexicon()[name])


def occurs(text: str) -> bool:
    """Whether any word of harm may stand in a text: a look at its letters alone, which costs next to nothing."""
    return _stems().search(text) is not None


@cache
def _stems() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, lexicon()["stems"])), re.IGNORECASE)


@cache
def readable() -> frozenset[str]:
    """Lemmas and words at which a harm may be read; all others need no look."""
    tables = ("object", "subject", "state", "tokens", "victims")
    lists = (
        "fatal",
        "fatality",
        "fatalshot",
        "suffered_verbs",
        "suffered_nouns",
        "condition",
        "taken",
        "toll",
        "ends",
    )
    return frozenset().union(*map(table, tables), *map(words, lists))


def harmful(tree: Tree, i: int) -> bool:
    """Whether a word may name harm."""
    if i >= len(tree.tokens):
        return False
    return (
        tree.lemma(i) in table("object")
        or tree.lemma(i) in table("subject")
        or tree.word(i) in table("state")
    )


def none_of(tree: Tree, i: int) -> bool:
    """Whether a noun is what there was none of: "none of the 22 sailors", "neither of the two drivers"."""
    before = i - 1
    while before > 0 and tree.tokens[before].tag in ("DET", "NUM", "ADJ", "NOUN", "PROPN"):
        before -= 1
    return before > 0 and tree.word(before) == "of" and tree.word(before - 1) in words("nobody")
