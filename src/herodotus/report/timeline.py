"""When it is said to have happened, on a scale: where each bar begins and ends, and where the ticks stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from herodotus.data.claims import TimelineEntry

FINE = frozenset({"day", "part of day", "week", "month", "season", "quarter"})
"""Precisions that set the window: a decade would leave no room for the days within it."""

_TICKS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """The days that the drawing shows, both included."""

    since: date
    until: date

    @property
    def length(self) -> int:
        return (self.until - self.since).days + 1

    def at(self, day: date) -> float:
        """Where the day begins, in percent of the width; outside the window below 0 or above 100."""
        return 100 * (day - self.since).days / self.length


@dataclass(frozen=True, slots=True)
class Bar:
    """From `start` to `end` in percent; `before` and `after` where it goes on outside the window."""

    start: float
    end: float
    before: bool
    after: bool

    @property
    def width(self) -> float:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


def days(entry: TimelineEntry) -> str:
    """ "2031-03-04", "2031-03", "2031" or "2031-03-03 – 03-09"."""
    since, until = entry.since, entry.until
    if since == until:
        return since.isoformat()
    if entry.precision in ("month", "year"):
        return since.isoformat()[: 7 if entry.precision == "month" else 4]
    end = until.isoformat()
    return f"{since.isoformat()} – {end[5:] if since.year == until.year else end}"


def scale(entries: Sequence[TimelineEntry]) -> Scale:
    """The window of all entries no coarser than a quarter (of all, where there are none such)."""
    fine = [e for e in entries if e.precision in FINE] or list(entries)
    since, until = min(e.since for e in fine), max(e.until for e in fine)
    margin = timedelta(days=max(1, (until - since).days // 40))
    return Scale(_shifted(since, -margin), _shifted(until, margin))


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def bar(entry: TimelineEntry, scale: Scale) -> Bar:
    start, end = scale.at(entry.since), scale.at(entry.until) + 100 / scale.length
    return Bar(min(max(start, 0), 100), max(min(end, 100), 0), start < 0, end > 100)


def ticks(scale: Scale) -> list[Tick]:
    """At most five round dates, the coarsest unit that gives two or more."""
    for step in ("decade", "year", "quarter", "month", "week", "day"):
        starts = _starts(scale, step)
        if len(starts) >= 2:
            kept = starts[:: -(-len(starts) // _TICKS)]
            return [Tick(scale.at(d), _label(d, step)) for d in kept]
    return [Tick(scale.at(scale.since), scale.since.isoformat())]


def _starts(scale: Scale, step: str) -> list[date]:
    """The days in the window on which a decade, year, quarter, month or week (Monday) begins."""
    if step in ("week", "day"):
        if scale.length > 400:
            return []
        every = (scale.since + timedelta(days=n) for n in range(scale.length))
        return [d for d in every if step == "day" or d.weekday() == 0]
    months = {"decade": 120, "year": 12, "quarter": 3, "month": 1}[step]
    first, last = (d.year * 12 + d.month - 1 for d in (scale.since, scale.until))
    found = (date(m // 12, m % 12 + 1, 1) for m in range(-(-first // months) * months, last + 1, months))
    return [d for d in found if scale.since <= d <= scale.until]


def _label(day: date, step: str) -> str:
    if step in ("decade", "year"):
        return str(day.year)
    if step in ("quarter", "month"):
        return f"{day:%b} {day.year}"
    return f"{day.day} {day:%b}"
