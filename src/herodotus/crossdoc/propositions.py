"""What can be matched across documents: one event of one statement, or a statement without events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from herodotus.compare.sayings import Saying, words
from herodotus.compare.sayings import saying as saying_of
from herodotus.crossdoc.lexicon import wordset
from herodotus.crossdoc.pointing import ANSWERS, REAL, classes_of, points_only, with_context
from herodotus.crossdoc.terms import Namer, last_name
from herodotus.crossdoc.trimming import ACCUSING, parted, trimmed
from herodotus.crossdoc.voices import named_day
from herodotus.data.annotations import Form, Kind, Quantity, Timex
from herodotus.data.documents import Span
from herodotus.data.statements import Event, Party, Polarity, Reading, Stance, Statement

GOODS = frozenset({"TRANSFER", "AID", "CARRY", "LOSS"})
"""Types of events in which goods change hands or are lost."""
LEAST_WORDS = 3
"""A statement with fewer words that carry meaning is too short to be a claim of its own."""
SHORT_CONTENT = 20
"""Words up to which the whole content of a statement tells its event."""
LONGEST_MATCH = timedelta(days=45)
"""A longer time than this says too little to tie an event to it."""


@dataclass(frozen=True)
class Proposition:
    """One thing that a statement says, in a form that compares: parties as ISO codes or lower-case names,
    materiel as classes, the words without function words and with countries as codes. `since` and `until`
    are the days of its time where that is shorter than LONGEST_MATCH; `times` are those that stand inside its
    words, `quantities` the numbers of those that are tied to it."""

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
    times: tuple[Timex, ...]
    quantities: tuple[int, ...]
    said: date | None
    vector: NDArray[np.float32] = field(compare=False, repr=False)

    @cached_property
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

    @cached_property
    def published(self) -> date | None:
        day = self.reading.annotated.document.published
        return date.fromisoformat(day[:10]) if day else None

    @cached_property
    def parties(self) -> frozenset[str]:
        return self.actors | self.recipients

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        return tuple(self.reading.annotated.quantities[n] for n in self.quantities)

    @cached_property
    def people(self) -> frozenset[str]:
        """The persons named in its words, by last names."""
        annotated = self.reading.annotated
        return frozenset(
            last_name(m.span.of(annotated.document.text))
            for m in annotated.mentions
            if m.kind is Kind.PERSON and m.form is Form.NAMED and any(w.contains(m.span) for w in self.words)
        )

    @cached_property
    def word(self) -> str:
        """The word that names its event, empty without one."""
        return self.event.trigger.of(self.reading.annotated.document.text) if self.event else ""

    @cached_property
    def type(self) -> str | None:
        return self.event.type if self.event else None

    @cached_property
    def weekday(self) -> int | None:
        """Monday is 0: of a time that names a day of the week and leaves open which week; None for all others."""
        if self.event is None or self.event.time is None or self.since is not None:
            return None
        found = _WEEKDAY.fullmatch(self.reading.annotated.times[self.event.time].value)
        return int(found[1]) - 1 if found else None

    @cached_property
    def open(self) -> bool:
        """Told as planned, possible or asked for, not as done; of words without an event, some of them say so."""
        if self.event is not None or not self.real:
            return not self.real
        return not words("coming").isdisjoint(self.saying.lemmas)

    @cached_property
    def negated(self) -> bool:
        if self.event is None:
            return self.statement.stance is Stance.ASSERTS and says_none(self.reading, self.statement)
        return self.event.polarity is Polarity.NEGATIVE

    @cached_property
    def shown(self) -> tuple[Span, ...]:
        """Its words as they are shown, trimmed: the whole content of its statement where that is short."""
        text, content = self.reading.annotated.document.text, self.statement.content
        short = len(content) == 1 and len(content[0].of(text).split()) <= SHORT_CONTENT
        found = (trimmed(text, span) for span in (content if short else self.words))
        kept = tuple(span for span in found if span.end > span.start)
        accused = self.statement.stance is Stance.CONDEMNS or any(
            ACCUSING.search(cue.of(text)) for cue in self.statement.cue
        )
        return (*parted(text, kept[0]), *kept[1:]) if accused and kept else kept

    @cached_property
    def told(self) -> str:
        """The words shown as text, fragments joined by an ellipsis, white space made single."""
        text = self.reading.annotated.document.text
        return " … ".join(" ".join(span.of(text).split()) for span in self.shown)

    @cached_property
    def saying(self) -> Saying:
        """What its words say, as two of them are compared."""
        return saying_of(self.reading.annotated, self.shown, self.vector)

    @property
    def document(self) -> str:
        return self.reading.annotated.document.id


def propositions(readings: Iterable[Reading]) -> tuple[Proposition, ...]:
    """Everything the readings say, sorted so that the order of the documents makes no difference."""
    found = (p for reading in readings for p in _of_reading(reading))
    return tuple(sorted(found, key=lambda p: p.key))


def _of_reading(reading: Reading) -> Iterator[Proposition]:
    namer = Namer(reading.annotated)
    by_statement: dict[str, list[Event]] = {}
    for event in with_context(reading):
        by_statement.setdefault(event.statement, []).append(event)
    for statement in reading.statements:
        yield from _of_statement(reading, statement, by_statement.get(statement.id, []), namer)


def _of_statement(
    reading: Reading, statement: Statement, events: list[Event], namer: Namer
) -> Iterator[Proposition]:
    if says_none(reading, statement):
        events = []  # "there were none in those that were lost" does not say that they were lost
        if statement.stance is Stance.DENIES:
            return  # it answers what was said before
    events = _answered(reading, statement, events)
    full = [event for event in events if not bare(event)]
    if not full and statement.stance in ANSWERS:
        return  # "would not comment on the spill" answers what is said of it
    said = named_day(reading, statement)
    for event in full or events[:1]:
        yield _eventful(reading, statement, event, namer, said=said)
    if not events:
        terms = namer.terms(statement.content)
        if len(terms - wordset("anaphors")) >= LEAST_WORDS and not points_only(reading, statement):
            yield _plain(reading, statement, terms, namer, said=said)


def _answered(reading: Reading, statement: Statement, events: list[Event]) -> list[Event]:
    """Of a denial, what it denies, not what it mentions in passing: "that four of the lost boats leaked"."""
    if statement.stance not in ANSWERS:
        return events
    passing = {t.span for t in reading.annotated.tokens if t.relation == "amod"}
    return [event for event in events if event.trigger not in passing] or events


_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")


def says_none(reading: Reading, statement: Statement) -> bool:
    """Whether it says that there is none: "There were no ...", "No call was received"."""
    first = min(statement.content, default=None)
    return first is not None and bool(_NONE.match(first.of(reading.annotated.document.text)))


_NONE = re.compile(
    r"\W*(?:that )?(?:there (?:is|are|was|were) (?:no|not any|never any)|no|none of|not one of)\s", re.I
)


def bare(event: Event) -> bool:
    """An event word without anything that says which event."""
    return not (event.actors or event.recipients or event.materiel or event.quantities) and event.time is None


def _eventful(
    reading: Reading, statement: Statement, event: Event, namer: Namer, *, said: date | None
) -> Proposition:
    words = statement.content if bare(event) else (event.clause,)
    sides = _states if event.type in GOODS else _names
    actors, recipients = sides(event.actors, namer), sides(event.recipients, namer)
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
        places=_names([event.place] if event.place else [], namer),
        materiel=classes_of(reading.annotated, event),
        since=since,
        until=until,
        real=event.modality in REAL,
        said=said,
        times=namer.times(words),
        quantities=event.quantities,
        vector=statement.vector,
    )


def _plain(
    reading: Reading, statement: Statement, terms: frozenset[str], namer: Namer, *, said: date | None
) -> Proposition:
    times = namer.times(statement.content)
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
        said=said,
        times=times,
        quantities=namer.quantities(statement.content),
        real=statement.stance not in (Stance.PREDICTS, Stance.ANNOUNCES, Stance.URGES),
        vector=statement.vector,
    )


def _names(parties: Iterable[Party], namer: Namer) -> frozenset[str]:
    """Codes and names; what has neither ("heavy seas") compares as words only."""
    known = [p for p in parties if p.country or namer.names(p.span)]
    return frozenset(code for p in known for code in (p.country or (last_name(p.name),)) if code)


def _states(parties: Iterable[Party], namer: Namer) -> frozenset[str]:
    """Towns count as their countries: what is flown to a town comes to its state."""
    known = list(parties)
    at = {p: namer.states(p.span) for p in known if not p.country}
    return _names([p for p in known if not at.get(p)], namer).union(*at.values())


def _days(time: Timex) -> tuple[date | None, date | None]:
    if time.since is None or time.until is None or time.until - time.since > LONGEST_MATCH:
        return None, None
    return time.since, time.until
