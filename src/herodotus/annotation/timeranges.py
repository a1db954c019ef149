"""Two ends of a stretch, each a time of its own: "from 3 to 5 January", "1914-18", "5 to 6 p.m."."""

from __future__ import annotations

from dataclasses import replace

from herodotus.annotation import periods
from herodotus.annotation.frame import Frame
from herodotus.annotation.grammar import Match
from herodotus.annotation.periods import Period
from herodotus.annotation.timecalendar import no_days
from herodotus.annotation.timeclock import clock, hour_of
from herodotus.annotation.timedeixis import weekday
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
    """June and July 2023; from May to September."""
    first, last, year = month_of(match), month_of(match, "month2"), match.number("year")
    if year is not None:
        two, basis, why = periods.of_month(year, last), "stated in full", f"year from '{year}' after it"
    else:
        two, basis = frame.yearless(match.span().start, last, day=None, tense=tense_of(match))
        why = basis
    one = periods.of_month(two.since.year - (first > last), first) if two and two.since else None
    if one is None or two is None:
        return both(match, *(unknown(match, f"XXXX-{month:02}", basis, "month") for month in (first, last)))
    return both(match, timex(match, one, why), timex(match, two, basis))


def dates(match: Match, frame: Frame) -> list[Timex]:
    """June 20 to July 3, 2015: the year after the second day holds for both."""
    year, first, last = match.number("year"), month_of(match), month_of(match, "month2")
    assert year is not None
    ends = []
    for own, month, group in ((year - (first > last), first, "day"), (year, last, "day2")):
        day = match.number(group)
        period = periods.of_day(periods.make(own, month, day or 0))
        basis = "stated in full" if group == "day2" else f"year from '{year}' after it"
        ends.append(timex(match, period, basis) if period else no_days(match, own, month, day=day, basis=""))
    return both(match, *ends)


def weekdays(match: Match, frame: Frame) -> list[Timex]:
    """From Monday to Friday: the second is the first of its name after the other."""
    first = weekday(match, frame)
    number = match.value("weekday2", "WEEKDAY")
    if not first or first[0].since is None:
        return (
            both(match, first, unknown(match, f"XXXX-WXX-{number}", first[0].basis, "day")) if first else []
        )
    day = periods.shifted(first[0].since, (number - first[0].since.isoweekday()) % 7)
    period = periods.of_day(day)
    return both(match, first, timex(match, period, first[0].basis)) if period else []


def hours(match: Match, frame: Frame) -> list[Timex]:
    """5 to 6 p.m.; 11 to 1:30 p.m.: the half of the day of the first is that of the second, unless it came later."""
    made, words = clock(match, frame), match.words("first")
    letters, until = match.words("letters"), hour_of(match.words("time"))
    start = hour_of(words if len(words) > 1 else [*words, *letters])
    if not made or start is None or until is None:
        return made
    if start > until and len(words) == 1:
        start = hour_of([*words, "am" if letters[0].startswith("p") else "pm"]) or start
    value = made[0].value.replace(f"T{until}", f"T{start}")
    return both(match, [replace(made[0], value=value)], made)


def both(match: Match, one: list[Timex], two: list[Timex]) -> list[Timex]:
    """The two ends with the words of their groups; the second has what follows, and the first what stands before."""
    if not one or not two:
        return one or two
    first, second = match.group_span("one"), match.group_span("two")
    return [replace(one[0], span=first), replace(two[0], span=Span(second.start, match.span().end))]
