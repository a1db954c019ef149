"""Years for the times of documents whose publication date is unknown, taken from the rest of their story."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from herodotus.data.annotations import Timex
from herodotus.data.statements import Reading

OPEN_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?$")
LONGEST = timedelta(days=92)
"""A story whose dated documents lie further apart than this lends no year."""


def dated(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of one story; an open year becomes the one nearest to the days on which it was
    published."""
    known = sorted(day for r in readings if (day := _published(r)) is not None)
    if not known or known[-1] - known[0] > LONGEST:
        return tuple(readings)
    middle = known[len(known) // 2]
    return tuple(r if _published(r) else _with_years(r, middle) for r in readings)


def _published(reading: Reading) -> date | None:
    try:
        return date.fromisoformat((reading.annotated.document.published or "")[:10])
    except ValueError:
        return None


def _with_years(reading: Reading, anchor: date) -> Reading:
    times = tuple(_with_year(t, anchor) for t in reading.annotated.times)
    return replace(reading, annotated=replace(reading.annotated, times=times))


def _with_year(time: Timex, anchor: date) -> Timex:
    match = OPEN_YEAR.match(time.value)
    if match is None or time.since is not None:
        return time
    month, day = int(match[1]), int(match[2] or 0)
    spans = [s for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (s := _days(year, month, day))]
    if not spans:
        return time
    since, until = min(spans, key=lambda s: abs(s[0] - anchor))
    basis = f"year from the other documents of the story, published about {anchor}; publication date unknown"
    return replace(
        time, value=time.value.replace("XXXX", str(since.year)), since=since, until=until, basis=basis
    )


def _days(year: int, month: int, day: int) -> tuple[date, date] | None:
    """The days of a month, or one day of it; None for 29 February in most years."""
    last = monthrange(year, month)[1]
    if day > last:
        return None
    return date(year, month, day or 1), date(year, month, day or last)
