"""The PLOVER sector of an actor (GOV, MIL, MED, ...), by its kind, its name and its roles: from sectors.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from herodotus.compare import agencies, countries
from herodotus.compare.gazetteer import fold
from herodotus.data.annotations import Kind
from herodotus.resolution.lexicon import singular, table

STATE = ("GOV", "MIL", "LEG", "JUD", "COP", "SPY")  # what is a part of its state


def sector(kind: Kind, names: Iterable[str], descriptions: Iterable[str]) -> str:
    """The code, or nothing where neither the names nor the descriptions (roles, nouns) tell."""
    if kind is Kind.COUNTRY:
        return "GOV"
    called = list(names)
    if kind is not Kind.PERSON:
        known = (_known(name) or _told(name) for name in called)
        if found := next(filter(None, known), ""):
            return found
    return next(filter(None, (_told(text) for text in descriptions)), "")


def _known(name: str) -> str:
    outlet = agencies.agency(name)
    return str(table("sectors.yaml")["kinds"].get(outlet.kind if outlet else countries.institution(name), ""))


def _told(text: str) -> str:
    """The sector of the first phrase in the text, else of its last telling word before what belongs to it."""
    folded = fold(text)
    head = _COMPLEMENT.split(folded)[0]
    for phrase, code in _phrases():
        if re.search(rf"\b{re.escape(phrase)}\b", folded if " of " in phrase else head):
            return code
    inside = [code for word in _WORD.findall(head) if (code := _by_word(word))]
    return inside[-1] if inside else next(filter(None, map(_by_word, _WORD.findall(folded))), "")


def _by_word(word: str) -> str:
    return _words().get(word) or _words().get(singular(word), "")


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COMPLEMENT = re.compile(r"\b(?:of|for|to|at|in|from|with|who|that)\b|,")


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    groups = table("sectors.yaml")["phrases"].items()
    return tuple((fold(phrase), code) for code, listed in groups for phrase in listed)


@cache
def _words() -> dict[str, str]:
    return {word: code for code, listed in table("sectors.yaml")["words"].items() for word in listed}
