"""What a document is about, as far as it tells one happening from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from herodotus.compare.texts import content_words
from herodotus.crossdoc.terms import NAMED, last_name
from herodotus.data.annotations import Annotated, Entity, Form, Kind
from herodotus.data.documents import Span
from herodotus.data.places import PlaceKind, Precision
from herodotus.data.statements import Reading

LEAD = 4
"""Sentences that, with the title, say what an article is about; the rest is background too."""
OFTEN = 2
"""Mentions from which on a person counts among those that an article is about."""
TOWNS = 8
"""Towns that are kept of one article, those named most often."""
DAYS = frozenset({"day", "part of day"})
EXACT = frozenset({Precision.SITE, Precision.CITY})

Key = tuple[str, str]
"""Hash and id of a document: it stands for the document and gives the order."""
Point = tuple[float, float]
"""Latitude and longitude in degrees."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One document: its key, the day it was published, its words (without what are names) and names, each with counts;
    the names in title and lead; the persons it is mainly about; and where and when things happen in it. `towns` gives
    each point its name; `regions` are "California, USA"; `days` those that it tells of, to the day."""

    key: Key
    published: date | None
    words: Mapping[str, int]
    names: Mapping[str, int]
    leading: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    towns: Mapping[Point, str] = field(default_factory=dict)
    regions: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()


def profile(reading: Reading) -> Profile:
    annotated = reading.annotated
    document, text = annotated.document, annotated.document.text
    title = document.title or ""
    sentences = [span.of(text) for span in annotated.sentences]
    named = [e for e in annotated.entities if e.kind in NAMED and e.mentions]
    names = _names(named)
    return Profile(
        key=(document.sha256, document.id),
        published=date.fromisoformat(document.published[:10]) if document.published else None,
        words=_words([title, *sentences], names),
        names=names,
        leading=frozenset(_leading(named, title, annotated.sentences[:LEAD])),
        people=frozenset(_people(named)),
        towns=_towns(annotated.entities),
        regions=frozenset(_regions(annotated.entities)),
        countries=frozenset(code for e in annotated.entities for code in e.country),
        days=frozenset(_days(annotated)),
    )


def _words(texts: Sequence[str], names: Container[str]) -> Counter[str]:
    return Counter(word for word in content_words(" ".join(texts)) if word not in names)


def _names(entities: Iterable[Entity]) -> Counter[str]:
    found: Counter[str] = Counter()
    for e in entities:
        found[_name(e)] += len(e.mentions)
    return found


def _leading(entities: Iterable[Entity], title: str, lead: Sequence[Span]) -> Iterator[str]:
    """Names in the title or in the first sentences."""
    words, end = title.lower().split(), lead[-1].end if lead else 0
    for e in entities:
        if _name(e) in words or any(m.form is Form.NAMED and m.span.start < end for m in e.mentions):
            yield _name(e)


def _name(e: Entity) -> str:
    return e.country[0] if e.country and e.kind in (Kind.COUNTRY, Kind.NATIONALITY) else last_name(e.name)


def _people(entities: Iterable[Entity]) -> Iterator[str]:
    for e in entities:
        if e.kind is Kind.PERSON and len(e.mentions) >= OFTEN and _naming(e):
            yield _name(e)


def _naming(e: Entity) -> int:
    """In how many mentions it is called by name."""
    return sum(m.form is Form.NAMED for m in e.mentions)


def _towns(entities: Iterable[Entity]) -> dict[Point, str]:
    """Towns and sites whose point is known, the oftenest named first."""
    found: Counter[tuple[Point, str]] = Counter()
    for e in entities:
        at = e.place
        if at and at.latitude is not None and at.longitude is not None and at.precision in EXACT:
            found[(at.latitude, at.longitude), at.name] += _naming(e)
    return {point: name for (point, name), _ in found.most_common(TOWNS)}


def _regions(entities: Iterable[Entity]) -> Iterator[str]:
    """The first-level regions in which towns lie, or that are named themselves."""
    for e in entities:
        if e.place and e.place.admin1 and e.place.country and e.place.kind is not PlaceKind.COUNTRY:
            yield f"{e.place.admin1}, {e.place.country[0]}"


def _days(annotated: Annotated) -> Iterator[date]:
    for time in annotated.times:
        if time.precision in DAYS and time.since:
            yield time.since
