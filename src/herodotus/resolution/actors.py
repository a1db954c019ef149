"""Entities of many documents put together to actors: the same whatever order the documents come in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from herodotus.compare import names
from herodotus.compare.gazetteer import fold
from herodotus.data.actors import Actor, Use
from herodotus.data.annotations import Entity, Form, Kind
from herodotus.data.documents import Document
from herodotus.data.statements import Reading
from herodotus.resolution.lexicon import alike, sectors


@dataclass(frozen=True, slots=True)
class _Item:
    document: Document
    entity: Entity

    @property
    def key(self) -> tuple[int, str, str, str]:
        """Fuller names first, then by name, document and id, so that no order of input shows."""
        return -len(self.entity.name.split()), fold(self.entity.name), self.document.id, self.entity.id

    @property
    def named(self) -> list[str]:
        """What the text calls it by name."""
        return [m.span.of(self.document.text) for m in self.entity.mentions if m.form is Form.NAMED]


_Cluster = list[_Item]


def actors(readings: Sequence[Reading]) -> tuple[Actor, ...]:
    """One actor for all entities that are the same; unnamed sources stay apart, document by document."""
    items = sorted(
        (_Item(r.annotated.document, e) for r in readings for e in r.annotated.entities), key=lambda i: i.key
    )
    persons = _gathered([i for i in items if _is_person(i)], _same_person)
    bodies = _gathered([i for i in items if _is_body(i)], _same_body)
    alone = [[i] for i in items if not _is_person(i) and not _is_body(i)]
    clusters = [
        *((c, _PERSON_REASON) for c in persons),
        *((c, _BODY_REASON) for c in bodies),
        *((c, "named once") for c in alone),
    ]
    ordered = sorted(clusters, key=lambda pair: (pair[0][0].entity.kind.value, pair[0][0].key))
    return tuple(_actor(f"a{n}", cluster, why) for n, (cluster, why) in enumerate(ordered, 1))


def index(found: Iterable[Actor]) -> dict[tuple[str, str], str]:
    """The actor id of every (document id, entity id)."""
    return {pair: actor.id for actor in found for pair in actor.entities}


_PERSON_REASON = "names of one person, and neither states nor walks of life against it"
_BODY_REASON = "the same name or an own short form, and the same state where states are known"


def _is_person(item: _Item) -> bool:
    return item.entity.kind is Kind.PERSON and bool(item.named)


def _is_body(item: _Item) -> bool:
    """What a name or an office tells; "officials of X" may be others each time."""
    entity = item.entity
    office = entity.kind is Kind.ORGANISATION and bool(entity.country)
    return entity.kind is not Kind.PERSON and (bool(item.named) or office or entity.kind is Kind.COUNTRY)


def _gathered(
    items: Sequence[_Item], same: Callable[[_Cluster, _Item, Sequence[_Cluster]], bool]
) -> list[_Cluster]:
    """Each item into the first cluster that takes it, else into a new one."""
    clusters: list[_Cluster] = []
    by_block: dict[str, list[_Cluster]] = {}
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


def _blocks(item: _Item) -> set[str]:
    """Keys one of which two items must share to be compared at all."""
    entity = item.entity
    if entity.kind is Kind.PERSON:
        name = names.parse(entity.name)
        return {names.sound(part)[:3] for part in (*name.given, name.surname)}
    return {*entity.country, *_titles(item)}


def _same_person(cluster: _Cluster, item: _Item, near: Sequence[_Cluster]) -> bool:
    if any(_states_differ(other, item) or _walks_differ(other, item) for other in cluster):
        return False
    if " " in item.entity.name:
        return any(
            names.same_person(o.entity.name, item.entity.name).score >= names.SAME_SCORE
            for o in cluster
            if " " in o.entity.name
        )
    return _surname_fits(cluster, item) and sum(_surname_fits(other, item) for other in near) == 1


def _surname_fits(cluster: _Cluster, item: _Item) -> bool:
    """A bare surname joins the one bearer of it with whom it shares a state or words of a role."""
    known = any(set(o.entity.country) & set(item.entity.country) or _roles(o) & _roles(item) for o in cluster)
    return known and names.same_person(cluster[0].entity.name, item.entity.name).score >= names.SAME_SCORE


def _states_differ(a: _Item, b: _Item) -> bool:
    one, two = set(a.entity.country), set(b.entity.country)
    return bool(one and two and not one & two)


def _walks_differ(a: _Item, b: _Item) -> bool:
    one, two = _roles(a), _roles(b)
    if not one or not two or one & two or (set(a.entity.country) & set(b.entity.country)):
        return False
    return bool(sectors(one) and sectors(two) and not sectors(one) & sectors(two))


def _roles(item: _Item) -> frozenset[str]:
    found = re.findall(r"[a-z-]{4,}", fold(item.entity.role or ""))
    return frozenset().union(
        *(alike(word) for word in found if word not in {"former", "deputy", "senior", "chief"})
    )


def _same_body(cluster: _Cluster, item: _Item, near: Sequence[_Cluster]) -> bool:
    del near
    first = cluster[0].entity
    if Kind.COUNTRY in (first.kind, item.entity.kind):
        return first.kind is item.entity.kind and first.country == item.entity.country
    if any(_states_differ(other, item) for other in cluster) or (first.kind is Kind.PLACE) != (
        item.entity.kind is Kind.PLACE
    ):
        return False
    return any(_titles(other) & _titles(item) for other in cluster)


def _titles(item: _Item) -> frozenset[str]:
    """Names that tell a body apart: its own, and what the text calls it in several words or as an acronym."""
    called = [name for name in item.named if " " in name or (name.isupper() and len(name) > 2)]
    return frozenset(re.sub(r"^the ", "", fold(name)) for name in [item.entity.name, *called])


def _actor(number: str, cluster: _Cluster, why: str) -> Actor:
    best = max(
        cluster,
        key=lambda i: (
            len(i.entity.name.split()) > 1,
            len(i.entity.mentions),
            [-ord(c) for c in i.entity.name],
        ),
    )
    codes = tuple(dict.fromkeys(code for item in cluster for code in item.entity.country))
    return Actor(
        id=number,
        name=best.entity.name,
        kind=best.entity.kind,
        country=codes,
        roles=_uses((item.entity.role, item.document) for item in cluster),
        aliases=_uses(
            (words, item.document) for item in cluster for words in {item.entity.name, *item.named}
        ),
        entities=tuple(sorted((item.document.id, item.entity.id) for item in cluster)),
        reason=why if len(cluster) > 1 else "in one document only",
    )


def _uses(pairs: Iterable[tuple[str | None, Document]]) -> tuple[Use, ...]:
    where: dict[str, dict[str, str | None]] = {}
    for words, document in pairs:
        if words:
            where.setdefault(words, {})[document.id] = document.published
    return tuple(_use(words, where[words]) for words in sorted(where))


def _use(words: str, documents: dict[str, str | None]) -> Use:
    dates = sorted(date[:10] for date in documents.values() if date)
    return Use(words, tuple(sorted(documents)), dates[0] if dates else None, dates[-1] if dates else None)
