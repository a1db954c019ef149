"""A name of a place taken apart: what of it is the name, and what the words in and around it say about its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from herodotus.compare import atlas
from herodotus.data.annotations import Entity, Form
from herodotus.data.documents import Span
from herodotus.resolution import clues
from herodotus.resolution.clues import Holder


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name with what the text says beside it. `part` is the word before it that takes only a part ("northern");
    `region` is set where a word says that a region is meant, `quarter` where one says that it is a part of a town;
    `site` is what is called after a place ("airport" of "Elmside airport")."""

    entity: Entity
    plain: str
    part: str
    region: bool
    quarter: bool
    holders: tuple[Holder, ...]
    site: str = ""

    @classmethod
    def of(cls, text: str, entity: Entity) -> PlaceName:
        spans = [m.span for m in entity.mentions if m.form is Form.NAMED]
        spelt = clues.spelt_out(text, spans)
        told, site = ("", "") if spelt else _after_a_place(entity.name.partition(", ")[0])
        whole, region = (spelt, True) if spelt else _stripped(told)
        part = _part(whole)
        said = region or 2 * sum(_says_region(text, span) for span in spans) > len(spans)
        held = tuple(clues.holders(text, spans, entity.name))
        quarter = any(clues.behind(text, span) in clues.words("quarter") for span in spans)
        return cls(entity, whole[len(part) :].strip(), part.strip().lower(), said, quarter, held, site)


def _stripped(name: str) -> tuple[str, bool]:
    """A name without "City of" and "Province", unless the tables have it with them; and whether it is a region's."""
    if atlas.named(name):
        return name, False
    first, of, rest = name.partition(" of ")
    if of and first.lower() in clues.words("town"):
        return rest, False
    if of and first.lower() in clues.words("region"):
        return rest, True
    front, _, last = name.rpartition(" ")
    return (front, True) if front and last.lower() in clues.words("region") else (name, False)


def _after_a_place(name: str) -> tuple[str, str]:
    """ "Elmside" and "airport" of "Elmside airport" and of "port of Elmside"; names that the tables have stay whole."""
    match = None if atlas.named(name) else (_site_behind().fullmatch(name) or _site_before().fullmatch(name))
    return (match["name"], match["site"].lower()) if match else (name, "")


@cache
def _site_behind() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>.+?)(?: International)? (?P<site>(?i:{_sites()}))")


@cache
def _site_before() -> re.Pattern[str]:
    return re.compile(rf"(?P<site>(?i:{_sites()})) of (?P<name>.+)")


def _sites() -> str:
    return "|".join(sorted(map(re.escape, clues.words("site")), key=len, reverse=True))


def _part(name: str) -> str:
    """ "Northern " of "Northern Norland", but nothing of names that the tables have whole ("South Ossetia")."""
    first, _, rest = name.partition(" ")
    return f"{first} " if rest and first.lower() in clues.words("part") and not atlas.named(name) else ""


def _says_region(text: str, span: Span) -> bool:
    return clues.behind(text, span) in clues.words("region") or text[
        max(0, span.start - 10) : span.start
    ].endswith(("state of ", "province of ", "region of "))
