"""Weeks and other stretches by their place in a longer one: the first week of May, the rest of the year."""

from __future__ import annotations

from datetime import date

from herodotus.annotation import numerals, periods
from herodotus.annotation.frame import Frame
from herodotus.annotation.grammar import Match
from herodotus.annotation.periods import Period
from herodotus.annotation.timecalendar import calendar
from herodotus.annotation.timeparts import (
    month_of,
    offset_of,
    stated_year,
    tense_of,
    timex,
    unit_of,
    unknown,
    written,
)
from herodotus.data.annotations import Timex, TimexType

NONE_SUCH = "no such week or month in the calendar"
THURSDAY = 4
"""A week belongs to the month and year that hold its Thursday, as in ISO 8601."""


def weekof(match: Match, frame: Frame) -> list[Timex]:
    """The first week of May; the last week of 2016; the third week of this month."""
    whole, basis = holder(match, frame)
    count = ordinal(match)
    if whole is None or whole.since is None or whole.until is None or not count:
        return unknown(match, "XXXX-WXX", basis, "week")
    if match.words("unit") == ["month"]:
        period = periods.of_month(whole.since.year, count)
    else:
        thursday = week_in(whole.since, whole.until, count)
        period = periods.of_week(thursday) if thursday and thursday <= whole.until else None
    return timex(match, period, basis) if period else unknown(match, "XXXX-WXX", NONE_SUCH, "week")


def week_in(since: date, until: date, count: int) -> date | None:
    """The Thursday of the n-th week of a stretch, from its end for negative n."""
    if count < 0:
        return periods.shifted(until, -((until.isoweekday() - THURSDAY) % 7))
    return periods.shifted(since, (THURSDAY - since.isoweekday()) % 7 + 7 * (count - 1))


def ordinal(match: Match) -> int:
    """First 1, 3rd 3, last -1; 0 where there is none."""
    words = match.words("number")
    if {"last", "final"}.intersection(words):
        return -1
    return int(match.number("number") or match.value("number", "ORDWORD") or 0)


def holder(match: Match, frame: Frame) -> tuple[Period | None, str]:
    """The month or year that a week or a number of months is counted in."""
    year, basis = stated_year(match, frame)
    if match.has("month"):
        if year is not None:
            return periods.of_month(year, month_of(match)), basis
        return frame.yearless(match.span().start, month_of(match), day=None, tense=tense_of(match))
    if year is not None:
        return periods.of_year(year), basis
    which = match.value("which", "WHICH") or 0
    now, basis = frame.then(match.span().start) if isinstance(which, str) else frame.now(match.span().start)
    unit = str(match.value("whole", "UNIT") or "Y")
    return (periods.step(unit, now, offset_of(which)) if now else None), basis


def weekwith(match: Match, frame: Frame) -> list[Timex]:
    """The week of November 30."""
    day = calendar(match, frame)
    period = periods.of_week(day[0].since) if day else None
    return timex(match, period, day[0].basis) if period else unknown(match, "XXXX-WXX", "day unknown", "week")


def remainder(match: Match, frame: Frame) -> list[Timex]:
    """The rest of the year: from publication to its end."""
    year, basis = stated_year(match, frame)
    if year is not None:
        period = periods.of_year(year)
        return timex(match, period, basis) if period else []
    now, basis = frame.now(match.span().start)
    period = periods.step(unit_of(match), now, 0) if now else None
    if period is None:
        return unknown(match, "XXXX", basis)
    return timex(match, period._replace(since=now), basis)


def todate(match: Match, frame: Frame) -> list[Timex]:
    """The year to date: from its first day to publication."""
    now, basis = frame.now(match.span().start)
    period = periods.of_year(now.year) if now else None
    return timex(match, period._replace(until=now), basis) if period else unknown(match, "XXXX", basis)


def afternext(match: Match, frame: Frame) -> list[Timex]:
    """The week after next; the year before last."""
    now, basis = frame.now(match.span().start)
    steps = 2 if "after" in match.words_all() else -2
    period = periods.step(unit_of(match), now, steps) if now else None
    return timex(match, period, basis) if period else unknown(match, "XXXX", basis)


def edge(match: Match, frame: Frame) -> list[Timex]:
    """The first three months of 2024: a length with its days."""
    whole, basis = holder(match, frame)
    count = numerals.number(match.words("count"), match.scan.lexicon.values["NUMWORD"])
    unit = unit_of(match)
    since, until = edges(whole, count, unit, first="first" in match.words("side"))
    value = Period(written(count, unit), since, until, "unknown")
    return timex(match, value, f"a length of time; {basis}", TimexType.DURATION)


def edges(
    whole: Period | None, count: float | None, unit: str, *, first: bool
) -> tuple[date | None, date | None]:
    if whole is None or whole.since is None or whole.until is None or not count or count % 1:
        return None, None
    after = periods.shifted(whole.until, 1)
    if first:
        end = periods.away(whole.since, count, unit)
        return whole.since, end and periods.shifted(end, -1)
    return (periods.away(after, -count, unit) if after else None), whole.until


def dayof(match: Match, frame: Frame) -> list[Timex]:
    """The 20th of next month; a day that the month does not have keeps its value."""
    which, day = match.value("which", "WHICH") or 0, match.number("day") or 0
    now, basis = frame.then(match.span().start) if isinstance(which, str) else frame.now(match.span().start)
    month = periods.months_on(now, offset_of(which)) if now else None
    if month is None or month.since is None:
        return unknown(match, f"XXXX-XX-{day:02}", basis, "day")
    period = periods.of_day(periods.make(month.since.year, month.since.month, day))
    if period is None:
        return unknown(match, f"{month.value}-{day:02}", "no such day in the calendar", "day")
    return timex(match, period, basis)
