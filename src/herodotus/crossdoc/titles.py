"""Where the documents of a story give one person titles of different offices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from herodotus.compare import titles
from herodotus.compare.comparison import Relation
from herodotus.compare.gazetteer import fold
from herodotus.data.annotations import Entity, Kind
from herodotus.data.claims import Difference, DifferenceClass, Place, Value
from herodotus.data.documents import Span
from herodotus.data.statements import Reading

NEAR = 200
"""Code points around a name within which the words of its title stand."""


CLASSES = (
    (Relation.CONFLICT, DifferenceClass.CONFLICT, ""),
    (Relation.DIFFERENT, DifferenceClass.SUBJECT, ", which one person may hold"),
)


class Titled(NamedTuple):
    """A person of one document with the words of the title."""

    name: str
    words: str
    publisher: str
    place: Place


def title_differences(readings: Sequence[Reading]) -> tuple[Difference, ...]:
    """One for each person, told by a full name, whose titles name different offices or ranks."""
    people: dict[str, list[Titled]] = {}
    for reading in sorted(readings, key=lambda r: r.annotated.document.id):
        for one in _titled(reading):
            people.setdefault(fold(one.name), []).append(one)
    return tuple(found for name in sorted(people) for found in _of_person(people[name]))


def _titled(reading: Reading) -> Iterator[Titled]:
    document = reading.annotated.document
    for entity in reading.annotated.entities:
        if entity.kind is Kind.PERSON and entity.role and " " in entity.name:
            span = _span(document.text, entity, entity.role)
            if span is not None and titles.read(entity.role) is not None:
                words = " ".join(span.of(document.text).split())
                publisher = document.publisher or document.id
                yield Titled(entity.name, words, publisher, Place(document.id, span))


def _span(text: str, entity: Entity, role: str) -> Span | None:
    """Where the title stands, by one of the person's names."""
    pattern = re.compile(r"\s+".join(map(re.escape, role.split())))
    for mention in entity.mentions:
        match = pattern.search(text, max(0, mention.span.start - NEAR), mention.span.end + NEAR)
        if match:
            return Span(*match.span())
    return None


def _of_person(found: Sequence[Titled]) -> Iterator[Difference]:
    offices: dict[titles.Title | None, list[Titled]] = {}
    for one in found:
        offices.setdefault(titles.read(one.words), []).append(one)
    firsts = [group[0] for group in offices.values()]
    for relation, kind, note in CLASSES:
        pairs = [(a, b, titles.compare(a.words, b.words)) for a, b in combinations(firsts, 2)]
        met = [(a, b, each.reason) for a, b, each in pairs if each.relation is relation]
        if met:
            values = [_value(group) for group in offices.values() if any(group[0] in pair for pair in met)]
            reasons = "; ".join(dict.fromkeys(reason for *_, reason in met))
            yield Difference(None, "title", kind, tuple(values), f"{found[0].name}: {reasons}{note}")


def _value(group: Sequence[Titled]) -> Value:
    """Each publisher that gives the title stands behind it."""
    publishers = tuple(dict.fromkeys(one.publisher for one in group))
    return Value(
        group[0].words,
        known.told if (known := titles.read(group[0].words)) else "",
        publishers,
        len(publishers),
        tuple(one.place for one in group),
    )
