"""What the documents say together: claims with positions and origins, differences, timeline, stories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from herodotus.data import places
from herodotus.data.documents import Document, Skipped, Span
from herodotus.data.statements import Evidence, Reading


class Position(Enum):
    """Where a statement stands on a claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    DECLINES = "declines"


@dataclass(frozen=True, slots=True)
class Stand:
    """One statement's position on a claim; `reason` says why it was counted here, in words."""

    document: str
    statement: str
    position: Position
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent root of information, with the statements that go back to it (pairs of document and
    statement id) and, in words, why they were put together."""

    id: str
    label: str
    statements: tuple[tuple[str, str], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """A span of one document's text."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """Something said to be the case, gathered over documents. `words` are the best-attested words, of which
    `text` is made; `origins` are those of the statements that assert it. `time` and `place` are as normalised
    (TIMEX3 value, name), `location` is where that place is; None where unknown."""

    id: str
    text: str
    words: tuple[Place, ...]
    stands: tuple[Stand, ...]
    origins: tuple[Origin, ...]
    evidence: tuple[Evidence, ...]
    time: str | None = None
    place: str | None = None
    location: places.Place | None = None


class DifferenceClass(Enum):
    CONFLICT = "conflict"
    CONVERSION = "unit conversion or rounding"
    PRECISION = "precision"
    UPDATE = "update over time"
    SUBJECT = "different subject"


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values on which statements differ: as written, as normalised, who holds it, how many origins
    stand behind it, and where the words are."""

    value: str
    normal: str
    holders: tuple[str, ...]
    origins: int
    words: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    claim: str
    field: str
    kind: DifferenceClass
    values: tuple[Value, ...]
    reason: str


class RelationClass(Enum):
    CONTRADICTS = "contradicts"
    UPDATES = "updates"
    PART = "is part of"


@dataclass(frozen=True, slots=True)
class Relation:
    """How a claim stands to another of its story (ids): `claim` contradicts, updates or is part of `other`; `reason`
    says in words by what this was seen. Two that contradict each other are told once, the lower id first."""

    claim: str
    kind: RelationClass
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A day or a longer time, what is said to have happened then, and the claims that say so."""

    since: date
    until: date
    precision: str
    text: str
    claims: tuple[str, ...]
    words: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Story:
    id: str
    title: str
    documents: tuple[str, ...]
    claims: tuple[Claim, ...]
    differences: tuple[Difference, ...]
    timeline: tuple[TimelineEntry, ...]
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that is told: readings by document, stories, and what was left out."""

    readings: tuple[Reading, ...]
    stories: tuple[Story, ...]
    skipped: tuple[Skipped, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        return tuple(reading.annotated.document for reading in self.readings)
