"""Publication dates as they are written on pages, to ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from functools import cache

from herodotus.readers.patterns import table

DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\.\d+)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"|(?<!\d)(?P<hour12>\d{1,2})\s*(?P<half12>[ap]\.?m\b\.?)",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"/((?:19|20)\d\d)([/-]?)(\d\d)\2(\d\d)(?=[/_.-]|$)")
OFFSET = re.compile(r"(?:GMT|UTC)?\s*(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)$")


def iso(text: str) -> str | None:
    """An ISO 8601 date or date-time from one, or from a date as pages write it; None otherwise."""
    text = " ".join(text.split())
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        return read_date(text)


def read_date(text: str) -> str | None:
    """The first date in the words, with its clock time and zone where they follow; None without a full date.

    "05/01/2024" is a date only where one of the numbers cannot be a month, or both are the same.
    """
    for pattern in _patterns():
        found = pattern.search(text)
        day = _day(found) if found else None
        if found and day:
            clock = _clock(text[found.end() :], day) or _clock(text[: found.start()], day)
            return clock or day.isoformat()
    return None


def in_address(url: str) -> str | None:
    """The day that an article's address holds ("/2025/03/07/"), None without one."""
    found = ADDRESS.search(url)
    try:
        return date(*map(int, found.group(1, 3, 4))).isoformat() if found else None
    except ValueError:
        return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(months(), key=len, reverse=True))
    month = rf"(?P<month>{names})\.?"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
            rf"(?<![\w.]){DAY}\s*(?:of\s+)?[\s-]*{month}\s*[,-]?\s*{YEAR}(?!\d)",
            rf"\b{month}[\s.]*{DAY}\s*[.,]?\s*{YEAR}(?!\d)",
            rf"(?<!\d)(?P<first>\d{{1,2}})[/.](?P<second_number>\d{{1,2}})[/.]{YEAR}(?!\d)",
        )
    )


@cache
def months() -> dict[str, int]:
    """Month names and their short forms in lower case, to 1..12."""
    return {name: number for number, names in table("dates")["months"].items() for name in names.split()}


def _day(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    day, month = _numbers(parts)
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None


def _numbers(parts: dict[str, str]) -> tuple[int, int]:
    """Day and month; (0, 0), which is no date, where the order of two numbers cannot be told."""
    if parts.get("month"):
        return int(parts["day"]), months()[parts["month"].lower()]
    if parts.get("number"):
        return int(parts["day"]), int(parts["number"])
    first, second = int(parts["first"]), int(parts["second_number"])
    if first > 12 or first == second:
        return first, second
    return (second, first) if second > 12 else (0, 0)


def _clock(text: str, day: date) -> str | None:
    found = CLOCK.search(text)
    if not found or len(text[: found.start()].split()) > 3:
        return None
    parts = found.groupdict()
    hour = int(parts["hour"] or parts["hour12"])
    half = (parts["half"] or parts["half12"] or "").lower()
    if half:
        hour = hour % 12 + 12 * half.startswith("p")
    try:
        moment = datetime(
            day.year, day.month, day.day, hour, int(parts["minute"] or 0), int(parts["second"] or 0)
        )
    except ValueError:
        return None
    zone = _zone(text[found.end() :])
    return moment.replace(tzinfo=zone).isoformat() if zone else moment.isoformat()


def _zone(text: str) -> timezone | None:
    first = text.strip(" ,()").split(" ")[0].strip("(),.")
    if shift := OFFSET.match(first):
        hours = timedelta(hours=int(shift["hours"]), minutes=int(shift["minutes"]))
        return timezone(hours if shift["sign"] == "+" else -hours) if hours < timedelta(hours=24) else None
    minutes = table("dates")["zones"].get(first)
    return None if minutes is None else timezone(timedelta(minutes=minutes))
