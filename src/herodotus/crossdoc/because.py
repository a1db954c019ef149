"""Why a statement is counted to a claim: what it shares with the words in which the claim is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from herodotus.compare import countries
from herodotus.compare.materiel import kind_of, lineage
from herodotus.crossdoc.propositions import Proposition

MOST_WORDS = 4


def same(p: Proposition, told: Proposition) -> str:
    """One line: "transfer; by Norway; to Sweden; rifle is a kind of weapon"; where neither has an event, the words that
    both have. Empty for the proposition that tells the claim itself."""
    if p is told:
        return ""
    return "; ".join(_event(p, told) if p.event is not None and told.event is not None else _words(p, told))


def _event(p: Proposition, told: Proposition) -> Iterator[str]:
    if p.type is not None and told.type is not None:
        kinds = dict.fromkeys((p.type.lower(), told.type.lower()))
        yield " and ".join(kinds)
    yield from _named("by", p.actors & told.actors)
    yield from _named("to", p.recipients & told.recipients)
    yield from _named("in", p.places & told.places)
    yield from _things(p, told)
    if p.since and told.since and p.until and told.until:
        yield f"{p.since}" if p.since == told.since else f"{p.since} and {told.since}"


def _named(role: str, codes: Iterable[str]) -> Iterator[str]:
    found = sorted(countries.name(code) if code in countries.codes() else code for code in codes)
    if found:
        yield f"{role} {', '.join(found)}"


def _things(p: Proposition, told: Proposition) -> Iterator[str]:
    shared = sorted(p.materiel & told.materiel)
    if shared:
        yield ", ".join(shared)
        return
    for a in sorted(p.materiel):
        for b in sorted(told.materiel):
            if kind_of(a, b):
                yield f"{a} is a kind of {b}" if b in lineage(a) else f"{b} is a kind of {a}"
                return


def _words(p: Proposition, told: Proposition) -> Iterator[str]:
    shared = sorted(p.terms & told.terms, key=lambda term: (-len(term), term))[:MOST_WORDS]
    yield f"in like words: {', '.join(shared)}" if shared else "close in meaning"
