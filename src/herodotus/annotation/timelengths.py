"""How long, how often, and so long before or after another time."""

from __future__ import annotations

from datetime import date

from herodotus.annotation import numerals, periods
from herodotus.annotation.frame import Frame
from herodotus.annotation.grammar import Match
from herodotus.annotation.periods import Period
from herodotus.annotation.tense import Tense
from herodotus.annotation.timeparts import month_of, tense_of, timex, unknown
from herodotus.data.annotations import Timex, TimexType

VAGUE = frozenset({"several", "few", "couple", "many", "some", "dozens"})
BACK = frozenset({"earlier", "before", "previously"})
BEHIND = ("last", "past")
ONWARD = ("next", "coming", "ahead")
FORTNIGHT = "F"
SEMESTER = "M6"
OPEN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "TH": "XXXX-XX-XXTXX", "TM": "XXXX-XX-XXTXX"}
"""By unit: the value of an unknown one; of an unknown year for all others."""


def unit_of(match: Match) -> str:
    return str(match.value("unit", "UNIT") or match.value("unit", "UNITS"))


def count_of(match: Match) -> float | None:
    """How many units, None where the words give no number ("several", "a few")."""
    words = match.words("count")
    if not words or VAGUE.intersection(words):
        return None
    known = numerals.number(words, match.scan.lexicon.values["NUMWORD"])
    halves = 0.5 if "half" in words else 0.0
    if known is None:
        return halves or 1.0
    return known + halves


def written(count: float | None, unit: str) -> str:
    """A TIMEX3 duration: P3D, PT5M, PXW, P2DE; fortnights as weeks, a half as the smaller unit."""
    if unit in (FORTNIGHT, SEMESTER):
        count, unit = (count * 2, "W") if count and unit == FORTNIGHT else (count and count * 6, "M")
    if count == 0.5 and unit in ("TH", "Y"):
        count, unit = {"TH": (30.0, "TM"), "Y": (6.0, "M")}[unit]
    number = "X" if count is None else f"{count:.10g}"
    if len(number) > 9:
        number = "X"
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"


def duration(match: Match, frame: Frame) -> list[Timex]:
    """Five years; a ten-day visit; the past two weeks, which end with publication."""
    unit = unit_of(match)
    if in_future(match):
        return ahead(match, frame)
    count = count_of(match) if match.has("count") else None
    since, until, basis = placed(match, frame, count, unit)
    return timex(match, Period(written(count, unit), since, until, "unknown"), basis, TimexType.DURATION)


def placed(
    match: Match, frame: Frame, count: float | None, unit: str
) -> tuple[date | None, date | None, str]:
    """The days of a length that ends or begins with publication; one end where no number is given. "The last five
    months of" something is not counted from publication."""
    now, stretch = frame.anchor.published, "".join(match.words("stretch"))
    if now is None or stretch not in (*BEHIND, *ONWARD) or following_word(match) == "of":
        return None, None, "a length of time"
    onward = stretch in ONWARD
    other = away(now, count if onward else -count, unit) if count else None
    basis = f"a length of time {'after' if onward else 'before'} {frame.anchor.words}"
    return (now, other, basis) if onward else (other, now, basis)


def following_word(match: Match) -> str:
    return match.scan.word(match.last).lower() if match.last < len(match.scan.words) else ""


def away(day: date, count: float, unit: str) -> date | None:
    """The day that lies so many units on, to the day; None for units below a day and beyond the calendar."""
    if unit in ("D", "W", FORTNIGHT):
        return (
            periods.shifted(day, int(count * {"D": 1, "W": 7, FORTNIGHT: 14}[unit]))
            if abs(count) < 10**6
            else None
        )
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if months is None or abs(count) > 10_000:
        return None
    month = periods.months_on(day, int(count * months))
    if month is None or month.since is None or month.until is None:
        return None
    return month.since.replace(day=min(day.day, month.until.day))


def ago(match: Match, frame: Frame) -> list[Timex]:
    """Three days ago: counted from publication, and only as precise as its unit."""
    return counted(
        match,
        frame,
        frame.now(match.span().start) if frame.anchor.published else (None, "publication date unknown"),
        -1,
    )


def ahead(match: Match, frame: Frame) -> list[Timex]:
    """Two weeks from now; "in two weeks" where the tense looks ahead."""
    start = frame.now(match.span().start) if frame.anchor.published else (None, "publication date unknown")
    return counted(match, frame, start, 1)


def in_future(match: Match) -> bool:
    before = match.scan.word(match.first - 1).lower() if match.first else ""
    return (
        before == "in"
        and count_of(match) is not None
        and not match.has("stretch")
        and tense_of(match) is Tense.FUTURE
    )


def later(match: Match, frame: Frame) -> list[Timex]:
    """Two days earlier; a week later: counted from the time last told of."""
    way = -1 if BACK.intersection(match.words("way")) else 1
    return counted(match, frame, frame.then(match.span().start), way)


def counted(match: Match, frame: Frame, start: tuple[date | None, str], way: int) -> list[Timex]:
    day, basis = start
    unit = unit_of(match) if match.has("unit") else "D"
    plural = not match.has("count") and match.value("unit", "UNITS") is not None
    count = count_of(match) if match.has("count") else 1.0
    if plural:
        return unknown(match, OPEN.get(unit, "XXXX"), f"{basis}; no number of units")
    if count is None:
        return unknown(match, "PAST_REF" if way < 0 else "FUTURE_REF", f"{basis}; no number of units")
    if unit.startswith("T"):
        return hours(match, day, count * way, basis=basis)
    if unit == FORTNIGHT:
        count, unit = count * 2, "W"
    if count % 1 and unit in ("Y", "DE", "CE"):
        count, unit = count * {"Y": 12, "DE": 120, "CE": 1200}[unit], "M"
    if unit == "DE":
        count, unit = count * 10, "Y"
    elif unit == "CE":
        count, unit = count * 100, "Y"
    elif unit == SEMESTER:
        count, unit = count * 6, "M"
    period = periods.step(unit, day, int(count) * way) if day else None
    if period is None:
        return unknown(match, OPEN.get(unit, "XXXX"), basis)
    return timex(match, period, basis)


def hours(match: Match, day: date | None, count: float, *, basis: str) -> list[Timex]:
    """Hours from a day whose own hour is unknown: that day or the one that the hours can move it to."""
    if day is None or abs(count) > 48:
        return unknown(match, "XXXX-XX-XXTXX", basis, "part of day")
    moved = periods.shifted(day, -1 if count < 0 else 1) or day
    period = Period(f"{day.isoformat()}TXX", min(day, moved), max(day, moved), "part of day")
    return timex(match, period, basis, TimexType.TIME)


def often(match: Match, frame: Frame) -> list[Timex]:
    """Every Tuesday; each year; twice a week; daily; Sundays."""
    day = match.value("weekday", "WEEKDAY") or match.value("weekdays", "WEEKDAYS")
    if day:
        value = f"XXXX-WXX-{day}"
    elif match.has("ly"):
        if match.scan.word(match.first)[:1].isupper():
            return []
        value = match.value("ly", "LY")
    elif match.has("month"):
        value = f"XXXX-{month_of(match):02}"
    elif match.has("season"):
        value = f"XXXX-{match.value('season', 'SEASON')}"
    elif match.has("day"):
        value = f"XXXX-XX-XXT{match.value('day', 'DAYPART')}"
    else:
        between = (
            2.0
            if "other" in match.words_all()
            else numerals.number(match.words_all(), match.scan.lexicon.values["NUMWORD"]) or 1.0
        )
        value = written(between if "every" in match.words_all() else 1.0, unit_of(match))
    return timex(match, Period(value, None, None, "unknown"), "happens again and again", TimexType.SET)
