"""What can be matched across documents: one event of one statement, or a statement without events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from herodotus.compare.materiel import class_of, related
from herodotus.compare.texts import content_words, stem, stopwords
from herodotus.crossdoc.lexicon import wordset
from herodotus.data.annotations import Annotated, Entity, Kind, Timex
from herodotus.data.documents import Span
from herodotus.data.statements import Event, Modality, Party, Polarity, Reading, Stance, Statement

REAL = frozenset({Modality.OCCURRED, Modality.ONGOING})
NAMED = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY, Kind.PLACE, Kind.NATIONALITY, Kind.FACILITY})
CARRYING = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM", "X"})
LEAST_WORDS = 3
"""A statement with fewer words that carry meaning is too short to be a claim of its own."""
CONTEXT = 1500
"""Code points over which an event may leave its parties to what was told before: about four paragraphs."""
POINTING = frozenset(
    {"the", "these", "those", "this", "that", "such", "its", "their", "alleged", "reported", "another"}
)
LONGEST_MATCH = timedelta(days=45)
"""A longer time than this says too little to tie an event to it."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing that a statement says, in a form that compares: parties as ISO codes or lower-case names,
    materiel
    as classes, the words without function words and with countries as codes. `since` and `until` are the
    days of
    its time where that is shorter than LONGEST_MATCH."""

    reading: Reading
    statement: Statement
    event: Event | None
    words: tuple[Span, ...]
    terms: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    places: frozenset[str]
    materiel: frozenset[str]
    since: date | None
    until: date | None
    real: bool
    vector: NDArray[np.float32] = field(compare=False, repr=False)

    @property
    def key(self) -> tuple[str, str, str, int, tuple[Span, ...]]:
        """Sorts propositions the same way whatever the order of the documents."""
        document = self.reading.annotated.document
        return (
            document.sha256,
            document.id,
            self.statement.id,
            self.event.trigger.start if self.event else -1,
            self.words,
        )

    @property
    def parties(self) -> frozenset[str]:
        return self.actors | self.recipients

    @property
    def type(self) -> str | None:
        return self.event.type if self.event else None

    @property
    def negated(self) -> bool:
        return self.event is not None and self.event.polarity is Polarity.NEGATIVE

    @property
    def document(self) -> str:
        return self.reading.annotated.document.id

    def text(self) -> str:
        return " ".join(span.of(self.reading.annotated.document.text) for span in self.words)


def propositions(readings: Iterable[Reading]) -> tuple[Proposition, ...]:
    """Everything the readings say, sorted so that the order of the documents makes no difference."""
    found = (p for reading in readings for p in _of_reading(reading))
    return tuple(sorted(found, key=lambda p: p.key))


def _of_reading(reading: Reading) -> Iterator[Proposition]:
    namer = Namer.of(reading.annotated)
    by_statement: dict[str, list[Event]] = {}
    for event in with_context(reading):
        by_statement.setdefault(event.statement, []).append(event)
    for statement in reading.statements:
        yield from _of_statement(reading, statement, by_statement.get(statement.id, []), namer)


def _of_statement(
    reading: Reading, statement: Statement, events: list[Event], namer: Namer
) -> Iterator[Proposition]:
    full = [event for event in events if not _bare(event)]
    for event in full or events[:1]:
        yield _eventful(reading, statement, event, namer)
    if not events:
        terms = namer.terms(statement.content)
        if len(terms - wordset("anaphors")) >= LEAST_WORDS:
            yield _plain(reading, statement, terms, namer)


def with_context(reading: Reading) -> list[Event]:
    """Events with the parties that the text leaves to its reader: "the transfers", "at least one was fired"
    mean those
    of the nearest event before of the same type that may be the same."""
    told: list[Event] = []
    known: list[Event] = []
    for said in sorted(reading.events, key=lambda e: e.trigger):
        event = said
        if not event.actors and not event.recipients and _points_back(reading.annotated, event):
            before = next((e for e in reversed(known) if _may_mean(reading.annotated, event, e)), None)
            if before is not None:
                event = replace(
                    event,
                    actors=before.actors,
                    recipients=before.recipients,
                    materiel=event.materiel or before.materiel,
                )
        if event.actors and (event.recipients or event.place or len(event.actors) > 1):
            known.append(event)
        told.append(event)
    return told


def _points_back(annotated: Annotated, event: Event) -> bool:
    """Whether the words mean something told before: "the transfers", "such strikes", a verb without who did
    it."""
    if event.modality not in REAL:
        return False
    text = annotated.document.text
    token = next((t for t in annotated.tokens if t.span == event.trigger), None)
    if token is not None and token.tag == "VERB":
        return True
    before = text[max(0, event.trigger.start - 50) : event.trigger.start].lower().split()[-4:]
    return bool({w.strip("\"“'‘(") for w in before} & POINTING)


def _may_mean(annotated: Annotated, event: Event, other: Event) -> bool:
    if event.type != other.type or event.trigger.start - other.trigger.start > CONTEXT:
        return False
    left, right = _classes(annotated, event), _classes(annotated, other)
    return not left or not right or related(left, right)


def _bare(event: Event) -> bool:
    """An event word without anything that says which event."""
    return not (event.actors or event.recipients or event.materiel or event.quantities) and event.time is None


def _eventful(reading: Reading, statement: Statement, event: Event, namer: Namer) -> Proposition:
    words = statement.content if _bare(event) else (event.clause,)
    actors, recipients = _names(event.actors), _names(event.recipients)
    if statement.stance is Stance.DENIES and not actors | recipients:
        actors = frozenset(statement.source.country)
    since, until = _days(reading.annotated.times[event.time]) if event.time is not None else (None, None)
    return Proposition(
        reading=reading,
        statement=statement,
        event=event,
        words=words,
        terms=namer.terms(words),
        actors=actors,
        recipients=recipients,
        places=_names([event.place] if event.place else []),
        materiel=_classes(reading.annotated, event),
        since=since,
        until=until,
        real=event.modality in REAL,
        vector=statement.vector,
    )


def _plain(reading: Reading, statement: Statement, terms: frozenset[str], namer: Namer) -> Proposition:
    times = [t for t in reading.annotated.times if any(s.contains(t.span) for s in statement.content)]
    days = [found for t in times if (found := _days(t))[0] is not None]
    since, until = days[0] if len(days) == 1 else (None, None)
    return Proposition(
        reading=reading,
        statement=statement,
        event=None,
        words=statement.content,
        terms=terms,
        actors=frozenset(),
        recipients=frozenset(),
        places=frozenset(),
        materiel=frozenset(),
        since=since,
        until=until,
        real=statement.stance not in (Stance.PREDICTS, Stance.ANNOUNCES, Stance.URGES),
        vector=statement.vector,
    )


def _names(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(code for p in parties for code in (p.country or (last_name(p.name),)) if code)


def last_name(name: str) -> str:
    """What a name is recognised by: its last word that carries meaning, in lower case."""
    words = content_words(name)
    return words[-1] if words else name.lower()


def _classes(annotated: Annotated, event: Event) -> frozenset[str]:
    text = annotated.document.text
    return frozenset(found for span in event.materiel if (found := class_of(span.of(text))))


def _days(time: Timex) -> tuple[date | None, date | None]:
    if time.since is None or time.until is None or time.until - time.since > LONGEST_MATCH:
        return None, None
    return time.since, time.until


@dataclass(frozen=True, slots=True)
class Namer:
    """Turns words of one document into terms, names led to what they mean."""

    annotated: Annotated
    entities: dict[int, tuple[int, tuple[str, ...]]]
    starts: dict[int, int]

    @classmethod
    def of(cls, annotated: Annotated) -> Namer:
        entities = {}
        for entity in annotated.entities:
            if entity.kind in NAMED:
                for mention in entity.mentions:
                    entities[mention.span.start] = (mention.span.end, _codes(entity))
        return cls(annotated, entities, {t.span.start: i for i, t in enumerate(annotated.tokens)})

    def terms(self, spans: Iterable[Span]) -> frozenset[str]:
        """The words of the spans that carry meaning, as lemmas; names as codes or last names."""
        return frozenset(term for span in spans for term in self._terms(span))

    def _terms(self, span: Span) -> Iterator[str]:
        reached = span.start
        for start in range(span.start, span.end):
            if start in self.entities and start >= reached:
                reached, codes = self.entities[start]
                yield from codes
            elif start in self.starts and start >= reached:
                yield from self._word(self.starts[start])

    def _word(self, i: int) -> Iterator[str]:
        token = self.annotated.tokens[i]
        word = token.span.of(self.annotated.document.text).lower()
        if token.tag in CARRYING and word not in stopwords() and len(word) > 1:
            yield class_of(word) or stem(token.lemma or word)


def _codes(entity: Entity) -> tuple[str, ...]:
    return entity.country if entity.country and entity.kind is not Kind.PERSON else (last_name(entity.name),)
