"""What the families of time expressions share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from herodotus.annotation import periods
from herodotus.annotation.frame import Frame
from herodotus.annotation.grammar import Match, Scan
from herodotus.annotation.periods import Period
from herodotus.annotation.tense import Tense, around
from herodotus.data.annotations import Timex, TimexType

LONGEST = 1e9
"""Lengths of more units are open: no news counts them."""
FORTNIGHT = "F"
SEMESTER = "M6"
Family = Callable[[Match, Frame], list[Timex]]


def timex(match: Match, period: Period, basis: str, kind: TimexType = TimexType.DATE) -> list[Timex]:
    return [Timex(match.span(), kind, period.value, period.since, period.until, period.precision, basis)]


def unknown(match: Match, value: str, basis: str, precision: str = "unknown") -> list[Timex]:
    return timex(match, Period(value, None, None, precision), basis)


def lead(match: Match, period: Period, basis: str) -> tuple[Period, str]:
    """Narrow to the early, middle or late part where the words say so."""
    which = match.value("part", "PART")
    if not which:
        return period, basis
    return periods.part(period, which), f"{basis}; '{which}' read as a half of it"


def in_day(made: list[Timex], match: Match, group: str = "day") -> list[Timex]:
    """Narrow a day to its morning or night where the words say so."""
    code = match.value(group, "DAYPART")
    if not code or not made or made[0].precision not in ("day", "unknown"):
        return made
    return [replace(made[0], type=TimexType.TIME, value=f"{made[0].value}T{code}", precision="part of day")]


def month_of(match: Match, group: str = "month") -> int:
    return int(match.value(group, "MONTH") or match.value(group, "ABBR") or 0)


def weekday_of(match: Match) -> int:
    return int(match.value("weekday", "WEEKDAY") or match.value("weekday", "WEEKABBR") or 0)


def tense_of(match: Match) -> Tense:
    """The tense around; "as early as spring" looks ahead where no verb says otherwise."""
    tense = around(match.scan, match.first, match.last)
    before = [match.scan.word(index).lower() for index in range(max(0, match.first - 3), match.first)]
    soon = before[:1] == ["as"] and before[1:] in (["early", "as"], ["soon", "as"])
    return Tense.FUTURE if soon and tense is Tense.NONE else tense


def stated_year(match: Match, frame: Frame) -> tuple[int | None, str]:
    """The year that the words give: in digits, or as "last year", "of the same year"."""
    year, short = match.number("year"), match.number("short")
    if year is not None:
        return year, "stated in full"
    if short is not None:
        return short + (
            1900 if short >= 50 else 2000
        ), f"two-digit year {short:02} read as within 1950 to 2049"
    if not match.has("ofyear"):
        return None, ""
    which = match.value("ofyear", "WHICH")
    told = isinstance(which, str)
    day, why = frame.then(match.span().start) if told else frame.now(match.span().start)
    offset = int(str(which).removeprefix("told") or 0)
    return (day.year + offset if day else None), why


UNIT_CLASSES = ("UNIT", "UNITS", "QUARTERS", "SECOND")


def unit_of(match: Match, group: str = "unit") -> str:
    """The unit that a group names; a day where there is none."""
    first, last = match.extent(group)
    return next((unit for i in range(first, last) if (unit := unit_in(match.scan, i))), "D")


def unit_in(scan: Scan, index: int) -> str | None:
    values = (scan.lexicon.value(cls, scan.word(index)) for cls in UNIT_CLASSES)
    return next((str(value) for value in values if value), None)


def written(count: float | None, unit: str) -> str:
    """A TIMEX3 duration: P3D, PT5M, PXW, P2DE; fortnights as weeks, a half as the smaller unit."""
    if unit in (FORTNIGHT, SEMESTER):
        count, unit = (count * 2, "W") if count and unit == FORTNIGHT else (count and count * 6, "M")
    if count == 0.5 and unit in ("TH", "Y"):
        count, unit = {"TH": (30.0, "TM"), "Y": (6.0, "M")}[unit]
    number = "X" if count is None or count >= LONGEST else f"{count:.9g}"
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"


def offset_of(which: int | str) -> int:
    """What the lexicon says of "next", "last" and "following", as a number of units."""
    return int(str(which).removeprefix("told"))
