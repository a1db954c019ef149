"""What the documents say together: claims with positions and origins, differences, timeline, stories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from herodotus.data import places
from herodotus.data.documents import Document, Skipped, Span
from herodotus.data.statements import Evidence, Reading
from herodotus.data.tolls import Casualty


class Position(Enum):
    """Where a statement stands on a claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    DECLINES = "declines"


@dataclass(frozen=True, slots=True)
class Stand:
    """One statement's position on a claim; `reason` says in words what makes it a position, `same` what the statement
    shares with the words in which the claim is told (empty for these themselves, and for answers)."""

    document: str
    statement: str
    position: Position
    reason: str
    same: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """How one statement goes back to its origin: `chain` names who passed it on, the publisher first and the origin
    last, and `reason` says why in one sentence, other documents by their ids in square brackets. It is `copied` where
    the text is known to be that of another document or of an agency."""

    document: str
    statement: str
    chain: tuple[str, ...]
    reason: str
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """A root of information, with the statements that go back to it (pairs of document and statement id) and, in
    words, why they were put together.

    It stands for `low` to `high` roots that are independent of the other origins: 0 to 1 where it may go back to one of
    them, 1 to 2 where some of its statements may have a root of their own.
    """

    id: str
    label: str
    statements: tuple[tuple[str, str], ...]
    reason: str
    low: int = 1
    high: int = 1
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A span of one document's text."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """Something said to be the case, gathered over documents. `words` are the best-attested words, of which
    `text` is made; `origins` are those of the statements that assert it. `time` and `place` are as normalised
    (TIMEX3 value, name), `location` is where that place is; None where unknown. Of a
    `topic` the words only name something, and say nothing of it."""

    id: str
    text: str
    words: tuple[Place, ...]
    stands: tuple[Stand, ...]
    origins: tuple[Origin, ...]
    evidence: tuple[Evidence, ...]
    time: str | None = None
    place: str | None = None
    location: places.Place | None = None
    topic: bool = False

    @property
    def low(self) -> int:
        """How many independent origins there are at least."""
        return max(sum(origin.low for origin in self.origins), min(1, len(self.origins)))

    @property
    def high(self) -> int:
        """How many there may be."""
        return sum(origin.high for origin in self.origins)


class DifferenceClass(Enum):
    CONFLICT = "conflict"
    CONVERSION = "unit conversion or rounding"
    PRECISION = "precision"
    UPDATE = "update over time"
    SUBJECT = "different subject"


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values on which statements differ: as written, as normalised, who holds it, how many origins
    stand behind it, and where the words are. `doubt` says why the reading of the value is unsure."""

    value: str
    normal: str
    holders: tuple[str, ...]
    origins: int
    words: tuple[Place, ...]
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Values of one `field` that differ. `claim` is the id of the claim that they are of, None where documents as a
    whole differ: in how many they count as killed or injured, in the title that they give somebody."""

    claim: str | None
    field: str
    kind: DifferenceClass
    values: tuple[Value, ...]
    reason: str


class RelationClass(Enum):
    CONTRADICTS = "contradicts"
    UPDATES = "updates"
    PART = "is part of"
    FOLLOWS = "follows from"


@dataclass(frozen=True, slots=True)
class Relation:
    """How a claim stands to another of its story (ids): `claim` contradicts, updates, is part of or follows
    from `other`; `reason` says in words by what this was seen. Two that contradict each other are told once, the lower
    id first."""

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
    casualties: tuple[Casualty, ...] = ()
    relations: tuple[Relation, ...] = ()

    @property
    def said(self) -> int:
        """How many of the claims say something of what they name."""
        return sum(not claim.topic for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that is told: readings by document, stories, and what was left out."""

    readings: tuple[Reading, ...]
    stories: tuple[Story, ...]
    skipped: tuple[Skipped, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        return tuple(reading.annotated.document for reading in self.readings)
