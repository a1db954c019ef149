"""News agencies, state media and other outlets: who passes news on."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from herodotus.compare import gazetteer
from herodotus.compare.gazetteer import Lexicon, term


class Agency(NamedTuple):
    """An outlet; `country` is ISO 3166 alpha-3, `kind` one of agency, state media, broadcaster, paper."""

    name: str
    country: str
    kind: str


class Naming(NamedTuple):
    start: int
    end: int
    agency: Agency


def agency(text: str) -> Agency | None:
    """The outlet that the text names and nothing else but an article or a possessive; None for any other
    text."""
    plain = text.strip().removesuffix("'s").removesuffix("’s")
    found = find(plain)
    if len(found) != 1 or plain[: found[0].start].strip().lower() not in {"", "the"}:
        return None
    return found[0].agency if not plain[found[0].end :].strip(" .") else None


def find(text: str) -> list[Naming]:
    """The outlets named in a text, in order."""
    return [Naming(*hit) for hit in _lexicon().find(text)]


def is_house(outlet: str, publisher: str | None) -> bool:
    """Whether a publisher, given by its name or its domain ("example.org/news"), is the outlet itself."""
    label = (publisher or "").lower().partition("/")[0].removeprefix("www.").removeprefix("the ")
    label = label.partition(".")[0] if " " not in label else label
    return bool(label) and _letters(label) in {_letters(outlet), _letters(outlet) + "news"}


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name.lower().removeprefix("the "))


@cache
def _lexicon() -> Lexicon:
    terms = []
    for row in gazetteer.load("agencies.yaml"):
        meaning = Agency(row["name"], row["country"], row["kind"])
        terms += [term(each, meaning) for each in [row["name"], *row.get("also", ())]]
    return Lexicon(terms)
