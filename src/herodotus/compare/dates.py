"""Whether two time expressions can mean the same time."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from herodotus.compare.comparison import Comparison, Relation
from herodotus.data.annotations import Timex, TimexType

LENGTH = re.compile(r"P(T?)([0-9]+(?:\.[0-9]+)?)(DE|CE|[A-Z])")
DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Q": 91.3, "Y": 365.25, "DE": 3652.5, "CE": 36525.0}
HOURS = {"H": 1.0, "M": 1 / 60, "S": 1 / 3600}
CLOCK = re.compile(r"T([0-9]{2}):([0-9]{2})(Z|[+-][0-9:]+)?")
NEAR_HOURS = 1.0
"""Two hours of the day this near may be one time told roughly."""
ROUGH = 0.05
"""Lengths this near are the same: 30 days and a month, a decade and ten years."""


class Ends(NamedTuple):
    since: date
    until: date


def compare(a: Timex, b: Timex) -> Comparison:
    """How two times stand to each other. Days next to each other conflict with a low score, never agree."""
    if TimexType.DURATION in (a.type, b.type) or TimexType.SET in (a.type, b.type):
        return _lengths(a, b)
    one, other = _ends(a), _ends(b)
    if one and other:
        return _days(a, b, one, other)
    if a.value.endswith("_REF") or b.value.endswith("_REF"):
        return Comparison(0.0, Relation.INCOMPARABLE, f"{a.value} and {b.value} name no calendar time")
    return _values(a, b)


def _ends(timex: Timex) -> Ends | None:
    return Ends(timex.since, timex.until) if timex.since and timex.until else None


def _days(a: Timex, b: Timex, one: Ends, other: Ends) -> Comparison:
    if one == other:
        return _same_days(a, b)
    if one.until < other.since or other.until < one.since:
        return _apart(a, b, one, other)
    for inner, outer, names in ((one, other, (a, b)), (other, one, (b, a))):
        if outer.since <= inner.since and inner.until <= outer.until:
            why = f"{names[0].value} lies within {names[1].value}"
            return Comparison(0.8, Relation.PRECISION, why)
    return Comparison(0.5, Relation.PRECISION, f"{a.value} and {b.value} overlap")


def _same_days(a: Timex, b: Timex) -> Comparison:
    if a.value == b.value:
        return Comparison(1.0, Relation.SAME, f"both are {a.value}")
    gap = _hours_apart(a.value, b.value)
    if gap is None:
        return Comparison(0.9, Relation.PRECISION, f"{a.value} and {b.value} are the same day")
    if gap <= NEAR_HOURS:
        return Comparison(
            0.9, Relation.PRECISION, f"{a.value} and {b.value} are {gap * 60:.0f} minutes apart"
        )
    return Comparison(0.2, Relation.CONFLICT, f"{a.value} and {b.value} are {gap:.0f} hours apart")


def _hours_apart(a: str, b: str) -> float | None:
    """Between two clock times of one day; None where one names no hour or only one names its time zone."""
    one, other = CLOCK.search(a), CLOCK.search(b)
    if one is None or other is None or bool(one[3]) != bool(other[3]):
        return None
    return abs(_hour(one) - _hour(other))


def _hour(clock: re.Match[str]) -> float:
    hour = int(clock[1]) + int(clock[2]) / 60
    zone = re.fullmatch(r"([+-])([0-9]{2}):?([0-9]{2})?", clock[3] or "")
    if zone is None:
        return hour
    return hour - (-1 if zone[1] == "-" else 1) * (int(zone[2]) + int(zone[3] or 0) / 60)


def _apart(a: Timex, b: Timex, one: Ends, other: Ends) -> Comparison:
    gap = max((other.since - one.until).days, (one.since - other.until).days)
    if "unknown" in (a.precision, b.precision) and one.since.isoweekday() == other.since.isoweekday():
        return Comparison(
            0.5, Relation.PRECISION, f"{a.value} and {b.value}: the same weekday, but one week is a guess"
        )
    if gap == 1 and a.precision in ("day", "part of day") and b.precision in ("day", "part of day"):
        why = "one day apart, which a time zone or a night can make"
        return Comparison(0.3, Relation.CONFLICT, f"{a.value} and {b.value} are {why}")
    return Comparison(0.0, Relation.CONFLICT, f"{a.value} and {b.value} are {gap} days apart")


def _values(a: Timex, b: Timex) -> Comparison:
    """Values of which one has an open year or week: what is known of it decides."""
    if a.value == b.value and "X" not in a.value:
        return Comparison(1.0, Relation.SAME, f"both are {a.value}")
    weekday = _weekday_against(a, b) or _weekday_against(b, a)
    if weekday:
        return weekday
    if not re.search(r"\d", a.value) or not re.search(r"\d", b.value):
        return Comparison(0.0, Relation.INCOMPARABLE, f"{a.value} and {b.value}: one of them is open")
    pairs = list(zip(a.value.split("-"), b.value.split("-"), strict=False))
    known = [(one, other) for one, other in pairs if "X" not in one + other]
    if any(one != other for one, other in known):
        return Comparison(0.0, Relation.CONFLICT, f"{a.value} and {b.value} differ in what is known of them")
    if not known:
        return Comparison(0.0, Relation.INCOMPARABLE, f"{a.value} and {b.value}: too little is known")
    return Comparison(0.6, Relation.PRECISION, f"{a.value} and {b.value} agree as far as they go")


def _weekday_against(a: Timex, b: Timex) -> Comparison | None:
    """A weekday of an unknown week against a day."""
    open_week = re.match(r"XXXX-WXX-([1-7])", a.value)
    if open_week is None:
        return None
    if b.since is None or b.since != b.until:
        return Comparison(0.0, Relation.INCOMPARABLE, f"{a.value}: the week is open")
    if b.since.isoweekday() == int(open_week[1]):
        return Comparison(0.5, Relation.PRECISION, f"{b.value} is such a weekday; its week is open")
    return Comparison(0.0, Relation.CONFLICT, f"{b.value} is another day of the week than {a.value}")


def _lengths(a: Timex, b: Timex) -> Comparison:
    if a.type is not b.type:
        return Comparison(0.0, Relation.INCOMPARABLE, f"{a.value} and {b.value} are not of one kind")
    if a.value == b.value:
        return Comparison(1.0, Relation.SAME, f"both are {a.value}")
    one, other = _in_days(a.value), _in_days(b.value)
    if one is None or other is None:
        return Comparison(0.0, Relation.INCOMPARABLE, f"{a.value} and {b.value}: no number of units")
    if abs(one - other) <= ROUGH * max(one, other):
        return Comparison(0.9, Relation.CONVERSION, f"{a.value} and {b.value} are about as long")
    return Comparison(0.0, Relation.CONFLICT, f"{a.value} and {b.value} are not as long")


def _in_days(value: str) -> float | None:
    found = LENGTH.fullmatch(value)
    if found is None:
        return None
    unit = HOURS.get(found[3], 0.0) / 24 if found[1] else DAYS.get(found[3], 0.0)
    return float(found[2]) * unit if unit else None
