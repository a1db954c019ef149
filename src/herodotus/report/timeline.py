"""When it is said to have happened, on a scale: where each bar begins and ends, and where the ticks stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from herodotus.data.claims import TimelineEntry

FINE = frozenset({"day", "part of day", "week", "month", "season", "quarter"})
"""Precisions that set the window: a decade would leave no room for the days within it."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_GAP = 6.0
"""Width of a break, in percent."""
_EMPTY = 0.3
"""An empty time longer than this part of the whole is broken."""
_APART = 20.0
"""Labels nearer than this, in percent, would touch each other on a phone."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Days drawn to scale, both included, from `start` to `end` in percent of the width."""

    since: date
    until: date
    start: float
    end: float

    @property
    def length(self) -> int:
        return (self.until - self.since).days + 1

    def at(self, day: date) -> float:
        return self.start + (self.end - self.start) * (day - self.since).days / self.length


@dataclass(frozen=True, slots=True)
class Scale:
    """Pieces of the same scale with breaks between them, in which nothing happens."""

    pieces: tuple[Piece, ...]

    def at(self, day: date) -> float:
        """Where the day begins, in percent; below 0 or above 100 outside the drawing."""
        if day < self.pieces[0].since:
            return -1.0
        for piece in self.pieces:
            if day < piece.since:
                return piece.start - _GAP / 2
            if day <= piece.until:
                return piece.at(day)
        return 101.0 if day > self.pieces[-1].until + timedelta(days=1) else 100.0

    @property
    def breaks(self) -> list[float]:
        """The middle of each break."""
        return [piece.start - _GAP / 2 for piece in self.pieces[1:]]


@dataclass(frozen=True, slots=True)
class Bar:
    """From `start` to `end` in percent; `before` and `after` where it goes on outside the drawing."""

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
    """As "4 Mar 2031", "3 – 9 Mar 2031", "Jun – Aug 2030", "2031" or "30 Dec 2030 – 2 Jan 2031"."""
    since, until = entry.since, entry.until
    if since == until:
        return _day(since)
    if since.day == 1 and (until + timedelta(days=1)).day == 1:
        return _months(since, until)
    if (since.year, since.month) == (until.year, until.month):
        return f"{since.day} – {_day(until)}"
    return f"{_day(since, year=since.year != until.year)} – {_day(until)}"


_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime", "MI": "midday"}
_VALUE = re.compile(r"(\d{4})(?:-(?:W(\d\d)|([A-Z]{2})|(\d\d)(?:-(\d\d)(?:T([A-Z]{2}))?)?))?")


def spoken(value: str) -> str:
    """A TIMEX3 value as "4 Mar 2031, night" or "spring 2024"; as it stands where it is no such date."""
    found = _VALUE.fullmatch(value)
    if not found:
        return value
    year, week, season, month, day, part = found.groups()
    if week:
        return f"week {int(week)} of {year}"
    if season:
        return f"{_SEASONS[season]} {year}" if season in _SEASONS else value
    if not (month and 1 <= int(month) <= 12):
        return value
    told = (f"{int(day)}\xa0" if day else "") + f"{_MONTHS[int(month) - 1]}\xa0{year}"
    return f"{told}, {_PARTS[part]}" if part in _PARTS else told


def _day(day: date, *, year: bool = True) -> str:
    return f"{day.day}\xa0{_MONTHS[day.month - 1]}" + (f"\xa0{day.year}" if year else "")


def _months(since: date, until: date) -> str:
    """Whole months, or whole years."""
    if (since.month, until.month) == (1, 12):
        return str(since.year) if since.year == until.year else f"{since.year} – {until.year}"
    last = f"{_MONTHS[until.month - 1]}\xa0{until.year}"
    if (since.year, since.month) == (until.year, until.month):
        return last
    first = _MONTHS[since.month - 1] + ("" if since.year == until.year else f"\xa0{since.year}")
    return f"{first} – {last}"


def scale(entries: Sequence[TimelineEntry]) -> Scale:
    """Room for all entries no coarser than a quarter (for all, where there are none such)."""
    fine = [e for e in entries if e.precision in FINE] or list(entries)
    runs = _runs(sorted((e.since, e.until) for e in fine))
    total = sum((until - since).days + 1 for since, until in runs)
    left = 100 - _GAP * (len(runs) - 1)
    return Scale(tuple(_pieces(runs, left / total)))


def _runs(spans: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """The spans put together wherever the time between them is too short to break, with a day of margin."""
    whole = (max(until for _, until in spans) - spans[0][0]).days + 1
    runs = [spans[0]]
    for since, until in spans[1:]:
        first, last = runs[-1]
        if (since - last).days > max(30, _EMPTY * whole):
            runs.append((since, until))
        else:
            runs[-1] = (first, max(last, until))
    margin = timedelta(days=max(1, sum((until - since).days for since, until in runs) // 40))
    return [(_shifted(since, -margin), _shifted(until, margin)) for since, until in runs]


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def _pieces(runs: Sequence[tuple[date, date]], each: float) -> Iterator[Piece]:
    """`each` is the width of a day."""
    start = 0.0
    for since, until in runs:
        end = start + each * ((until - since).days + 1)
        yield Piece(since, until, start, end)
        start = end + _GAP


def bar(entry: TimelineEntry, scale: Scale) -> Bar:
    start, end = scale.at(entry.since), scale.at(_shifted(entry.until, timedelta(days=1)))
    return Bar(min(max(start, 0), 100), max(min(end, 100), 0), start < 0, end > 100)


def ticks(scale: Scale) -> list[Tick]:
    """Round dates along the scale; those whose labels would touch have none."""
    found: list[Tick] = []
    labelled = -_APART
    for piece in scale.pieces:
        for tick in _ticks(piece):
            apart = tick.at - labelled >= _APART
            found.append(tick if apart else Tick(tick.at, ""))
            labelled = tick.at if apart else labelled
    return found


def _ticks(piece: Piece) -> list[Tick]:
    """The coarsest unit that gives two or more dates, at most six; the first says the year."""
    for step in ("decade", "year", "quarter", "month", "week", "day"):
        starts = _starts(piece, step)
        if len(starts) >= 2 or (starts and piece.end - piece.start < _APART):
            kept = starts[:: -(-len(starts) // 6)]
            return [Tick(piece.at(d), _label(d, step, first=d == kept[0])) for d in kept]
    return [Tick(piece.start, _day(piece.since))]


def _starts(piece: Piece, step: str) -> list[date]:
    """The days in the piece on which a decade, year, quarter, month or week (Monday) begins."""
    if step in ("week", "day"):
        every = (piece.since + timedelta(days=n) for n in range(min(piece.length, 400)))
        return [d for d in every if step == "day" or d.weekday() == 0]
    months = {"decade": 120, "year": 12, "quarter": 3, "month": 1}[step]
    first, last = (d.year * 12 + d.month - 1 for d in (piece.since, piece.until))
    found = (date(m // 12, m % 12 + 1, 1) for m in range(-(-first // months) * months, last + 1, months))
    return [d for d in found if piece.since <= d <= piece.until]


def _label(day: date, step: str, *, first: bool) -> str:
    if step in ("decade", "year"):
        return str(day.year)
    if step in ("quarter", "month"):
        return f"{_MONTHS[day.month - 1]} {day.year}"
    return _day(day, year=first)
