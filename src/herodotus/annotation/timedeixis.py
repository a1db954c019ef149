"""Times counted from publication or from the time last told of: weekdays, today, this and next."""

from __future__ import annotations

from datetime import date

from herodotus.annotation import periods
from herodotus.annotation.frame import Frame
from herodotus.annotation.grammar import Match
from herodotus.annotation.periods import Period
from herodotus.annotation.tense import Tense
from herodotus.annotation.timeparts import (
    FORTNIGHT,
    in_day,
    lead,
    month_of,
    offset_of,
    stated_year,
    tense_of,
    timex,
    unknown,
    weekday_of,
)
from herodotus.data.annotations import Timex, TimexType

MIDWEEK = 4
"""Before this day, what has happened "this weekend" happened on the one before."""


def weekday(match: Match, frame: Frame) -> list[Timex]:
    """Tuesday; last Friday; the following Monday; Thursday of next week; Saturday night."""
    number, which = weekday_of(match), match.value("which", "WHICH")
    if match.has("weekwhich"):
        return of_week_named(match, frame, number)
    if isinstance(which, str):
        return following(match, frame, number, which)
    if frame.anchor.published is None:
        why = "publication date unknown, so the week is open"
        return in_day(unknown(match, f"XXXX-WXX-{number}", why, "day"), match)
    period, tense = upcoming(match, frame.anchor.published, number)
    basis = f"{tense} relative to {frame.anchor.words}"
    if next_words(match, 3)[-2:] == ["local", "time"]:
        basis += "; local time of the place spoken of"
    return in_day(timex(match, period, basis), match) if period else []


def next_words(match: Match, count: int) -> list[str]:
    last = min(match.last + count, len(match.scan.words))
    return [match.scan.word(index).lower() for index in range(match.last, last)]


def upcoming(match: Match, published: date, number: int) -> tuple[Period | None, str]:
    """The weekday before or after publication; "Friday" may be the day itself, "last Friday" is not."""
    back, on = (published.isoweekday() - number) % 7, (number - published.isoweekday()) % 7
    which = match.value("which", "WHICH")
    if which == -1 or "past" in match.words("which"):
        return periods.of_day(periods.shifted(published, -(back or 7))), "the one before, by the words,"
    if which == 1:
        return periods.of_day(periods.shifted(published, on or 7)), "the one after, by the words,"
    tense = tense_of(match)
    if tense is Tense.FUTURE or (which == 0 and tense is not Tense.PAST):
        return periods.of_day(periods.shifted(published, on)), "the next one, by the tense,"
    return periods.of_day(periods.shifted(published, -back)), "the last one"


def following(match: Match, frame: Frame, number: int, which: str) -> list[Timex]:
    then, basis = frame.then(match.span().start)
    if then is None:
        return unknown(match, f"XXXX-WXX-{number}", basis, "day")
    steps = {
        "told+1": (number - then.isoweekday()) % 7 or 7,
        "told-1": -((then.isoweekday() - number) % 7 or 7),
    }
    period = periods.of_day(periods.shifted(then, steps.get(which, (number - then.isoweekday()) % 7)))
    return in_day(timex(match, period, basis), match) if period else []


def of_week_named(match: Match, frame: Frame, number: int) -> list[Timex]:
    which = match.value("weekwhich", "WHICH")
    told = isinstance(which, str)
    day, basis = frame.then(match.span().start) if told else frame.now(match.span().start)
    week = periods.step("W", day, offset_of(which)) if day else None
    if week is None or week.since is None:
        return unknown(match, f"XXXX-WXX-{number}", basis, "day")
    period = periods.of_day(periods.shifted(week.since, number - 1))
    return timex(match, period, basis) if period else []


def recent(match: Match, frame: Frame) -> list[Timex]:
    """A recent Saturday: the one before publication is a guess, and is marked as one."""
    number, published = weekday_of(match), frame.anchor.published
    if "recent" not in match.words_all():
        return unknown(match, f"XXXX-WXX-{number}", "some day of this name", "day")
    if published is None:
        return unknown(match, f"XXXX-WXX-{number}", "publication date unknown, so the week is open", "day")
    back = (published.isoweekday() - number) % 7 or 7
    period = periods.of_day(periods.shifted(published, -back))
    basis = f"uncertain: 'a recent' read as the last one before {frame.anchor.words}"
    return timex(match, period._replace(precision="unknown"), basis) if period else []


def today(match: Match, frame: Frame) -> list[Timex]:
    published = frame.anchor.published
    offset = match.value("today", "TODAY")
    if match.has("around"):
        offset = -2 if "yesterday" in match.words("around") else 2
    if match.has("lastnight"):
        offset = -1
    offset = offset or 0
    code = "TNI" if match.has("lastnight") or "tonight" in match.words_all() else ""
    if match.has("thisday"):
        code = f"T{match.value('thisday', 'DAYPART')}"
    if published is None:
        return unknown(match, f"XXXX-XX-XX{code}", "publication date unknown", "day")
    period = periods.of_day(periods.shifted(published, offset))
    if period is None:
        return []
    basis = f"relative to {frame.anchor.words}"
    if code:
        period = period._replace(value=period.value + code, precision="part of day")
        return timex(match, period, basis, TimexType.TIME)
    return in_day(timex(match, period, basis), match)


# -- this, last, next


def deictic(match: Match, frame: Frame) -> list[Timex]:
    """This week; last month; the following year; the end of the month; last November."""
    which = 0 if match.has("the") else match.value("which", "WHICH")
    if match.has("month"):
        return month_named(match, frame, which)
    told = isinstance(which, str)
    day, basis = frame.then(match.span().start) if told else frame.now(match.span().start)
    unit = match.value("unit", "UNIT") or "Q"
    if match.has("the") and frame.told and frame.told.position >= frame.sentence:
        day, basis = frame.then(match.span().start)
    if day is None:
        return unknown(match, {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX"), basis)
    if unit == FORTNIGHT:
        return fortnight(match, frame, offset_of(which))
    if unit == "WE" and which == 0 and day.isoweekday() < MIDWEEK and tense_of(match) is Tense.PAST:
        which, basis = -1, f"the one just past, by the tense; {basis}"
    period = periods.step(unit, day, offset_of(which))
    return timex(match, *lead(match, period, basis)) if period else []


def fortnight(match: Match, frame: Frame, which: int) -> list[Timex]:
    """The past fortnight: two weeks that end (the next: begin) with publication."""
    now, basis = frame.now(match.span().start)
    other = periods.away(now, which, FORTNIGHT) if now else None
    since, until = (now, other) if which > 0 else (other, now)
    return timex(
        match, Period("P2W", since, until, "unknown"), f"a length of time; {basis}", TimexType.DURATION
    )


def month_named(match: Match, frame: Frame, which: int | str) -> list[Timex]:
    month = month_of(match)
    told = isinstance(which, str)
    now, basis = frame.then(match.span().start) if told else frame.now(match.span().start)
    which = offset_of(which)
    if now is None:
        return unknown(match, f"XXXX-{month:02}", basis, "month")
    year_ = now.year
    if which == -1 and month >= now.month:
        year_ -= 1
    if which == 1 and month <= now.month:
        year_ += 1
    period = periods.of_month(year_, month)
    return timex(match, period, basis) if period else []


def nthday(match: Match, frame: Frame) -> list[Timex]:
    """The first Monday in May; the last Friday of next month."""
    position = match.span().start
    if match.has("month"):
        year, basis = stated_year(match, frame)
        month = periods.of_month(year, month_of(match)) if year is not None else None
        if year is None:
            month, basis = frame.yearless(position, month_of(match), day=None, tense=tense_of(match))
    else:
        which = match.value("which", "WHICH")
        day, basis = frame.then(position) if isinstance(which, str) else frame.now(position)
        month = periods.step("M", day, offset_of(which)) if day else None
    if month is None or month.since is None:
        return unknown(match, f"XXXX-WXX-{weekday_of(match)}", basis, "day")
    week = match.value("nth", "ORDWORD") or -1
    period = periods.of_day(periods.nth(month.since.year, month.since.month, week, weekday_of(match)))
    return timex(match, period, basis) if period else []


def dayonly(match: Match, frame: Frame) -> list[Timex]:
    """On the 27th: of the month last told of, else the nearest such day the way the tense looks."""
    number = match.number("day") or 0
    then, basis = frame.then(match.span().start)
    if then is None:
        return unknown(match, f"XXXX-XX-{number:02}", basis, "day")
    day = periods.make(then.year, then.month, number)
    if frame.told is None and day and day > then and tense_of(match) is not Tense.FUTURE:
        before = periods.months_on(then, -1)
        day = periods.make(before.since.year, before.since.month, number) if before and before.since else None
    period = periods.of_day(day)
    return timex(match, period, basis) if period else unknown(match, f"XXXX-XX-{number:02}", basis, "day")


def weekend(match: Match, frame: Frame) -> list[Timex]:
    now, basis = frame.now(match.span().start)
    if now is None:
        return unknown(match, "XXXX-WXX-WE", basis, "week")
    ahead = tense_of(match) is Tense.FUTURE or now.isoweekday() >= 6
    period = periods.step("WE", now, 0 if ahead else -1)
    return timex(match, period, basis) if period else []


# -- the present and the past


def reference(match: Match, frame: Frame) -> list[Timex]:
    return unknown(match, match.rule.means, "no calendar time")
