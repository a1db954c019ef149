"""Who is said to have done what a claim tells, where, with which weapons by name, and how many say so together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from herodotus.compare import arsenal
from herodotus.crossdoc.claims import Gathered
from herodotus.crossdoc.figures import Doer, Figure, Held, held
from herodotus.crossdoc.propositions import Proposition
from herodotus.data.annotations import Quantity
from herodotus.data.documents import Span
from herodotus.data.places import Place, Precision

LOCAL = frozenset({Precision.SITE, Precision.CITY, Precision.REGION})
"""Places that say more than which state."""
NEAR = 1.2
"""Two counts of signatories that are further apart than this are of two statements."""
V = TypeVar("V", Place, arsenal.Thing, Quantity, Doer)


def whereabouts(gathered: Gathered) -> list[list[Figure]]:
    """The places smaller than a state of the claim's events, as one list."""
    return _listed(gathered.propositions, _places, lambda place: (place.code, place.name))


def designs(gathered: Gathered) -> list[list[Figure]]:
    """The materiel of the claim's events, as one list; empty where none is called by a name of its own."""
    found = _listed(gathered.propositions, _things, lambda thing: (thing.name, thing.version, thing.cls))
    named = [f for values in found for f in values if isinstance(f.value, arsenal.Thing) and f.value.name]
    return found if named else []


def signatories(gathered: Gathered) -> list[list[Figure]]:
    """How many speak together ("the ministers of 47 states"), in one list for each statement that they can have made:
    counts that are near each other, for eight and 47 have made two."""
    found = _listed(gathered.propositions, _speakers, lambda q: (q.low, q.best, q.high))
    rows: list[list[Figure]] = []
    for figure in sorted((f for values in found for f in values), key=lambda f: f.size or 0):
        last = rows[-1][-1].size if rows else None
        if last and (figure.size or 0) <= last * NEAR:
            rows[-1].append(figure)
        else:
            rows.append([figure])
    return [row for row in rows if len(row) > 1]


def doers(gathered: Gathered) -> list[list[Figure]]:
    """Who is said to have done it: states, and bodies and people that belong to none, as one list."""
    return _listed(gathered.propositions, _parties, lambda doer: doer.key)


def _listed(
    propositions: Sequence[Proposition],
    read: Callable[[Proposition], Iterator[tuple[V, Span]]],
    key: Callable[[V], Hashable],
) -> list[list[Figure]]:
    merged: dict[Hashable, list[tuple[V, Held]]] = {}
    for p in propositions:
        for value, span in read(p):
            merged.setdefault(key(value), []).append((value, held(p, span)))
    figures = [Figure(same[0][0], tuple(h for _, h in same)) for same in merged.values()]
    return [figures] if len(figures) > 1 else []


def _places(p: Proposition) -> Iterator[tuple[Place, Span]]:
    if p.event is None:
        return
    for party in (p.event.place, *p.event.recipients):
        if party is not None and party.place is not None and party.place.precision in LOCAL:
            yield party.place, party.span


def _things(p: Proposition) -> Iterator[tuple[arsenal.Thing, Span]]:
    text = p.reading.annotated.document.text
    for span in p.event.materiel if p.event is not None else ():
        thing = arsenal.read(span.of(text))
        if thing is not None:
            yield thing, span


def _speakers(p: Proposition) -> Iterator[tuple[Quantity, Span]]:
    for quantity in p.reading.annotated.quantities:
        inside = any(span.contains(quantity.span) for span in p.statement.source.spans)
        if inside and quantity.unit == "count" and (quantity.best or quantity.low or 0) > 1:
            yield quantity, quantity.span


def _parties(p: Proposition) -> Iterator[tuple[Doer, Span]]:
    """Of an event with one doer only: where there are more, each document may name another of them."""
    actors = p.event.actors if p.event is not None else ()
    if len(p.actors) == 1 and len(actors) == 1:
        yield Doer(actors[0].name, actors[0].country), actors[0].span
