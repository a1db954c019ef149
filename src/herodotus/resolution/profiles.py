"""What is told of an actor, from all the entities that are one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from herodotus.compare import agencies, countries
from herodotus.compare.gazetteer import fold
from herodotus.data.actors import Actor, Use
from herodotus.data.annotations import Kind
from herodotus.data.documents import Document
from herodotus.data.statements import Reading
from herodotus.resolution import coalitions, sectors
from herodotus.resolution.items import Cluster, Item, nouns

Outlets = Mapping[str, tuple[set[str], set[str]]]


def actor(number: str, cluster: Cluster, why: str, outlets: Outlets) -> Actor:
    """The fullest and most used name stands for all."""
    best = max(cluster, key=_standing)
    codes = tuple(dict.fromkeys(code for item in cluster for code in item.entity.country))
    roles = _uses((item.entity.role, item.document) for item in cluster)
    called = {words for item in cluster for words in {item.entity.name, *item.named}}
    described = [role.words for role in roles] + list(nouns(cluster))
    sector = sectors.sector(best.entity.kind, [best.entity.name, *sorted(called)], described)
    published, relayed = _passed_on(called, outlets)
    counted = [n for item in cluster if (n := coalitions.count(item.entity, item.reading.annotated))]
    return Actor(
        id=number,
        name=best.entity.name,
        kind=best.entity.kind,
        country=codes,
        roles=roles,
        aliases=_uses((words, i.document) for i in cluster for words in {i.entity.name, *i.named}),
        entities=tuple(sorted((item.document.id, item.entity.id) for item in cluster)),
        reason=why,
        sector=sector,
        part_of=_state(best, codes, sector),
        members=tuple(
            dict.fromkeys(
                name for item in cluster for name in coalitions.members(item.entity, item.reading.annotated)
            )
        ),
        count=max(counted, default=None),
        publishes=tuple(sorted(published)),
        relays=tuple(sorted(relayed)),
    )


def _standing(item: Item) -> tuple[bool, int, list[int]]:
    name = item.entity.name
    return len(name.split()) > 1, len(item.entity.mentions), [-ord(c) for c in name]


def _state(best: Item, codes: Sequence[str], sector: str) -> str | None:
    """The state that a ministry, an army or a court belongs to."""
    part = best.entity.kind is Kind.ORGANISATION and sector in sectors.STATE and len(codes) == 1
    return countries.name(codes[0]) if part else None


def outlets(readings: Iterable[Reading]) -> Outlets:
    """For each name of an outlet, folded, the documents it published and those that relay it."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for reading in readings:
        document = reading.annotated.document
        if document.publisher:
            found.setdefault(_outlet(document.publisher), (set(), set()))[0].add(document.id)
        for relay in (name for statement in reading.statements for name in statement.chain[:-1]):
            found.setdefault(_outlet(relay), (set(), set()))[1].add(document.id)
    return found


def _outlet(name: str) -> str:
    known = agencies.agency(name)
    return fold(known.name if known else name)


def _passed_on(called: Iterable[str], found: Outlets) -> tuple[set[str], set[str]]:
    """What the outlet of these names published, and who else relays it."""
    names = [name for name in called if agencies.agency(name) or _outlet(name) in found]
    pairs = [found[_outlet(name)] for name in names if _outlet(name) in found]
    published = set().union(*(pair[0] for pair in pairs))
    relayed = set().union(*(pair[1] for pair in pairs))
    return published, relayed - published


def _uses(pairs: Iterable[tuple[str | None, Document]]) -> tuple[Use, ...]:
    where: dict[str, dict[str, str | None]] = {}
    for words, document in pairs:
        if words:
            where.setdefault(words, {})[document.id] = document.published
    return tuple(_use(words, where[words]) for words in sorted(where))


def _use(words: str, documents: dict[str, str | None]) -> Use:
    dates = sorted(date[:10] for date in documents.values() if date)
    return Use(words, tuple(sorted(documents)), dates[0] if dates else None, dates[-1] if dates else None)
