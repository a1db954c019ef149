"""Named days: a day of a month, the n-th weekday of one, or so many days from Easter."""

from __future__ import annotations

import re
from datetime import date

from herodotus.annotation import periods
from herodotus.annotation.frame import Frame
from herodotus.annotation.grammar import Match
from herodotus.annotation.periods import Period
from herodotus.annotation.timeparts import offset_of, stated_year, tense_of, timex, unknown
from herodotus.data.annotations import Timex

MEANS = re.compile(r"(easter|\d\d)(?:-(\d\d)| w(-?\d) d(\d))?(?: ([+-]\d+))?")
"""12-25; 11 w4 d4 (the fourth Thursday of November, w-1 the last); 11 w4 d4 +1 (the day after); easter -2."""
AROUND = (0, -1, 1)
EASTER_MONTH = 4


def holiday(match: Match, frame: Frame) -> list[Timex]:
    """Christmas Eve; Thanksgiving 2022; last Easter; Labor Day weekend."""
    year, basis = stated_year(match, frame)
    if year is None and match.has("which"):
        day, basis = of_which(match, frame)
    else:
        if year is None:
            year, basis = open_year(match, frame)
        day = falls(match.rule.means, year) if year is not None else None
    if day is None:
        return unknown(match, open_value(match.rule.means), basis, "day")
    period = weekend(day) if match.has("weekend") else periods.of_day(day)
    return timex(match, period, basis) if period else []


def of_which(match: Match, frame: Frame) -> tuple[date | None, str]:
    """The last, the next or this year's, from publication or from the time told of."""
    which, position = match.value("which", "WHICH"), match.span().start
    now, basis = frame.then(position) if isinstance(which, str) else frame.now(position)
    if now is None:
        return None, basis
    days = [day for n in AROUND if (day := falls(match.rule.means, now.year + n))]
    if offset_of(which) < 0:
        return max((day for day in days if day < now), default=None), basis
    if offset_of(which) > 0:
        return min((day for day in days if day > now), default=None), basis
    return falls(match.rule.means, now.year), basis


def open_year(match: Match, frame: Frame) -> tuple[int | None, str]:
    """The year as for a date of about that day."""
    head, day = match.rule.means[:2], match.rule.means[3:5]
    month = EASTER_MONTH if head == "ea" else int(head)
    number = int(day) if day.isdecimal() else None
    about, basis = frame.yearless(match.span().start, month, day=number, tense=tense_of(match))
    return (about.since.year if about and about.since else None), basis


def falls(means: str, year: int) -> date | None:
    """The day of the feast in a year; None for years that the calendar does not have."""
    found = MEANS.fullmatch(means)
    assert found is not None
    head, day, week, weekday, offset = found.groups()
    if head == "easter":
        first = easter(year)
    elif day:
        first = periods.make(year, int(head), int(day))
    else:
        first = periods.nth(year, int(head), int(week), int(weekday))
    return periods.shifted(first, int(offset or 0)) if first else None


def easter(year: int) -> date | None:
    """Easter Sunday of the western churches (Butcher's rule), None before 1583."""
    if year < 1583:
        return None
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114, 31)
    return periods.make(year, month, day + 1)


def weekend(day: date) -> Period | None:
    """Saturday to Sunday with the feast, which may be the Friday before or the Monday after."""
    sunday = day if day.isoweekday() > 1 else periods.shifted(day, -1)
    period = periods.of_weekend(sunday)
    if period is None or period.since is None or period.until is None:
        return None
    return period._replace(since=min(period.since, day), until=max(period.until, day))


def open_value(means: str) -> str:
    """The value where no year is known: XXXX-12-25, of a moveable feast its month."""
    head, day = means.partition(" ")[0].partition("-")[::2]
    return "XXXX" if head == "easter" else f"XXXX-{head}" + (f"-{day}" if day else "")
