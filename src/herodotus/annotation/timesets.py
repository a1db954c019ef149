"""How often: every Tuesday, twice a week, each monday at 4 p.m., Friday mornings."""

from __future__ import annotations

from herodotus.annotation import numerals
from herodotus.annotation.frame import Frame
from herodotus.annotation.grammar import Match
from herodotus.annotation.periods import Period
from herodotus.annotation.timeclock import hour_of
from herodotus.annotation.timeparts import month_of, timex, unit_of, written
from herodotus.data.annotations import Timex, TimexType

BASIS = "happens again and again"


def often(match: Match, frame: Frame) -> list[Timex]:
    value = hour(match, day_value(match))
    return timex(match, Period(value, None, None, "unknown"), BASIS, TimexType.SET) if value else []


def day_value(match: Match) -> str:
    """Which days, months or seasons, or how often; empty for a name such as the Daily."""
    day = match.value("weekday", "WEEKDAY") or match.value("weekdays", "WEEKDAYS")
    if day:
        return f"XXXX-WXX-{day}"
    if match.has("ly"):
        return "" if match.scan.word(match.first)[:1].isupper() else str(match.value("ly", "LY"))
    if match.has("month"):
        return f"XXXX-{month_of(match):02}"
    if match.has("season"):
        return f"XXXX-{match.value('season', 'SEASON')}"
    if match.has("day"):
        return "XXXX-XX-XX"
    return written(between(match), unit_of(match))


def between(match: Match) -> float:
    """How many units lie from one time to the next: every two weeks, every other day."""
    words = match.words_all()
    if not {"every", "each"}.intersection(words) or "times" in words:
        return 1.0
    if "other" in words:
        return 2.0
    return numerals.number(words, match.scan.lexicon.values["NUMWORD"]) or 1.0


def hour(match: Match, days: str) -> str:
    """The days with the hour or the part of the day, where the words name one."""
    hour = hour_of(match.words("time")) if match.has("time") else None
    part = match.value("day", "DAYPART")
    if hour is None and part is None:
        return days
    day = "XXXX-XX-XX" if days.startswith("P") else days
    return f"{day}T{hour or part}" if day else ""
