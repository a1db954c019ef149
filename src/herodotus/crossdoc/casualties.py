"""The register of casualties: what each document gives as the killed and the injured, by whom it is said, and where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from herodotus.data.annotations import Annotated, Entity, Kind, Timex, TimexType
from herodotus.data.documents import Span
from herodotus.data.places import Precision
from herodotus.data.statements import Reading, Statement
from herodotus.data.tolls import Casualty, Outcome, Said, Tally, Toll, Total

SITES = (Kind.PLACE, Kind.FACILITY)
LEAD = 8
"""Sentences from the top in which the day of the incident may stand."""
LATELY = timedelta(days=30)
"""How long before publication a day of the lead may lie that is thought to be that of the incident."""
KINDS = (TimexType.DATE, TimexType.TIME)
HARMFUL = frozenset({"ASSAULT", "DEATH", "INJURY", "ACCIDENT", "DISASTER"})
EXACT = (Precision.SITE, Precision.CITY)


def casualties(readings: Sequence[Reading]) -> tuple[Casualty, ...]:
    """A row for each document that tells of killed or injured, in the order of the documents' ids."""
    found = (casualty(reading) for reading in readings)
    return tuple(sorted((row for row in found if row is not None), key=lambda row: row.document))


def casualty(reading: Reading) -> Casualty | None:
    """The row of one document, None where it tells of no killed nor injured."""
    totals = {total.outcome: total for total in reading.totals}
    killed, injured = (_tally(reading, totals.get(o)) for o in (Outcome.KILLED, Outcome.INJURED))
    if killed is None and injured is None:
        return None
    annotated = reading.annotated
    sentences = _beside(annotated, (killed, injured))
    time, site = _time(reading, sentences), _site(annotated, sentences)
    return Casualty(
        annotated.document.id,
        killed,
        injured,
        time.value if time else None,
        site.name if site else None,
        site.place if site else None,
    )


def _tally(reading: Reading, total: Total | None) -> Tally | None:
    if total is None:
        return None
    used = [reading.tolls[n] for n in total.tolls]
    text = reading.annotated.document.text
    words = tuple(dict.fromkeys(toll.who for toll in used))
    return Tally(
        total.low,
        total.best,
        total.high,
        tuple(dict.fromkeys(" ".join(span.of(text).split()) for span in words)),
        words,
        tuple(dict.fromkeys(_said(reading, toll.span) for toll in used)),
        total.reason,
        any(toll.stated for toll in used),
        _attacker(used),
        total.also,
        total.reckoned,
    )


def _attacker(used: Sequence[Toll]) -> bool | None:
    if any(toll.attacker for toll in used):
        return True
    return False if any(toll.done or toll.further for toll in used) else None


def _said(reading: Reading, span: Span) -> Said:
    """The innermost statement that holds the words; the publisher's own where none does."""
    holding = [s for s in reading.statements if any(c.overlaps(span) for c in s.content)]
    inner = min(holding, key=_length, default=None)
    if inner is None:
        return Said(None, reading.annotated.document.publisher or "", True)
    return Said(inner.id, inner.source.name, inner.narrated)


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def _time(reading: Reading, sentences: Sequence[Span]) -> Timex | None:
    """The day of a harmful event told in a sentence of the figures, else of one told in the lead; the day on which
    somebody spoke or wrote is none."""
    annotated = reading.annotated
    for where in (sentences, annotated.sentences[:LEAD]):
        told = (e for e in reading.events if e.type in HARMFUL and _inside(e.trigger, where))
        times = (annotated.times[e.time] for e in told if e.time is not None)
        found = next((t for t in times if t.since is not None and t.since == t.until), None)
        if found is not None:
            return found
    return None


def likely_day(reading: Reading, row: Casualty) -> date | None:
    """The day that the row gives; else, as a guess that is good enough to order reports by, the first day in a sentence
    of the figures, or one of the last weeks in the lead."""
    annotated = reading.annotated
    given = next((t.since for t in annotated.times if t.value == row.time), None)
    if given is not None:
        return given
    days = [t for t in annotated.times if t.type in KINDS and t.since is not None and t.since == t.until]
    beside = _beside(annotated, (row.killed, row.injured))
    told = next((t.since for t in days if _inside(t.span, beside)), None)
    published = annotated.document.published
    if told is not None or published is None:
        return told
    out, lead = date.fromisoformat(published[:10]), annotated.sentences[:LEAD]
    late = (t for t in days if t.since and timedelta(0) <= out - t.since <= LATELY)
    return next((t.since for t in late if _inside(t.span, lead)), None)


def _beside(annotated: Annotated, tallies: Sequence[Tally | None]) -> list[Span]:
    """The sentences in which the figures stand."""
    spans = [span for tally in tallies if tally is not None for span in tally.words]
    return [s for s in annotated.sentences if any(s.overlaps(span) for span in spans)]


def _inside(span: Span, sentences: Sequence[Span]) -> bool:
    return any(sentence.contains(span) for sentence in sentences)


def _site(annotated: Annotated, sentences: Sequence[Span]) -> Entity | None:
    """The first town or site named in a sentence of the figures."""
    named = [
        (mention.span.start, entity)
        for entity in annotated.entities
        if entity.kind in SITES and (entity.place is None or entity.place.precision in EXACT)
        for mention in entity.mentions
        if _inside(mention.span, sentences)
    ]
    return min(named, key=lambda pair: pair[0])[1] if named else None
