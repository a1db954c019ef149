"""Entities of many documents put together to actors: the same whatever order the documents come in."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache

from herodotus.compare import names
from herodotus.compare.gazetteer import fold
from herodotus.data.actors import Actor, Decision
from herodotus.data.annotations import Kind
from herodotus.data.statements import Reading
from herodotus.resolution import decisions, profiles, unnamed
from herodotus.resolution.items import Cluster, Item, states_differ
from herodotus.resolution.lexicon import sectors, words


def actors(
    readings: Sequence[Reading],
    stories: Iterable[Collection[str]] = (),
    decided: Iterable[Decision] = (),
) -> tuple[Actor, ...]:
    """One actor for all entities that are the same.

    `stories` are the ids of documents that tell of one happening: within a story a surname or a description ("the
    driver") is enough, where it fits one bearer alone; without one, unnamed sources stay apart, document by document.
    What a person `decided` holds against all of that.
    """
    items = _items(readings, stories)
    persons = _gathered([i for i in items if i.is_person], _same_person)
    bodies = _gathered([i for i in items if i.is_body], _same_body)
    named, alone = unnamed.joined(
        _one_name(persons, bodies), [i for i in items if not i.is_person and not i.is_body]
    )
    clusters = [
        *((c, _PERSON_REASON if c[0].is_person else _BODY_REASON) for c in named),
        *((c, _DESCRIBED_REASON) for c in alone),
    ]
    clusters = [
        (cluster, why if len(cluster) > 1 or why == decisions.DIFFERENT else "in one document only")
        for cluster, why in decisions.applied(clusters, decided)
    ]
    ordered = sorted(clusters, key=lambda pair: (pair[0][0].entity.kind.value, pair[0][0].key))
    outlets = profiles.outlets(readings)
    return tuple(
        profiles.actor(f"a{n}", cluster, why, outlets) for n, (cluster, why) in enumerate(ordered, 1)
    )


def _items(readings: Sequence[Reading], stories: Iterable[Collection[str]]) -> list[Item]:
    story = {document: f"story {n}" for n, group in enumerate(stories) for document in group}
    found = []
    for reading in readings:
        document = reading.annotated.document.id
        happening = story.get(document, f"document {document}")
        entities = reading.annotated.participants or reading.annotated.entities
        found += [Item(reading, entity, happening) for entity in entities]
    return sorted(found, key=lambda item: item.key)


def _one_name(persons: Sequence[Cluster], bodies: Sequence[Cluster]) -> list[Cluster]:
    """Within a story a name in several words is one actor's, whatever the model took it for in each report."""
    by_name = {(i.story, fold(i.entity.name)): c for c in persons for i in c if " " in i.entity.name}
    kept: list[Cluster] = [*persons]
    for body in bodies:
        keys = ((i.story, fold(i.entity.name)) for i in body if i.entity.kind in _MISTAKEN)
        person = next((by_name[key] for key in keys if key in by_name), None)
        if person is None:
            kept.append(body)
        elif len(body) > len(person):
            person[:0] = body
        else:
            person.extend(body)
    return kept


_MISTAKEN = (Kind.ORGANISATION, Kind.OTHER)  # what persons are taken for


def index(found: Iterable[Actor]) -> dict[tuple[str, str], str]:
    """The actor id of every (document id, entity id)."""
    return {pair: actor.id for actor in found for pair in actor.entities}


_PERSON_REASON = "names of one person, and neither states nor walks of life against it"
_DESCRIBED_REASON = "described alike in one story"
_BODY_REASON = "the same name or an own short form, and the same state where states are known"


def _gathered(
    items: Sequence[Item], same: Callable[[Cluster, Item, Sequence[Cluster]], bool]
) -> list[Cluster]:
    """Each item into the first cluster that takes it, else into a new one."""
    clusters: list[Cluster] = []
    by_block: dict[str, list[Cluster]] = {}
    for item in items:
        near = list({id(c): c for block in _blocks(item) for c in by_block.get(block, ())}.values())
        home = next((cluster for cluster in near if same(cluster, item, near)), None)
        if home is None:
            home = []
            clusters.append(home)
        home.append(item)
        for block in _blocks(item):
            if not any(c is home for c in by_block.setdefault(block, [])):
                by_block[block].append(home)
    return clusters


def _blocks(item: Item) -> set[str]:
    """Keys one of which two items must share to be compared at all."""
    entity = item.entity
    if entity.kind is Kind.PERSON:
        name = names.parse(entity.name)
        return {names.sound(part)[:3] for part in (*name.given, name.surname)}
    ends = {fold(name).split()[at] for name in (entity.name,) if name.split() for at in (0, -1)}
    return {*entity.country, *_titles(item), *ends}


def _same_person(cluster: Cluster, item: Item, near: Sequence[Cluster]) -> bool:
    if any(states_differ(other, item) or _walks_differ(other, item) for other in cluster):
        return False
    if " " in item.entity.name:
        return any(
            names.same_person(o.entity.name, item.entity.name).score >= names.SAME_SCORE
            for o in cluster
            if " " in o.entity.name
        )
    return _surname_fits(cluster, item) and sum(_surname_fits(other, item) for other in near) == 1


def _surname_fits(cluster: Cluster, item: Item) -> bool:
    """A bare surname joins the one bearer of it with whom it shares a state or words of a role."""
    known = any(
        set(o.entity.country) & set(item.entity.country) or o.roles & item.roles or o.story == item.story
        for o in cluster
    )
    return known and names.same_person(cluster[0].entity.name, item.entity.name).score >= names.SAME_SCORE


def _walks_differ(a: Item, b: Item) -> bool:
    """Within a story one and the same person may be called by what they were and are."""
    one, two = a.roles, b.roles
    if (
        a.story == b.story
        or not one
        or not two
        or one & two
        or (set(a.entity.country) & set(b.entity.country))
    ):
        return False
    return bool(sectors(one) and sectors(two) and not sectors(one) & sectors(two))


def _same_body(cluster: Cluster, item: Item, near: Sequence[Cluster]) -> bool:
    first = cluster[0].entity
    if Kind.COUNTRY in (first.kind, item.entity.kind):
        return first.kind is item.entity.kind and first.country == item.entity.country
    if any(states_differ(other, item) for other in cluster) or (first.kind is Kind.PLACE) != (
        item.entity.kind is Kind.PLACE
    ):
        return False
    if any(_titles(other) & _titles(item) for other in cluster):
        return True
    if not _short_form(cluster, item):
        return False
    others = max((len(c) for c in near if c is not cluster and _short_form(c, item)), default=0)
    return len(cluster) > _CLEARLY * others


_CLEARLY = 2  # times as many documents as any other whose short form it could be


def _short_form(cluster: Cluster, item: Item) -> bool:
    """Whether it is what a longer name in the story ends in, or all of one but "Inc" and its like."""
    name = fold(item.entity.name).split()
    if len(name[-1]) < _SHORTEST or name[-1] in words("bodies") or item.entity.kind is Kind.PLACE:
        return False
    longer = [fold(other.entity.name).split() for other in cluster if other.story == item.story]
    return any(len(name) < len(n) and (n[-len(name) :] == name or _company(n) == name) for n in longer)


_SHORTEST = 3  # letters


def _company(name: list[str]) -> list[str]:
    return [word for word in name if word not in _company_ends()]


@cache
def _company_ends() -> frozenset[str]:
    return frozenset(fold(word) for word in words("company_ends"))


def _titles(item: Item) -> frozenset[str]:
    """Names that tell a body apart: its own, and what the text calls it in several words or as an acronym."""
    called = [name for name in item.named if " " in name or (name.isupper() and len(name) > 2)]
    return frozenset(re.sub(r"^the ", "", fold(name)) for name in [item.entity.name, *called])
