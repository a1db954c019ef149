"""How the claims of one story stand to each other: what contradicts, updates, is part of or follows from what.

Only claims that are kept apart are looked at; what is said of one claim in two ways is a difference. Every rule asks
for much, since a relation that is not there does more harm than one that is not told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from herodotus.compare import likeness
from herodotus.compare.likeness import Matter
from herodotus.crossdoc.bonds import (
    Finding,
    contained,
    contrary,
    done,
    grown,
    kind_of,
    turned,
)
from herodotus.crossdoc.claims import Gathered
from herodotus.crossdoc.following import DEED, HARM, harmed, supplied
from herodotus.crossdoc.sides import Case, Side, side
from herodotus.data.claims import Relation, RelationClass

COMMON = 40
"""A word in more claims of the story than this brings no pair up for comparison."""
ALIKE = 0.6
"""Likeness from which on two claims are looked at: set by eye on the pairs of eight stories."""

Rule = Callable[[Case], Finding]
"""Whether the first of two claims stands so to the second, and why, in words; empty where it does not."""
RULES: tuple[tuple[Rule, RelationClass], ...] = (
    (done, RelationClass.UPDATES),
    (grown, RelationClass.UPDATES),
    (turned, RelationClass.UPDATES),
    (contrary, RelationClass.CONTRADICTS),
    (kind_of, RelationClass.PART),
    (contained, RelationClass.PART),
)
"""The first that holds decides."""
FOLLOWING: tuple[Rule, ...] = (harmed, supplied)
"""Asked of claims of events, also where one statement tells both."""


def relations(gathered: Sequence[Gathered]) -> tuple[Relation, ...]:
    """Of the claims of a story, in their order; at most one of two claims."""
    sides = [side(each) for each in gathered]
    counts = Counter(term for each in sides for term in each.said.terms)
    matter = Matter.of(each.said for each in sides)
    found = (_of(sides[a], sides[b], matter) for a, b in sorted(_pairs(sides, counts)))
    return tuple(relation for relation in found if relation is not None)


def _pairs(sides: Sequence[Side], counts: Mapping[str, int]) -> set[tuple[int, int]]:
    """Claims with a word in common that is not everywhere, or of events of one type with a party, by their places."""
    holders: dict[object, list[int]] = {}
    for n, each in enumerate(sides):
        keys = [term for term in each.said.terms if counts[term] <= COMMON]
        named = each.main.parties | each.main.places
        events = [(each.main.type, who) for who in named] if each.main.type else []
        for key in [*keys, *events, *_led_to(each)]:
            holders.setdefault(key, []).append(n)
    return {pair for group in holders.values() for pair in combinations(group, 2)}


def _led_to(each: Side) -> Iterator[object]:
    """What brings claims up of which one may follow from the other: a statement that tells of harm and deed, and who
    was given things or used them."""
    if each.main.type in HARM | DEED:
        yield from each.statements
    if each.main.type in ("TRANSFER", "ASSAULT"):
        receiving = each.main.recipients if each.main.type == "TRANSFER" else each.main.actors
        yield from (("arms", who) for who in receiving)


def _of(a: Side, b: Side, matter: Matter) -> Relation | None:
    both = Case(a, b, 0.0, matter)
    for rule in FOLLOWING:
        for one in (both, both.turned()):
            if reason := rule(one):
                return Relation(one.a.id, RelationClass.FOLLOWS, one.b.id, reason)
    if not a.statements.isdisjoint(b.statements):
        return None  # what one statement says in one breath
    alike = likeness.compare(a.said, b.said, matter).score
    case = Case(a, b, alike, matter)
    if alike < ALIKE and not case.same_kind:
        return None
    for rule, kind in RULES:
        for one in (case, case.turned()):
            reason = rule(one)
            if reason:
                return Relation(one.a.id, kind, one.b.id, reason)
    return None
