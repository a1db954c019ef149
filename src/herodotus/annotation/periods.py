"""Stretches of the calendar: a TIMEX3 value with the days it spans.

Values follow TIMEX3 / ISO 8601: 2024-05-20, 2024-W21, 2024-05, 2024-SP, 2024-Q1, 2024-H1, 2024, 202 (the
2020s), 20 (the 21st century), FY2024, BC0490. Days the calendar does not have give None, never an error.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month on the northern half of the earth; winter runs into the next year."""


class Period(NamedTuple):
    value: str
    since: date | None
    until: date | None
    precision: str


def make(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (31 February, the year 12000)."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _span(value: str, first: date | None, after: date | None, precision: str) -> Period | None:
    """From `first` to the day before `after`."""
    until = shifted(after, -1) if after else None
    return Period(value, first, until, precision) if first and until else None


def of_day(day: date | None) -> Period | None:
    return Period(day.isoformat(), day, day, "day") if day else None


def of_week(day: date | None) -> Period | None:
    """The ISO week, Monday to Sunday, in which the day lies."""
    if day is None:
        return None
    year, week, weekday = day.isocalendar()
    first = shifted(day, 1 - weekday)
    return _span(f"{year:04}-W{week:02}", first, first and shifted(first, 7), "week")


def of_weekend(day: date | None) -> Period | None:
    """Saturday and Sunday of the ISO week in which the day lies."""
    week = of_week(day)
    if week is None or week.until is None:
        return None
    return Period(f"{week.value}-WE", shifted(week.until, -1), week.until, "week")


def of_month(year: int, month: int) -> Period | None:
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
        return None
    last = date(year, month, monthrange(year, month)[1])
    return Period(f"{year:04}-{month:02}", date(year, month, 1), last, "month")


def of_year(year: int) -> Period | None:
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return Period(f"{year:04}", date(year, 1, 1), date(year, 12, 31), "year")


def of_decade(year: int) -> Period | None:
    """The ten years in which the year lies: 1987 -> 198."""
    first = year // 10 * 10
    return _span(f"{year // 10:03}", make(first, 1, 1), make(first + 10, 1, 1), "decade")


def of_century(number: int) -> Period | None:
    """The n-th century: the 19th is 18, 1800 to 1899 as people use the word."""
    first = (number - 1) * 100
    return _span(f"{number - 1:02}", make(first, 1, 1), make(first + 100, 1, 1), "unknown")


def of_season(year: int, season: str) -> Period | None:
    month = SEASONS[season]
    after = make(year, month + 3, 1) if month < 12 else make(year + 1, 3, 1)
    return _span(f"{year:04}-{season}", make(year, month, 1), after, "season")


def of_quarter(year: int, quarter: int) -> Period | None:
    after = make(year, quarter * 3 + 1, 1) if quarter < 4 else make(year + 1, 1, 1)
    return _span(f"{year:04}-Q{quarter}", make(year, quarter * 3 - 2, 1), after, "quarter")


def of_half(year: int, half: int) -> Period | None:
    after = make(year, 7, 1) if half == 1 else make(year + 1, 1, 1)
    return _span(f"{year:04}-H{half}", make(year, half * 6 - 5, 1), after, "season")


def before_christ(year: int, within: str = "") -> Period:
    """The year, or the month or season `within` it ("04", "SP")."""
    precision = "year" if not within else "month" if within.isdecimal() else "season"
    return Period(f"BC{year:04}" + (f"-{within}" if within else ""), None, None, precision)


def nth(year: int, month: int, week: int, weekday: int) -> date | None:
    """The n-th such weekday of a month, counted from its end for negative n."""
    whole = of_month(year, month)
    if whole is None or whole.since is None or whole.until is None:
        return None
    if week > 0:
        return shifted(whole.since, (weekday - whole.since.isoweekday()) % 7 + 7 * (week - 1))
    return shifted(whole.until, -((whole.until.isoweekday() - weekday) % 7) + 7 * (week + 1))


def months_on(day: date, months: int) -> Period | None:
    """The month that lies so many months after the month of the day."""
    index = day.year * 12 + day.month - 1 + months
    return of_month(index // 12, index % 12 + 1)


def season_of(day: date) -> tuple[int, str]:
    """The year and code of the season in which the day lies; January is in the winter of the year before."""
    code = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
    return (day.year - 1 if day.month < 3 else day.year), code


def seasons_on(day: date, seasons: int) -> Period | None:
    year, code = season_of(day)
    index = year * 4 + list(SEASONS).index(code) + seasons
    return of_season(index // 4, list(SEASONS)[index % 4])


def quarters_on(day: date, quarters: int) -> Period | None:
    index = day.year * 4 + (day.month - 1) // 3 + quarters
    return of_quarter(index // 4, index % 4 + 1)


STEPS: dict[str, Callable[[date, int], Period | None]] = {
    "D": lambda day, n: of_day(shifted(day, n)),
    "W": lambda day, n: of_week(shifted(day, 7 * n)),
    "WE": lambda day, n: of_weekend(shifted(day, 7 * n)),
    "M": months_on,
    "S": seasons_on,
    "Q": quarters_on,
    "Y": lambda day, n: of_year(day.year + n),
    "DE": lambda day, n: of_decade(day.year + 10 * n),
    "CE": lambda day, n: of_century(day.year // 100 + 1 + n),
}
"""By unit: the stretch of that unit n after (before, if negative) the one in which the day lies."""


def step(unit: str, day: date, count: int) -> Period | None:
    """`count` units on from the one that holds the day; None beyond the calendar or for units below a day."""
    if unit not in STEPS or abs(count) > 4_000_000:
        return None
    try:
        return STEPS[unit](day, count)
    except (ValueError, OverflowError):
        return None


def part(period: Period, which: str) -> Period:
    """The early, middle or late part. The words are vague, so each takes half of the days, and the middle the
    half between; the value stays that of the whole, as TIMEX3 keeps the part in an attribute of its own."""
    if period.since is None or period.until is None:
        return period
    days = (period.until - period.since).days + 1
    skip = {"early": 0, "mid": days // 4, "late": days // 2}[which]
    since = period.since + timedelta(days=skip)
    until = period.until if which == "late" else since + timedelta(days=max(0, (days + 1) // 2 - 1))
    return period._replace(since=since, until=until)


def away(day: date, count: float, unit: str) -> date | None:
    """The day that lies so many units on, to the day; None for units below a day and beyond the calendar."""
    if unit in ("D", "W", "F"):
        return shifted(day, int(count * {"D": 1, "W": 7, "F": 14}[unit])) if abs(count) < 10**6 else None
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if months is None or abs(count) > 10_000:
        return None
    month = months_on(day, int(count * months))
    if month is None or month.since is None or month.until is None:
        return None
    return month.since.replace(day=min(day.day, month.until.day))
