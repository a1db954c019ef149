"""Which place a name means: of all places of that name the one that the article points to.

What cannot be known stays open: a name without a place in the tables gets none, "somewhere in X" gets no point, and a
small town is only taken where something in the article points to its state or region.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from herodotus.compare import atlas, countries
from herodotus.compare.atlas import Entry
from herodotus.data.annotations import Annotated, Entity, Form, Kind
from herodotus.data.documents import Span
from herodotus.data.places import Place, PlaceKind, Precision
from herodotus.data.statements import Event, Party
from herodotus.resolution import clues
from herodotus.resolution.clues import Clues
from herodotus.resolution.placenames import PlaceName

_PLACED = (Kind.PLACE, Kind.FACILITY)

# Points by which candidates are told apart, in powers of ten of people: a town in the state that the article is about
# competes with one a hundred times as large elsewhere. Set on the dev half of benchmarks/quality/places.tsv.
_STATE_NAMED = 2.0
_REGION_NAMED = 3.0
_NEIGHBOUR = 1.5
_CAPITAL = 2.5
_OTHER_NAME = -1.0
_FAMOUS = 1_000_000  # people of a town whose other names are as well known: Kiev, Bombay
_REGION = -0.9  # a region is meant rather than the town of its name where it has eight times the people
_SITE = 6.5  # a sea or a base against towns of its name
_MARGIN = (
    0.6  # without a region or a neighbour to go by, the next of that name must have a quarter of the people
)
_TOWN = 4.2  # a name that nothing points to is taken for a town of 15,000,
_LONE = 4.7  # if the article names other states only, of 50,000 where no other has its name,
_CITY = 5.2  # and else of 150,000
_NEAR = 150  # km to a place of the article that is known
_AROUND = 20.0  # km around a town in which its port and its airport lie
_BESIDE = 60  # km between places of which one may stand for the other, or that are named because they are neighbours


@dataclass(frozen=True, slots=True)
class _Choice:
    """A candidate with what points to it: the part of the article's states and regions that its own are, and the
    article's places near it."""

    entry: Entry
    score: float
    share: float
    region: float
    beside: tuple[str, ...]

    @property
    def near(self) -> bool:
        return bool(self.region or self.beside)


def located(annotated: Annotated) -> Annotated:
    """The same document, its countries, places and facilities with the place that they are."""
    entities = annotated.entities
    if not any(entity.kind in (*_PLACED, Kind.COUNTRY) for entity in entities):
        return annotated
    known = clues.clues(entities, annotated.document.dateline)
    known.neighbours = clues.neighbours(entities)
    names = [
        PlaceName.of(annotated.document.text, e) for e in entities if _may_lie(annotated.document.text, e)
    ]
    chosen = _chosen(names, known)
    return replace(annotated, entities=tuple(_with_place(e, chosen) for e in entities))


def _may_lie(text: str, entity: Entity) -> bool:
    named = [m.span for m in entity.mentions if m.form is Form.NAMED]
    return entity.kind in _PLACED and not any(clues.is_street(text, span) for span in named)


def _with_place(entity: Entity, chosen: dict[str, Place]) -> Entity:
    if entity.kind is Kind.COUNTRY and len(entity.country) == 1:
        return replace(entity, place=country(entity.country[0]))
    return replace(entity, place=chosen[entity.id]) if entity.id in chosen else entity


def country(code: str) -> Place:
    """A whole state: no point, for its middle is nowhere that anything happened."""
    name = countries.name(code)
    return Place(name, PlaceKind.COUNTRY, Precision.COUNTRY, (code,), code=code, reason="the name of a state")


def _chosen(names: Sequence[PlaceName], known: Clues) -> dict[str, Place]:
    """The place of each entity that has one: first what the text itself places, then the rest by these."""
    for name in names:
        known.name(name.holders, name.entity.country)
    placed: dict[str, Place] = {}
    for choose in (_told, _best, _somewhere):
        found = {n.entity.id: choose(n, known) for n in names if n.entity.id not in placed}
        fresh = {name: place for name, place in found.items() if place is not None}
        for place in fresh.values():
            known.add(place)
        placed |= fresh
    return placed


def _entries(name: str) -> tuple[Entry, ...]:
    return atlas.named(name)


def _candidates(name: PlaceName) -> list[Entry]:
    found = list(_entries(name.plain))
    if name.plain.lower() in clues.words("part"):
        return []
    if name.quarter:
        return [entry for entry in found if entry.kind is PlaceKind.CITY]
    if name.site:
        return [entry for entry in found if entry.kind is PlaceKind.CITY]
    if not (name.region or name.part):
        return found
    regions = [entry for entry in found if entry.kind is PlaceKind.REGION]
    return regions or [above for entry in found if (above := _region_called(entry)) is not None] or found


def _region_called(town: Entry) -> Entry | None:
    """The region that is called after a town, however the town's name is written here."""
    above = atlas.region(town.region)
    same = above is not None and atlas.bare(above.name) == atlas.bare(town.name)
    return above if same else None


def _told(name: PlaceName, known: Clues) -> Place | None:
    """What needs no weighing: a place of that name in what the text puts it in, or the only one of a name as large as
    a sea or a state of a union."""
    del known
    for held in name.holders:
        inside = [entry for entry in _candidates(name) if held.holds(entry)]
        if inside:
            only = (
                "the only place of that name there"
                if len(inside) == 1
                else f"the largest of {len(inside)} of that name there"
            )
            return _place(name, max(inside, key=_weight), f"the text puts it in {held.name}: {only}")
    fits = _fitting(name)
    if (
        len(fits) == 1
        and fits[0].own
        and _weight(fits[0]) >= _CITY
        and not any(held.sure for held in name.holders)
    ):
        return _place(name, fits[0], _only(name))
    return None


def _only(name: PlaceName) -> str:
    among = _candidates(name)
    where = "in the tables" if len(among) == 1 else f"in {_listed(name.entity.country)}"
    return f"the only place of that name {where}"


def _listed(codes: Iterable[str]) -> str:
    return " and ".join(map(countries.name, codes))


def _fitting(name: PlaceName) -> list[Entry]:
    """The candidates in the entity's own states, where it has any."""
    codes = set(name.entity.country)
    return [e for e in _candidates(name) if not codes or not e.country or codes & set(e.country)]


def _best(name: PlaceName, known: Clues) -> Place | None:
    """The candidate that most points to, None where nothing points to any of them strongly enough."""
    found = _fitting(name)
    if not found or _put_elsewhere(name, found):
        return None
    scored = sorted((_scored(e, known, name.plain) for e in found), key=lambda c: -c.score)
    likely = [c for c in scored if c.near or _likely(c.entry, known, _alone(c.entry, found))]
    if not likely:
        return None
    first = likely[0]
    rivals = [c.score for c in likely[1:] if not _one_in_other(c.entry, first.entry)]
    needed = 0 if first.near or _is_region(first.entry) else _MARGIN
    if first.score - max(rivals, default=-math.inf) < needed:
        return None
    return _place(name, first.entry, _why(first, len(found)))


def _likely(entry: Entry, known: Clues, alone: bool) -> bool:
    """Whether a place may be meant that no region and no neighbour points to; `alone` where no other has its name."""
    if known.share(entry) or not entry.country:
        return True
    weight = _weight(entry)
    if known.countries:
        return weight >= (_LONE if alone else _CITY)
    return weight >= _TOWN or (alone and entry.own)


def _alone(entry: Entry, found: Sequence[Entry]) -> bool:
    return all(_apart(entry, other) <= _BESIDE for other in found)


def _one_in_other(a: Entry, b: Entry) -> bool:
    """Whether taking one for the other is no great mistake: a town and the region called after it, or neighbours."""
    same = bool(a.region) and a.region == b.region and (_is_region(a) or _is_region(b))
    return same or _apart(a, b) <= _BESIDE


def _apart(a: Entry, b: Entry) -> float:
    return atlas.distance((a.latitude, a.longitude), (b.latitude, b.longitude))


def _put_elsewhere(name: PlaceName, found: Iterable[Entry]) -> bool:
    """Whether the text puts the place where the tables have none of its name; a region beside others is a list."""
    listed = any(entry.code == entry.region for entry in found)
    return not listed and any(held.sure and held.point is None for held in name.holders)


def _weight(entry: Entry) -> float:
    """How much is to be said for a candidate whatever the article says."""
    if not entry.people and entry.kind is not PlaceKind.CITY:
        return _SITE
    own = 0.0 if entry.own or entry.people >= _FAMOUS else _OTHER_NAME
    if _is_region(entry):
        return math.log10(entry.people + 100) + _REGION + own
    return math.log10(entry.people + 100) + own + (_CAPITAL if _is_capital(entry) else 0.0)


def _is_region(entry: Entry) -> bool:
    return entry.code == entry.region


def _is_capital(entry: Entry) -> bool:
    return entry.kind is PlaceKind.CITY and any(
        each.role == countries.CAPITAL and (each.code,) == entry.country
        for each in countries.find(entry.name)
    )


def _scored(entry: Entry, known: Clues, name: str) -> _Choice:
    share, region = known.share(entry), known.region_share(entry)
    beside = () if _is_region(entry) else known.beside(entry, name, _NEAR)
    score = _weight(entry) + _STATE_NAMED * math.sqrt(share) + _REGION_NAMED * math.sqrt(region)
    return _Choice(entry, score + _NEIGHBOUR * min(len(beside), 2), share, region, beside)


def _why(choice: _Choice, among: int) -> str:
    entry = choice.entry
    few = "the only place of that name" if among == 1 else f"of {among} places of that name the one"
    if choice.region and entry.code != entry.region:
        return f"{few} in {atlas.regions_of(entry.region)}, which the article names"
    if choice.beside:
        return f"{few} near {choice.beside[0]}, which the article names"
    if choice.share:
        return f"{few} in {_listed(entry.country[:1])}, which the article names" + (
            "" if among == 1 else ", with most people"
        )
    return f"{few} in the tables" if among == 1 else f"{few} with by far the most people"


def _place(name: PlaceName, entry: Entry, reason: str) -> Place:
    place = Place(
        name=entry.name,
        kind=entry.kind,
        precision=entry.precision,
        country=entry.country,
        admin1=atlas.regions_of(entry.region) or None,
        latitude=entry.latitude,
        longitude=entry.longitude,
        radius=entry.radius,
        code=entry.code,
        reason=reason,
    )
    if name.site:
        return _site(place, name)
    return part(place, name.part) if name.part else place


def _site(town: Place, name: PlaceName) -> Place:
    """What is called after a town: as near as the town, for where in or near it is not in the tables."""
    reason = f"the {name.site} called after {town.name}, and only where that is is known; {town.reason}"
    radius = max(town.radius or 0, _AROUND)
    return replace(
        town, name=name.entity.name, kind=PlaceKind.FACILITY, radius=radius, code="", reason=reason
    )


def part(place: Place, word: str) -> Place:
    """A part of a state or region ("northern X"): where in it is not said, so there is no point."""
    reason = f"only a part of {place.name} ({word}), and where in it is not said; {place.reason}"
    kind = PlaceKind.REGION if place.kind is PlaceKind.COUNTRY else place.kind
    return replace(place, kind=kind, latitude=None, longitude=None, radius=None, code="", reason=reason)


def _somewhere(name: PlaceName, known: Clues) -> Place | None:
    """As much as is known of a name that the tables do not have: the part of a state, or what the text puts it in."""
    del known
    if name.part:
        states = countries.find(name.plain)
        whole = [
            each
            for each in states
            if (each.start, each.end) == (0, len(name.plain)) and each.role == countries.NAME
        ]
        return part(country(whole[0].code), name.part) if whole else None
    held = next((each for each in name.holders if each.sure and each.point is None), None)
    found = _candidates(name)
    if held is None or name.entity.kind is not Kind.PLACE or (found and not _put_elsewhere(name, found)):
        return None
    precision = Precision.REGION if held.region else Precision.COUNTRY
    reason = f"the text puts it in {held.name}, and the tables have no place of that name there"
    admin1 = atlas.regions_of(held.region) or None
    return Place(name.plain, PlaceKind.CITY, precision, (held.country,), admin1, reason=reason)


def placed(annotated: Annotated, events: Sequence[Event]) -> tuple[Event, ...]:
    """The same events, their places with what the words before them make of them: "near X", "in northern X"."""
    text = annotated.document.text
    known = {
        mention.span: entity.place
        for entity in annotated.entities
        for mention in entity.mentions
        if entity.place is not None and mention.form is Form.NAMED
    }
    return tuple(_event(event, text, known) for event in events)


def _event(event: Event, text: str, known: Mapping[Span, Place]) -> Event:
    return event if event.place is None else replace(event, place=_party(event.place, text, known))


def _party(party: Party, text: str, known: Mapping[Span, Place]) -> Party:
    """With the place of the name that shares most with the words."""
    shared = {span: min(span.end, party.span.end) - max(span.start, party.span.start) for span in known}
    best = max(shared, key=lambda span: (shared[span], -span.start), default=None)
    if best is None or shared[best] <= 0:
        return party
    return replace(party, place=at(known[best], text, best))


def at(place: Place, text: str, span: Span) -> Place:
    """The place as the words before it widen it: "near X" is around X, "in northern X" somewhere in it."""
    near = clues.before(text, span, "near")
    if near and place.latitude is not None:
        wide = float(max(place.radius or 0, clues.distances()[near]))
        precision = (
            Precision.REGION if place.precision in {Precision.SITE, Precision.CITY} else place.precision
        )
        return replace(place, radius=wide, precision=precision, reason=f"{near} {place.name}; {place.reason}")
    word = clues.before(text, span, "part")
    if word and place.precision in {Precision.REGION, Precision.COUNTRY} and place.code:
        return part(place, word)
    return place
