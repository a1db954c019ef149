"""What is read out of one document: words, mentions, entities, times, quantities, attributions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from herodotus.data.documents import Document, Span
from herodotus.data.places import Place


@dataclass(frozen=True, slots=True)
class Token:
    """One word: `tag` is its universal part of speech, `head` the index of its head in `Annotated.tokens`
    (its own index for the root of a sentence), `relation` the Universal Dependencies relation to it."""

    span: Span
    lemma: str
    tag: str
    head: int
    relation: str


class Kind(Enum):
    """What an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    PLACE = "place"
    NATIONALITY = "nationality"
    FACILITY = "facility"
    WEAPON = "weapon"
    PLATFORM = "platform"
    VEHICLE = "vehicle"
    OTHER = "other"


class Form(Enum):
    """How a mention names its entity."""

    NAMED = "named"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    span: Span
    kind: Kind
    form: Form
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Markable:
    """Words that refer to something: a name, a description or a pronoun; they nest. `head` is an index into
    `Annotated.tokens`; `type` one of GUM's (person, organization, place, object, event, time, animal, abstract) or a
    finer one: weapon, platform, vehicle, nationality, money, quantity, document."""

    span: Span
    head: int
    type: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word (index into `Annotated.tokens`) that names an event of a PLOVER `type`. `score` is how sure the reading is
    of the type; `factuality` goes from -3 (the text says that it did not happen) to 3 (that it did)."""

    token: int
    type: str
    score: float
    factuality: float


@dataclass(frozen=True, slots=True)
class Entity:
    """The chain of mentions in one document that mean the same.

    `name` is canonical within the document ("Ida Holm" for every "Ms Holm" and "she"), and for countries the
    common English name; `country` holds ISO 3166 alpha-3 codes (several for joint sources, none where unknown);
    `role` is the description that came with the name ("deputy U.S. ambassador to the U.N.") or None; `place` where a
    country, place or facility is, None where that is not known.
    """

    id: str
    kind: Kind
    name: str
    country: tuple[str, ...]
    mentions: tuple[Mention, ...]
    role: str | None = None
    place: Place | None = None


class TimexType(Enum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression; `value` is TIMEX3 / ISO 8601, `since` and `until` the days it spans (both inclusive,
    None where open or unknown), `precision` one of day, week, month, season, quarter, year, decade, part of day,
    unknown; `basis` says in words how it was resolved ("relative to publication, 2024-01-05")."""

    span: Span
    type: TimexType
    value: str
    since: date | None
    until: date | None
    precision: str
    basis: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts. `low`, `best`, `high` are in `unit` (a pint unit name, "count", "percent" or
    a currency code); `of` is the words that say what is counted; None where the words give no figure ("several"
    has low 3 and no best)."""

    span: Span
    low: float | None
    best: float | None
    high: float | None
    unit: str
    of: str
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the model read: who (may be empty), the words of saying, what is said; each in fragments."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Annotated:
    """A Document with its layers.

    `participants` are the entities once more, under the same ids, with the descriptions and pronouns that the model's
    chains add to them, and after them persons and bodies without a name. `chains` are indexes into `markables`, those
    that stand alone included. `vectors` has one row a token (float32, n x 384), and none once statements have taken
    theirs from it."""

    document: Document
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    times: tuple[Timex, ...]
    quantities: tuple[Quantity, ...]
    attributions: tuple[Attribution, ...]
    vectors: NDArray[np.float32] = field(compare=False, repr=False)
    entities: tuple[Entity, ...] = ()
    markables: tuple[Markable, ...] = ()
    chains: tuple[tuple[int, ...], ...] = ()
    triggers: tuple[Trigger, ...] = ()
    participants: tuple[Entity, ...] = ()
