"""What the words around a name say about where the place lies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

from herodotus.compare import atlas, countries
from herodotus.data.annotations import Entity, Kind
from herodotus.data.documents import Span
from herodotus.data.places import Place, PlaceKind, Precision

_NEAR_TOWN = 60  # km from a town within which a place can be said to lie in it ("Elmside, Grantville")
_LARGE = 100_000  # people of a town that others are placed by
_AFTER = 60  # code points after a name in which the place that holds it is looked for
_NAME = r"[A-Z][\w'’.-]*(?:[ ](?:of[ ])?[A-Z][\w'’.-]*){0,3}"
_HELD_AFTER = re.compile(
    rf"\s?,\s+(?:in\s+)?(?:the\s+)?({_NAME})|\s\(({_NAME})\)|\s+in\s+(?:the\s+)?({_NAME})"
)
_LIST_GOES_ON = re.compile(r"\s?,?\s+(?:and|or)\s+[A-Z]|\s?,\s+[A-Z][\w-]+\s?,?\s+(?:and|or)\s+[A-Z]")
_OWNER = re.compile(rf"({_NAME})[’']s\s+(?:[a-z-]+\s+){{0,4}}(?:of\s+)?$")
_ADJECTIVE = re.compile(r"([A-Z][\w-]+)\s+(?:[a-z-]+\s+){1,3}(?:of\s+)?(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Holder:
    """What a place lies in: a state, a first-level region, or the surroundings of a larger town. `sure` is False where
    the words can also be a list of places."""

    name: str
    country: str
    region: str = ""
    point: tuple[float, float] | None = None
    sure: bool = True

    def holds(self, entry: atlas.Entry) -> bool:
        if self.point is not None:
            return atlas.distance(self.point, _at(entry)) < _NEAR_TOWN
        if self.region and entry.region:
            return entry.region == self.region and entry.code != self.region
        above = atlas.region(self.region) if self.region else None
        inside = above is None or atlas.distance(_at(above), _at(entry)) < 2 * above.radius
        return inside and self.country in entry.country


def _at(entry: atlas.Entry) -> tuple[float, float]:
    return entry.latitude, entry.longitude


@dataclass(slots=True)
class Clues:
    """What the whole article names: how often which state and which first-level region, where the places are that are
    known already, and all the names that are looked for, with everything that they may be."""

    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    points: dict[str, tuple[float, float]] = field(default_factory=dict)
    neighbours: Mapping[str, Sequence[atlas.Entry]] = field(default_factory=dict)

    def share(self, entry: atlas.Entry) -> float:
        """The part of all mentions of states that an entry's own have, 0 to 1."""
        total = sum(self.countries.values())
        return max((self.countries[code] / total for code in entry.country), default=0.0) if total else 0.0

    def region_share(self, entry: atlas.Entry) -> float:
        total = sum(self.regions.values())
        return self.regions[entry.region] / total if total and entry.region else 0.0

    def beside(self, entry: atlas.Entry, name: str, km: float) -> tuple[str, ...]:
        """Other places of the article near an entry: those that are known, and names that may be a place there."""
        here, own = _at(entry), atlas.key(name)
        known = [n for n, point in self.points.items() if atlas.distance(here, point) < km]
        maybe = {
            other: entries
            for other, entries in self.neighbours.items()
            if atlas.key(other) != own
            and any(atlas.distance(here, _at(e)) < _NEAR_TOWN and e.code != entry.code for e in entries)
        }
        told = len(maybe) >= _PAIR or any(len(entries) == 1 for entries in maybe.values())
        sure = [n for n in known if atlas.key(n) not in {own, atlas.key(entry.name)}]
        return tuple(dict.fromkeys([*sure, *(maybe if told else ())]))

    def name(self, held: Sequence[Holder], codes: Iterable[str]) -> None:
        """Counts what an entity is surely put into, or belongs to, as named."""
        sure = [each for each in held[:1] if each.sure and each.point is None]
        for code in {*codes, *(each.country for each in sure)}:
            self.countries[code] += 1
        for each in sure:
            if each.region:
                self.regions[each.region] += 1

    def add(self, place: Place) -> None:
        """Counts a place that has been found."""
        for code in place.country if len(place.country) == 1 else ():
            self.countries[code] += 1
        if place.code and atlas.region(place.code):
            self.regions[place.code] += 1
        if place.latitude is not None and place.longitude is not None and place.precision in _POINTS:
            self.points[place.name] = (place.latitude, place.longitude)


_PAIR = 2  # names that may each mean many places say something together
_POINTS = {Precision.CITY, Precision.SITE}
_FEW = 20  # places of one name, beyond which it says nothing about its neighbours
_COUNTY = re.compile(r"(?:[A-Z][\w.'’-]+\s){1,3}(?:County|Parish)")


def neighbours(entities: Iterable[Entity]) -> dict[str, Sequence[atlas.Entry]]:
    """Names of the article's places, and of the counties in names of bodies, with the places that they may be."""
    found: dict[str, Sequence[atlas.Entry]] = {}
    for entity in entities:
        county = _COUNTY.match(entity.name)
        name = county[0] if county else entity.name if entity.kind is Kind.PLACE else ""
        entries = [entry for entry in atlas.named(name) if entry.own] if name else []
        if 0 < len(entries) <= _FEW or county:
            found[name] = entries
    return found


def clues(entities: Iterable[Entity], dateline: str | None) -> Clues:
    """The states that an article names, by how often it does."""
    found = Clues()
    for entity in entities:
        if entity.kind is Kind.COUNTRY:
            for code in entity.country:
                found.countries[code] += len(entity.mentions)
    for code in countries.of(dateline or ""):
        found.countries[code] += 1
    return found


def holders(text: str, spans: Sequence[Span], name: str) -> list[Holder]:
    """What the text puts a name into, mention by mention, the surest first."""
    found = [held for span in spans if (held := _beside(text, span)) is not None]
    _, comma, behind = name.partition(", ")
    own = holder(behind) if comma else None
    found += [own] if own else []
    return sorted(found, key=lambda each: (not each.sure, not each.region, each.name))


def _beside(text: str, span: Span) -> Holder | None:
    after = _HELD_AFTER.match(text, span.end, span.end + _AFTER)
    if after:
        words = after[1] or after[2] or after[3]
        end = after.end() - (1 if after[2] else 0)
        while words:
            found = holder(words)
            if found is not None:
                listed = _LIST_GOES_ON.match(text, end) is not None or after[3] is not None
                return (
                    found
                    if not listed
                    else Holder(found.name, found.country, found.region, found.point, False)
                )
            words, _, cut = words.rpartition(" ")
            end -= len(cut) + 1
    return _before(text[max(0, span.start - _AFTER) : span.start])


def _before(text: str) -> Holder | None:
    """ "Norland's second city, X", "the Norlandic town of X"."""
    owner = _OWNER.search(text)
    if owner and (found := holder(owner[1])):
        return found
    adjective = _ADJECTIVE.search(text)
    states = countries.find(adjective[1]) if adjective else []
    if len(states) == 1 and states[0].role in {countries.DEMONYM, countries.NAME}:
        return Holder(countries.name(states[0].code), states[0].code, sure=_of_town(text))
    return None


def _of_town(text: str) -> bool:
    return re.search(rf"\b(?:{'|'.join(words('town'))})\s+(?:of\s+)?(?:the\s+)?$", text) is not None


@lru_cache(maxsize=1 << 12)
def holder(name: str) -> Holder | None:
    """The state, region or larger town of a name that others are placed by."""
    plain = name.rstrip(".,")
    region = _short().get(name) or _short().get(plain) or _short().get(plain + ".")
    entry = atlas.region(region) if region else None
    if entry is not None:
        return Holder(entry.name, entry.country[0], entry.region)
    states = [each for each in countries.find(plain) if (each.start, each.end) == (0, len(plain))]
    if states and states[0].role == countries.NAME:
        return Holder(countries.name(states[0].code), states[0].code)
    return _larger(plain)


def _larger(name: str) -> Holder | None:
    """The largest region or town of that name, if it is large enough to place others by."""
    largest = next(iter(atlas.named(name)), None)
    if largest is None or largest.people < _LARGE or not largest.own:
        return None
    if largest.kind is PlaceKind.REGION and largest.region == largest.code:
        return Holder(largest.name, largest.country[0], largest.region)
    if len(largest.country) != 1 or largest.precision not in {Precision.CITY, Precision.REGION}:
        return None
    return Holder(largest.name, largest.country[0], "", _at(largest))


def spelt_out(text: str, spans: Sequence[Span]) -> str:
    """The name of the region that an abbreviation behind a town or with its full stop stands for; else empty."""
    for span in spans:
        with_stop = text[span.start : span.end + 1]
        after_town = re.search(r"\w,\s$", text[max(0, span.start - 3) : span.start]) is not None
        code = _short().get(with_stop) or (_short().get(span.of(text)) if after_town else None)
        if code is not None and code != span.of(text):
            return atlas.regions_of(code)
    return ""


_CROSSING = re.compile(
    r"(?: and [A-Z][\w.]+)? (?i:avenues?|ave|streets?|st|roads?|rd|boulevards?|blvd|drive|lane)\b"
)


def is_street(text: str, span: Span) -> bool:
    """Whether only a street is named so: "near Elm and Oak avenues"."""
    return _CROSSING.match(text, span.end) is not None


def behind(text: str, span: Span) -> str:
    """The word that follows a name."""
    after = re.match(r"\s+([a-z]+|[A-Z][a-z]+)\b", text[span.end : span.end + 30])
    return after[1].lower() if after else ""


def before(text: str, span: Span, table: str) -> str:
    """The word of a table that stands before a name ("northern", "near"), the longest of them; else empty."""
    match = _leading(table).search(text[max(0, span.start - 30) : span.start])
    return match[1].lower() if match else ""


@cache
def _leading(table: str) -> re.Pattern[str]:
    ordered = sorted(words(table), key=len, reverse=True)
    return re.compile(rf"(?i:\b({'|'.join(map(re.escape, ordered))})\s+(?:the\s+)?)$")


def words(table: str) -> tuple[str, ...]:
    return tuple(_tables()[table])


def distances() -> Mapping[str, int]:
    """How far from a place is what lies "near" it."""
    near: Mapping[str, int] = _tables()["near"]
    return near


@cache
def _tables() -> Any:
    reader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(
        (resources.files("herodotus.resolution") / "places.yaml").read_text("utf8"), Loader=reader
    )


def short_forms() -> tuple[str, ...]:
    return tuple(_short())


@cache
def _short() -> dict[str, str]:
    """ "Ill." and "IL" -> "US.IL"."""
    found = {}
    for country, regions in _tables()["short"].items():
        for code, written in regions.items():
            for each in [*written, *([code] if code.isalpha() else [])]:
                found[each] = f"{country}.{code}"
    return found
