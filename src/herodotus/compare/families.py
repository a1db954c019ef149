"""Words made from one root: "supply", "supplied", "supplier", "supplies"."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import yaml

INFLECTED = "ings ing ies ied ers ed es s er y e".split()  # noqa: SIM905
DERIVED = (  # noqa: SIM905  (the longer before those that they end in)
    "isations izations isation ization ifications ification ations ation itions ition ments ment ances ance"
    " ences ence ions ion ors or als al"
).split()
LEAST, LEAST_DERIVED = 3, 4
"""Letters that have to be left of a root: fewer are another word ("comment" is none of "com")."""
VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65_536)
def family(word: str) -> str:
    """The name of the family that a word belongs to, made to be compared and not to be read.

    Endings of inflection and derivation are taken off ("announcement", "announcing" -> "announc"); families.yaml has
    what that does not reach ("death", "die"). Crude: some words meet that only look alike ("porter", "port").
    """
    word = word.lower().strip("'’")
    return _listed().get(word) or _listed().get(root(word)) or root(word)


def root(word: str) -> str:
    """A word without its ending, and without the letter that an ending brings or takes ("stopped", "supplier")."""
    for endings, least in ((DERIVED, LEAST_DERIVED), (INFLECTED, LEAST)):
        for ending in endings:
            rest = word.removesuffix(ending)
            if rest != word and len(rest) >= least and not VOWELS.isdisjoint(rest):
                return _single(rest)
    return word


def _single(rest: str) -> str:
    if len(rest) > LEAST and rest[-1] in "eiy":
        return rest[:-1]
    doubled = len(rest) > LEAST and rest[-1] == rest[-2] and rest[-1] not in "lsz" and rest[-1] not in VOWELS
    return rest[:-1] if doubled else rest


@cache
def _listed() -> dict[str, str]:
    """Every word of families.yaml and its root, with its family's name."""
    text = files("herodotus.compare").joinpath("families.yaml").read_text(encoding="utf-8")
    lines: dict[str, str] = yaml.safe_load(text)
    found: dict[str, str] = {}
    for name, words in lines.items():
        found |= dict.fromkeys((name, *words.split()), name)
    roots = {root(word): name for word, name in found.items() if len(word) > LEAST}
    return roots | found
