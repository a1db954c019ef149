"""The hour and the part of the day; the day itself comes from the words around."""

from __future__ import annotations

import re
from datetime import date

from herodotus.annotation.frame import Frame
from herodotus.annotation.grammar import Match
from herodotus.annotation.periods import Period, shifted
from herodotus.annotation.timecalendar import calendar
from herodotus.annotation.timedeixis import deictic, today, weekday
from herodotus.annotation.timeparts import timex
from herodotus.data.annotations import Timex, TimexType

AFTERNOON = frozenset({"afternoon", "evening"})
NAMED = {"noon": "12:00", "midnight": "24:00"}


def clock(match: Match, frame: Frame) -> list[Timex]:
    """5:34 a.m.; 9 p.m. on Thursday; 1400 GMT."""
    hour = hour_of(match.words("time"))
    if hour is None:
        return []
    day, basis = day_of(match, frame)
    zone = match.value("zone", "ZONE") or match.value("zone2", "ZONE") or ""
    value = f"{day.isoformat() if day else 'XXXX-XX-XX'}T{hour}{zone}"
    return timex(match, Period(value, day, day, "part of day"), basis, TimexType.TIME)


def hour_of(words: list[str]) -> str | None:
    """HH:MM or HH:MM:SS in 24 hours, None for hours that no clock has."""
    if words[0] in NAMED:
        return NAMED[words[0]]
    numbers = [int(n) for n in re.findall(r"\d+", words[0])]
    if len(words[0]) > 2 and words[0].isdecimal():
        numbers = [numbers[0] // 100, numbers[0] % 100]
    hour, minute, *rest = [*numbers, 0][: max(2, len(numbers))]
    letters = "".join(words[1:]).replace(".", "")
    if (letters.startswith("p") or AFTERNOON.intersection(words)) and hour < 12:
        hour += 12
    if letters.startswith("a") and hour == 12:
        hour = 0
    if hour > 24 or max(minute, *rest, 0) >= 60:
        return None
    return ":".join(f"{number:02}" for number in (hour, minute, *rest))


def day_of(match: Match, frame: Frame) -> tuple[date | None, str]:
    made: list[Timex] = []
    if match.has("weekday"):
        made = weekday(match, frame)
    elif match.has("today"):
        made = today(match, frame)
    elif match.has("which"):
        made = deictic(match, frame)
    elif match.has("month"):
        made = calendar(match, frame)
    if made:
        return made[0].since, made[0].basis
    if frame.told and frame.told.position >= frame.sentence:
        return frame.told.day, f"day from '{frame.told.words}' in the text"
    return frame.anchor.published, f"day of {frame.anchor.words}" if frame.anchor.published else "day unknown"


def daypart(match: Match, frame: Frame) -> list[Timex]:
    """In the morning; that night; the next morning: of the day last told of."""
    day, basis = frame.then(match.span().start)
    if day is not None and match.has("next"):
        day = shifted(day, 1)
    value = f"{day.isoformat() if day else 'XXXX-XX-XX'}T{match.value('day', 'DAYPART')}"
    return timex(match, Period(value, day, day, "part of day"), basis, TimexType.TIME)
