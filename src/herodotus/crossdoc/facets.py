"""Where a claim's events are said to have happened, and with which weapons by name."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from herodotus.compare import arsenal
from herodotus.crossdoc.claims import Gathered
from herodotus.crossdoc.figures import Figure, Held, held
from herodotus.crossdoc.propositions import Proposition
from herodotus.data.documents import Span
from herodotus.data.places import Place, Precision

LOCAL = frozenset({Precision.SITE, Precision.CITY, Precision.REGION})
"""Places that say more than which state."""
V = TypeVar("V", Place, arsenal.Thing)


def whereabouts(gathered: Gathered) -> list[list[Figure]]:
    """The places smaller than a state of the claim's events, as one list."""
    return _listed(gathered.propositions, _places, lambda place: (place.code, place.name))


def designs(gathered: Gathered) -> list[list[Figure]]:
    """The materiel of the claim's events, as one list; empty where none is called by a name of its own."""
    found = _listed(gathered.propositions, _things, lambda thing: (thing.name, thing.version, thing.cls))
    named = [f for values in found for f in values if isinstance(f.value, arsenal.Thing) and f.value.name]
    return found if named else []


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
