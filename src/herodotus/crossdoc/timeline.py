"""What is said to have happened when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from herodotus.crossdoc.claims import Gathered
from herodotus.crossdoc.propositions import Proposition
from herodotus.crossdoc.wording import central, places
from herodotus.data.annotations import Timex, TimexType
from herodotus.data.claims import Place, TimelineEntry

DATED = frozenset({"day", "week", "month", "season", "quarter", "year", "part of day"})
When = tuple[date, date, str]


def timeline(gathered: Sequence[Gathered]) -> tuple[TimelineEntry, ...]:
    """One entry for each time that a claim names, in order of time; the same time and claim from several
    documents is one entry."""
    entries = [entry for each in gathered for entry in _of_claim(each)]
    return tuple(sorted(entries, key=lambda e: (e.since, e.until, e.claims, e.text)))


def _of_claim(gathered: Gathered) -> list[TimelineEntry]:
    told_when: dict[When, list[Proposition]] = {}
    for p in gathered.propositions:
        when = _when(p)
        if when is not None:
            told_when.setdefault(when, []).append(p)
    return [_entry(gathered.claim.id, when, group) for when, group in told_when.items()]


def _when(p: Proposition) -> When | None:
    time = _time(p)
    if time is None or time.since is None or time.until is None or time.precision not in DATED:
        return None
    return time.since, time.until, time.precision


def _time(p: Proposition) -> Timex | None:
    if p.event is not None:
        return p.reading.annotated.times[p.event.time] if p.event.time is not None else None
    inside = [t for t in p.times if t.type is not TimexType.DURATION]
    return inside[0] if len(inside) == 1 else None


def _entry(claim: str, when: When, group: Sequence[Proposition]) -> TimelineEntry:
    since, until, precision = when
    words = [place for p in group for place in (*places(p), *_time_place(p))]
    return TimelineEntry(since, until, precision, central(group).told, (claim,), tuple(dict.fromkeys(words)))


def _time_place(p: Proposition) -> tuple[Place, ...]:
    time = _time(p)
    return (Place(p.document, time.span),) if time else ()
