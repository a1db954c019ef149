"""Two ends of a stretch, each a time of its own: "from 3 to 5 January", "1914-18"; and named days."""

from __future__ import annotations

import re
from dataclasses import replace

from herodotus.annotation import periods
from herodotus.annotation.frame import Frame
from herodotus.annotation.grammar import Match
from herodotus.annotation.periods import Period
from herodotus.annotation.timecalendar import no_days
from herodotus.annotation.timeparts import month_of, stated_year, tense_of, timex, unknown
from herodotus.data.annotations import Timex
from herodotus.data.documents import Span


def days(match: Match, frame: Frame) -> list[Timex]:
    """3 to 5 January; Jan. 3-5, 2024."""
    month, first, last = month_of(match), match.number("day"), match.number("until")
    assert first is not None
    assert last is not None
    year, basis = stated_year(match, frame)
    ends = []
    for day in (first, last):
        period: Period | None
        if year is None:
            period, why = frame.yearless(match.span().start, month, day=day, tense=tense_of(match))
        else:
            period, why = periods.of_day(periods.make(year, month, day)), basis
        ends += timex(match, period, why) if period else no_days(match, year, month, day=day, basis=why)
    return split(match, ends)


def split(match: Match, ends: list[Timex]) -> list[Timex]:
    """Give the first end the words up to the joint and the second the rest."""
    joint = match.group_span("until" if match.has("until") else "short")
    first = match.group_span("month" if match.has("month") else "year")
    if match.has("day"):
        day = match.group_span("day")
        first = Span(min(first.start, day.start) if first.end <= joint.start else day.start, day.end)
    return [
        replace(
            ends[0], span=Span(match.span().start if first.start < joint.start else joint.start, first.end)
        ),
        replace(ends[1], span=Span(joint.start, match.span().end)),
    ]


def years(match: Match, frame: Frame) -> list[Timex]:
    """1939-1945; 1914-18."""
    first, last, short = match.number("year"), match.number("until"), match.number("short")
    assert first is not None
    if last is None:
        last = first // 100 * 100 + (short or 0)
    one, two = periods.of_year(first), periods.of_year(last)
    if one is None or two is None or last <= first:
        return []
    return split(match, timex(match, one, "stated in full") + timex(match, two, "stated in full"))


def months(match: Match, frame: Frame) -> list[Timex]:
    """June and July 2023."""
    year = match.number("year")
    assert year is not None
    first, last = month_of(match), month_of(match, "until")
    one, two = periods.of_month(year - (first > last), first), periods.of_month(year, last)
    if one is None or two is None:
        return []
    return split(
        match, timex(match, one, f"year from '{year}' after it") + timex(match, two, "stated in full")
    )


def holiday(match: Match, frame: Frame) -> list[Timex]:
    """Christmas Eve; Thanksgiving 2022: a day of the month, or the n-th such weekday of it."""
    month, *rest = (
        int(n) for n in re.findall(r"-?\d+", match.rule.means.replace("-", " ").replace("  ", " -"))
    )
    year, basis = stated_year(match, frame)
    position, tense = match.span().start, tense_of(match)
    if year is None:
        about, basis = frame.yearless(position, month, day=rest[0] if len(rest) == 1 else None, tense=tense)
        year = about.since.year if about and about.since else None
    if year is None:
        return unknown(
            match, f"XXXX-{match.rule.means}" if len(rest) == 1 else f"XXXX-{month:02}", basis, "day"
        )
    day = periods.make(year, month, rest[0]) if len(rest) == 1 else periods.nth(year, month, *rest)
    period = periods.of_day(day)
    return timex(match, period, basis) if period else []
