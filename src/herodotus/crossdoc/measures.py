"""What an amount measures: how high, how far it went, how far off; figures of different measures never differ."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from herodotus.data.annotations import Annotated, Quantity
from herodotus.data.documents import Span

ASIDE = 12
"""Code points between an amount and the same one in other units, in brackets."""
CLIMB = 4
"""Heads above an amount among which the word that says what it measures is looked for."""
_AWAY = re.compile(
    r"[\s,]*(?:\([^)]*\)\s*)?"
    r"(?:(?:to the )?(?:north|south|east|west)|(?:off|from|away|inland|offshore|short of)\b)"
)


def measure(annotated: Annotated, n: int) -> str | None:
    """A key of `measures` in words.yaml for quantity `n`, "offset" for how far off something lies; None where the words
    do not say."""
    known = annotated.quantities
    quantity = known[n]
    if n and _aside(annotated.document.text, known[n - 1], quantity):
        return measure(annotated, n - 1)
    if _AWAY.match(annotated.document.text, quantity.span.end):
        return "offset"
    return _above(annotated, quantity.span)


def _aside(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether it stands in brackets behind an amount, as its conversion."""
    between = text[before.span.end : quantity.span.start]
    return len(between) <= ASIDE and "(" in between and before.unit != quantity.unit


def _above(annotated: Annotated, span: Span) -> str | None:
    tokens = annotated.tokens
    inside = [i for i, token in enumerate(tokens) if span.contains(token.span)]
    here = next((i for i in inside if tokens[i].head not in inside), None)
    for _ in range(CLIMB):
        if here is None or tokens[here].head == here:
            return None
        here = tokens[here].head
        word = tokens[here].span.of(annotated.document.text).lower()
        found = _measures().get(tokens[here].lemma.lower()) or _measures().get(word)
        if found is not None or tokens[here].tag == "VERB":
            return found
    return None


@cache
def _measures() -> dict[str, str]:
    """Lemma or form -> what it measures."""
    text = files("herodotus.crossdoc").joinpath("words.yaml").read_text(encoding="utf-8")
    listed: dict[str, list[str]] = yaml.safe_load(text)["measures"]
    return {word: name for name, words in listed.items() for word in words}
