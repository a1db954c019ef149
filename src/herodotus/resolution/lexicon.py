"""The nouns of speaking, from lexicon.yaml and offices.yaml."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import yaml


class Office(NamedTuple):
    """An office of a state: `state` where a government's own, `national` its name in single states by ISO
    code."""

    name: str
    state: bool
    words: tuple[str, ...]
    national: dict[str, str]


@cache
def _load(name: str) -> Any:
    reader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(
        (resources.files("herodotus.resolution") / name).read_text(encoding="utf8"), Loader=reader
    )


def table(name: str) -> Any:
    """All of a data file beside this module."""
    return _load(name)


@cache
def words(table: str) -> frozenset[str]:
    return frozenset(str(word) for word in _load("lexicon.yaml")[table])


@cache
def plurals(table: str) -> frozenset[str]:
    return frozenset(plural(word) for word in words(table))


def plural(word: str) -> str:
    if word.endswith(("man", "woman")):
        return word[:-2] + "en"
    irregular = {"person": "people", "wife": "wives"}
    if word in irregular:
        return irregular[word]
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s")


def singular(word: str) -> str:
    """The singular of a known noun of speaking, other words as they are."""
    return _singulars().get(word, word)


@cache
def _singulars() -> dict[str, str]:
    return {plural(word): word for table in ("documents", "bodies", "people") for word in words(table)}


def alike(word: str) -> frozenset[str]:
    """Nouns that can mean the same person as this one, itself among them."""
    return _alike().get(word) or frozenset({word})


@cache
def _alike() -> dict[str, frozenset[str]]:
    groups = _load("lexicon.yaml")["alike"]
    known = {word for group in groups for word in group}
    return {word: frozenset().union(*(group for group in groups if word in group)) for word in known}


@cache
def offices() -> tuple[tuple[str, Office], ...]:
    """Every way to write an office with the office, longest first."""
    rows = [
        Office(row["name"], row["state"], tuple(row["words"]), row.get("national", {}))
        for row in _load("offices.yaml")
    ]
    pairs = [(word, office) for office in rows for word in office.words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def sectors(nouns: frozenset[str]) -> frozenset[str]:
    """The walks of life that role nouns belong to."""
    groups = _load("lexicon.yaml")["sectors"]
    return frozenset(name for name, members in groups.items() if nouns & set(members))


@cache
def pronouns() -> dict[str, str]:
    """Every pronoun with the kind of speaker it stands for: m, f, it, they, who, which, i, you, any."""
    table = _load("lexicon.yaml")["pronouns"].items()
    return {str(word): str(kind) for kind, members in table for word in members}


@cache
def abbreviations() -> dict[str, str]:
    """Titles cut short with their full form: "sen", "senator"."""
    return dict(_load("lexicon.yaml")["abbreviations"])
