"""Times as the calendar writes them: days, months, years, seasons, quarters."""

from __future__ import annotations

import re

from herodotus.annotation import periods
from herodotus.annotation.frame import Frame
from herodotus.annotation.grammar import Match
from herodotus.annotation.periods import Period
from herodotus.annotation.tense import Tense
from herodotus.annotation.timeparts import (
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
from herodotus.data.annotations import Timex

NEAR_MONTHS = tuple(n * sign for n in range(15) for sign in (-1, 1))
"""A weekday falls on a day of the month at least once in these."""
NAMES_TOO = frozenset({"May", "March", "April", "June", "August"})


def calendar(match: Match, frame: Frame) -> list[Timex]:
    """20 May; Nov. 20, 2021; the morning of April 19; early June 2021; Friday the 13th."""
    month, day = month_of(match), match.number("day") or match.value("ordinal", "ORDWORD")
    if not month:
        return day_alone(match, frame, day)
    year, basis = stated_year(match, frame)
    if year is not None:
        period = (
            periods.of_month(year, month) if day is None else periods.of_day(periods.make(year, month, day))
        )
    elif match.has("ofyear"):
        period = None
    else:
        period, basis = frame.yearless(match.span().start, month, day=day, tense=tense_of(match))
    if period is None:
        return no_days(match, year, month, day=day, basis=basis)
    return in_day(timex(match, *lead(match, period, basis)), match, "dayof")


def no_days(match: Match, year: int | None, month: int, *, day: int | None, basis: str) -> list[Timex]:
    """The value as far as it goes, for an unknown year or a day that the calendar does not have."""
    written = f"{year:04}" if year is not None else "XXXX"
    value = f"{written}-{month:02}" + (f"-{day:02}" if day else "")
    if day and periods.make(2000, month, day) is None:
        basis = "no such day in the calendar"
    return unknown(match, value, basis or "no such day in the calendar", "day" if day else "month")


def day_alone(match: Match, frame: Frame, day: int | None) -> list[Timex]:
    """Friday the 13th: the month is open, so the nearest one that has this weekday on this day."""
    now, basis = frame.now(match.span().start)
    if now is None or day is None:
        return unknown(match, f"XXXX-XX-{day or 0:02}", basis, "day")
    months = (periods.months_on(now, n) for n in NEAR_MONTHS)
    days = (periods.make(m.since.year, m.since.month, day) for m in months if m and m.since)
    found = next((d for d in days if d and d.isoweekday() == weekday_of(match)), None)
    period = periods.of_day(found)
    return timex(match, period, basis) if period else unknown(match, f"XXXX-XX-{day:02}", basis, "day")


def numeric(match: Match, frame: Frame) -> list[Timex]:
    """2021-05-20; 5/1/2024 (month first unless the first number cannot be a month); 5.1.2024 (day first)."""
    written = match.words("date")[0]
    parts = [int(n) for n in re.findall(r"\d+", written)]
    basis = "stated in full"
    if written[:4].isdigit():
        year, month, day = parts
    elif "." in written:
        day, month, year = parts
    else:
        month, day, year = parts
        year += 0 if year > 99 else (1900 if year >= 50 else 2000)
        if month > 12:
            month, day = day, month
        elif day <= 12 and day != month:
            basis = (
                f"ambiguous: month first as in American use; day first it is {year:04}-{day:02}-{month:02}"
            )
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    period = periods.of_day(periods.make(year, month, day))
    return timex(match, period, basis) if period else no_days(match, year, month, day=day, basis="")


def baremonth(match: Match, frame: Frame) -> list[Timex]:
    """A month without preposition. Those that are names or verbs too (May, April) need an "and" before and
    no capital after them, short forms no capital."""
    scan = match.scan
    name = scan.word(match.first)
    capital = match.last < len(scan.words) and scan.word(match.last)[:1].isupper()
    if capital and (name in NAMES_TOO or len(name) <= 4):
        return []
    joined = scan.word(match.first - 1).lower() in ("and", "or", "-", "–") if match.first else False
    return [] if name.title() in NAMES_TOO and not joined else calendar(match, frame)


def year(match: Match, frame: Frame) -> list[Timex]:
    number, basis = stated_year(match, frame)
    if number is None or not is_year(match, number):
        return []
    period = periods.of_year(number)
    return timex(match, *lead(match, period, basis)) if period else []


def is_year(match: Match, number: int) -> bool:
    """Four digits are a year unless they count something; early ones need a preposition as well."""
    scan, before, after = match.scan, match.first - 1, match.last
    if match.last - match.first > 1:
        return True
    if any(scan.is_a(before, cls) for cls in ("MONEY", "DASH", "LABEL")):
        return False
    if any(scan.is_a(after, cls) for cls in ("COUNTED", "UNITS")) or counts_years(match):
        return False
    if number < 1900 and scan.is_a(before, "ADDRESS") and scan.word(after)[:1].isupper():
        return False
    if any(scan.is_a(before, cls) for cls in ("PREP", "YEARPREP", "OPEN", "COMMA")):
        return True
    return 1900 <= number < 2060


def counts_years(match: Match) -> bool:
    """Before "year" or "-year" it is a length: a 2000-year-old tradition."""
    after = match.last + match.scan.is_a(match.last, "DASH")
    return after < len(match.scan.words) and match.scan.word(after).lower() == "year"


def bc(match: Match, frame: Frame) -> list[Timex]:
    """490 BC; April 480 BC; the spring of 480 BC."""
    number, season = match.number("year"), match.value("season", "SEASON")
    if number is None or number >= 10000:
        return []
    month = f"{month_of(match):02}" if match.has("month") else ""
    return timex(match, periods.before_christ(number, month or season or ""), "stated in full")


def decade(match: Match, frame: Frame) -> list[Timex]:
    first, short = match.number("year"), match.number("short") or match.value("named", "DECADEWORD")
    if short is not None:
        first = short + (2000 if short < 20 else 1900)
    if first is None or first % 10:
        return []
    period = periods.of_decade(first)
    if period and first % 100 == 0 and short is None:
        period = periods.of_century(first // 100 + 1) if first < 2000 else period
    return timex(match, *lead(match, period, "stated in full")) if period else []


def century(match: Match, frame: Frame) -> list[Timex]:
    number = match.number("number") or match.value("number", "ORDWORD")
    if match.has("bc"):
        return (
            timex(match, Period(f"BC{number - 1:02}", None, None, "unknown"), "stated in full")
            if number
            else []
        )
    period = periods.of_century(number) if number and number < 30 else None
    return timex(match, *lead(match, period, "stated in full")) if period else []


# -- seasons, quarters, halves


def season(match: Match, frame: Frame) -> list[Timex]:
    code = match.value("season", "SEASON")
    number, basis = stated_year(match, frame)
    if number is not None:
        period = periods.of_season(number, code)
    else:
        period, basis = open_season(match, frame, code)
    if period is None:
        return unknown(match, f"XXXX-{code}", basis or "year unknown", "season")
    return timex(match, *lead(match, period, basis))


def open_season(match: Match, frame: Frame, code: str) -> tuple[Period | None, str]:
    which = match.value("which", "WHICH")
    now, basis = frame.then(match.span().start) if isinstance(which, str) else frame.now(match.span().start)
    if now is None:
        return None, basis
    years = [
        made
        for n in (0, -1, 1)
        if (made := periods.of_season(now.year + n, code)) and made.since and made.until
    ]
    back = [made for made in years if made.until and made.until < now]
    on = [made for made in years if made.since and made.since > now]
    if which == -1 and back:
        return max(back), basis
    if which == 1 and on:
        return min(on), basis
    if frame.anchor.published is None or isinstance(which, str):
        return periods.of_season(now.year, code), basis
    tense = tense_of(match)
    if which == 0 and tense is not Tense.FUTURE:
        return periods.of_season(now.year - (code == "WI" and now.month < 3), code), basis
    ahead = tense is Tense.FUTURE
    around_now = [made for made in years if made.since and made.until and made.since <= now <= made.until]
    choice = around_now or (on if ahead else back)
    return (min(choice) if ahead else max(choice)) if choice else None, basis


def quarter(match: Match, frame: Frame) -> list[Timex]:
    number = match.number("digit") or match.number("number") or match.value("number", "ORDWORD")
    if not number or not 1 <= number <= 4:
        return []
    year_, basis = stated_year(match, frame)
    if year_ is None:
        now, basis = frame.now(match.span().start)
        if now is None:
            return unknown(match, f"XXXX-Q{number}", basis, "quarter")
        this = periods.of_quarter(now.year, number)
        ahead = this is not None and this.since is not None and this.since > now
        year_ = now.year - (1 if ahead and tense_of(match) is not Tense.FUTURE else 0)
    period = periods.of_quarter(year_, number)
    return timex(match, *lead(match, period, basis)) if period else []


def half(match: Match, frame: Frame) -> list[Timex]:
    number = 2 if "latter" in match.words("number") else match.number("digit")
    number = number or match.value("number", "ORDWORD")
    year_, basis = stated_year(match, frame)
    if year_ is None:
        now, basis = frame.now(match.span().start)
        year_ = now.year if now else None
    period = periods.of_half(year_, number) if year_ is not None and number in (1, 2) else None
    return timex(match, period, basis) if period else []


def fiscal(match: Match, frame: Frame) -> list[Timex]:
    """Fiscal 2024; last fiscal year; the first quarter of fiscal 2024."""
    number, why = match.number("year"), "a fiscal year: its first and last day differ by country and firm"
    if number is None:
        now, basis = frame.now(match.span().start)
        which = match.value("which", "WHICH") or 0
        number, why = (now.year + offset_of(which) if now else None), f"{why}; {basis}"
    part = match.value("number", "ORDWORD") or match.number("digit")
    value = f"FY{'XXXX' if number is None else number}" + (f"-Q{part}" if part else "")
    return unknown(match, value, why, "quarter" if part else "year")
