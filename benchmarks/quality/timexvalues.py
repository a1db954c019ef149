"""Whether our times mean what a result of Recognizers-Text says, by TIMEX3 equivalence.

Recognizers-Text writes what TIMEX3 does not have: stretches as (first, end, length), under-specified times with a
past and a future reading. A time is right if one of the readings fits, in one of these ways:

- the value is the same, after hours are written alike (T05 and T05:00) and time zones, which Recognizers-Text keeps
  apart, are left away; an hour without a day fits that hour of any day;
- the days are the same (its ends are exclusive, but not always);
- a stretch fits a length of the same number of days (P2W and P14D), or two times that fit its two ends;
- a day counted in longer units ("a month ago") fits the week, month or year that holds it, as TIMEX3 is only as
  precise as the unit;
- an under-specified month or season fits that of one year, whatever days "early", "since" or "before" leave of it;
- vague lengths ("a few hours"), for which it has two or three units, fit an open number of the same unit (PTXH).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from herodotus.data.annotations import Timex, TimexType
from herodotus.data.documents import Span

STRETCH = re.compile(r"\(([^,]+),([^,]+),([^,)]+)\)")
PART = re.compile(r"([0-9.]+|X)(DE|CE|WE|BD|[YQMWDHSF])")
DAYS = {"D": 1.0, "W": 7.0, "WE": 2.0, "M": 30.4375, "Q": 91.3125, "Y": 365.25, "DE": 3652.5, "CE": 36525.0}
HOURS = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86400}
GRAINS = {"week|fortnight": "W", "month|quarter": "M", "year|decade|century": "Y"}
VAGUE = re.compile(r"\b(?:few|several|some|couple)\b")
VAGUE_PART = re.compile(r"\b(?:early|mid|late|middle|end|beginning|start)\b")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SLACK = 0.01
"""Lengths this near are the same: 24 months are two years."""


class Reading(NamedTuple):
    """A TIMEX value with what it resolves to: a point (`value`) or a stretch from `start` to `end`, exclusive."""

    timex: str
    value: str | None = None
    start: str | None = None
    end: str | None = None


class Expected(NamedTuple):
    span: Span
    words: str
    readings: tuple[Reading, ...]


def means(ours: Sequence[Timex], expected: Expected) -> bool:
    """Whether the times that we find in the words of a result give one of its readings."""
    if not ours:
        return False
    return any(
        any(fits(t, r, expected.words) for t in ours) or spans(ours, r, expected.words)
        for r in expected.readings
    )


def fits(ours: Timex, reading: Reading, words: str) -> bool:
    value, timex = plain(ours.value), plain(reading.timex)
    if timex in (value, value.partition("T")[2] and "T" + value.partition("T")[2]):
        return True
    stretch = STRETCH.fullmatch(reading.timex)
    if stretch and ours.type is TimexType.DURATION:
        return same_span(value, stretch[3], words)
    if timex.startswith("P") and value.startswith("P"):
        return same_span(value, timex, words)
    if reading.start and "T" in timex and timex.partition("T")[2] == value.partition("T")[2]:
        return str(ours.since) == reading.start[:10]
    if stretch and not (reading.start and reading.end):
        reading = reading._replace(start=stretch[1], end=stretch[2])
    if reading.start and reading.end and "T" not in timex + value:
        stretch_days = (reading.start, before(reading.end)), (reading.start, reading.end)
        return days(ours) in stretch_days or (same_known(value, timex) and overlaps(ours, reading))
    point = reading.value or reading.start or reading.end or ""
    if same_known(value, timex) and not reading.value:
        return season(timex) or (bool(point) and near(ours, point))
    if "T" in timex or "T" in value:
        return bool(point) and plain(point.replace(" ", "T")) == value
    return DAY.fullmatch(point) is not None and (days(ours) == (point, point) or holds(ours, point, words))


def same_known(value: str, timex: str) -> bool:
    """Whether a value is one of those that an under-specified one leaves open: 2017-08 of XXXX-08, 2017-SU of SU."""
    return re.fullmatch(timex.replace("X", r"\d"), value) is not None or (
        season(timex) and value[5:] == timex
    )


def season(timex: str) -> bool:
    return timex in ("SP", "SU", "FA", "WI")


def overlaps(ours: Timex, reading: Reading) -> bool:
    """Whether ours has a day of the stretch: which days "early" and "mid" take differs."""
    start, end = (reading.start or "")[:10], (reading.end or "")[:10]
    return (
        ours.since is not None
        and ours.until is not None
        and str(ours.since) < end
        and start <= str(ours.until)
    )


def near(ours: Timex, point: str) -> bool:
    """Whether a point lies in ours or at its edge, as the end of a "since" or "before" does."""
    if ours.since is None or ours.until is None:
        return False
    return str(ours.since - timedelta(1)) <= point[:10] <= str(ours.until + timedelta(1))


def plain(value: str) -> str:
    """Hours as HH:MM without zone and empty seconds."""
    day, mark, hour = value.partition("T")
    if not mark or value.startswith("P"):
        return value
    hour = re.sub(r"(?<=\d)(?:Z|[+-]\d\d(?::?\d\d)?)$", "", hour)
    hour = re.sub(r"^(\d)(?!\d)", r"0\1", hour)
    return day + mark + re.sub(r"^(\d\d)$", r"\1:00", re.sub(r"^(\d\d:\d\d):00$", r"\1", hour))


def days(ours: Timex) -> tuple[str, str] | None:
    return (str(ours.since), str(ours.until)) if ours.since and ours.until else None


def before(end: str) -> str:
    """The last day of a stretch that ends before this day; a stretch within one day ends on it."""
    if len(end) > len("2000-01-01"):
        return end[:10]
    return str(date.fromisoformat(end) - timedelta(1)) if DAY.fullmatch(end) and end > "0001-01-01" else end


def holds(ours: Timex, point: str, words: str) -> bool:
    """Whether ours is the week, month or year of a day that is counted in such units."""
    grain = next((grain for unit, grain in GRAINS.items() if re.search(unit, words)), None)
    day = date.fromisoformat(point)
    year, week, _ = day.isocalendar()
    return ours.value == {"W": f"{year:04}-W{week:02}", "M": point[:7], "Y": point[:4]}.get(grain or "")


def same_length(a: str, b: str) -> bool:
    one, other = in_days(a), in_days(b)
    return one is not None and other is not None and abs(one - other) <= SLACK * max(one, other)


def same_span(value: str, timex: str, words: str) -> bool:
    return same_length(value, timex) or bool(VAGUE.search(words) and value == re.sub(r"[23]", "X", timex))


def in_days(value: str) -> float | None:
    """The length of P1Y2M or PT1.5H in days, None for open numbers."""
    above, _, below = value.removeprefix("P").partition("T")
    if not value.startswith("P") or "X" in value:
        return None
    whole = sum(float(n) * DAYS.get(unit, 0.0) for n, unit in PART.findall(above))
    return whole + sum(float(n) * HOURS.get(unit, 0.0) for n, unit in PART.findall(below))


def spans(ours: Sequence[Timex], reading: Reading, words: str) -> bool:
    """Whether the first and the last of ours are the two ends of a stretch."""
    stretch = STRETCH.fullmatch(reading.timex)
    if stretch is None or len(ours) < 2:
        return False
    first, last = plain(stretch[1]), plain(stretch[2])
    one = begins(ours[0], first, reading.start or "", words)
    return one and begins(ours[-1], last, reading.end or "", words)


def begins(ours: Timex, timex: str, point: str, words: str) -> bool:
    """Whether a time is one end of a stretch: the same value, or with its first or the day after its last day there."""
    value = plain(ours.value)
    if timex == value or plain(point.replace(" ", "T")) == value:
        return True
    if "T" in timex:
        return "T" in value and timex.partition("T")[2] == value.partition("T")[2] and "-" not in timex
    if VAGUE_PART.search(words) and near(ours, point):
        return True
    edges = [] if ours.since is None or ours.until is None else [ours.since, ours.until + timedelta(1)]
    return point[:10] in map(str, edges) or (timex == "PRESENT_REF" == value)
