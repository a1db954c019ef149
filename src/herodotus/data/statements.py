"""Who says what in one document, and what is said to have happened."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from herodotus.data.annotations import Annotated
from herodotus.data.documents import Span
from herodotus.data.places import Place
from herodotus.data.tolls import Toll, Total


class Manner(Enum):
    """Whether the content stands in quotation marks: wholly, not at all, or in part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(Enum):
    """What the source does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    DECLINES = "declines"
    CONDEMNS = "condemns"
    URGES = "urges"
    ANNOUNCES = "announces"
    PREDICTS = "predicts"


class Evidence(Enum):
    """What the source says it rests on."""

    DECLASSIFIED = "declassified intelligence"
    INTELLIGENCE = "intelligence"
    SATELLITE = "satellite imagery"
    EXAMINATION = "physical examination"
    EXPERT = "expert assessment"
    OFFICIAL = "official statement"
    DOCUMENT = "document"
    STATE_MEDIA = "state media"
    AGENCY = "news agency"
    EYEWITNESS = "eyewitness"
    UNNAMED = "unnamed officials"
    NONE = "none stated"


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks. `entity` is an id in the document's entities or None; `name` whom the words mean;
    `country` ISO 3166 alpha-3 codes; `spans` the words that name the source here (empty for narration and for
    statements without a stated source)."""

    spans: tuple[Span, ...]
    name: str
    entity: str | None = None
    country: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Someone says something in one document. Narration has the publisher as source and no cue.

    `chain` is who relays whom, outermost first, without the publisher, ending in the source; it is empty where
    there is only one link. `vector` has unit length (float32, 384) and stands for the content.
    """

    id: str
    document: str
    source: Source
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    manner: Manner
    stance: Stance
    evidence: Evidence
    chain: tuple[str, ...]
    score: float
    vector: NDArray[np.float32] = field(compare=False, repr=False)

    @property
    def narrated(self) -> bool:
        return not self.cue


class Polarity(Enum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(Enum):
    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part, or where: the words, whom they mean, ISO 3166 alpha-3 codes where known, and of a place where it
    is."""

    span: Span
    name: str
    country: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to happen. `type` is a key of events/plover.yaml; `trigger` the words that name it;
    `statement` the id of the innermost Statement whose content holds the trigger; `time` an index into
    `Annotated.times`, `quantities` indexes into `Annotated.quantities`, both only where tied to this event."""

    id: str
    document: str
    statement: str
    type: str
    trigger: Span
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    materiel: tuple[Span, ...]
    place: Party | None
    time: int | None
    quantities: tuple[int, ...]
    polarity: Polarity
    modality: Modality
    clause: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read out of one document; `totals` are made of the `tolls` by their places in that list."""

    annotated: Annotated
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    tolls: tuple[Toll, ...] = ()
    totals: tuple[Total, ...] = ()
