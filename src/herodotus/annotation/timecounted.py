"""So long before or after another time: three days ago, two weeks later, five days before Christmas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from herodotus.annotation import periods
from herodotus.annotation.frame import Frame
from herodotus.annotation.grammar import Match
from herodotus.annotation.periods import Period
from herodotus.annotation.tense import Tense
from herodotus.annotation.timelengths import Length, count_of, duration, is_one, lengths_of, shifted
from herodotus.annotation.timeparts import FORTNIGHT, SEMESTER, tense_of, timex, unit_of, unknown
from herodotus.data.annotations import Timex, TimexType
from herodotus.data.documents import Span

BACK = frozenset({"earlier", "before", "previously"})
FROM = frozenset({"before", "after", "from", "following"})
"""Between a length and a day, these count from the day."""
OPEN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "TH": "XXXX-XX-XXTXX", "TM": "XXXX-XX-XXTXX"}
"""By unit: the value of an unknown one; of an unknown year for all others."""
WHOLE = {"DE": (10, "Y"), "CE": (100, "Y"), SEMESTER: (6, "M"), FORTNIGHT: (2, "W")}
"""Units that are counted in others."""
HALVES = {"Y": (12, "M"), "DE": (120, "M"), "CE": (1200, "M"), "M": (30.44, "D"), "W": (7, "D")}
"""Units that are counted in others where the number is not whole, and the unit of days that is left then."""


def ago(match: Match, frame: Frame) -> list[Timex]:
    """Three days ago: counted from publication, and only as precise as its unit."""
    return counted(match, frame, published(match, frame), -1)


def ahead(match: Match, frame: Frame) -> list[Timex]:
    """Two weeks from now; "in two weeks" where the tense looks ahead."""
    return counted(match, frame, published(match, frame), 1)


def published(match: Match, frame: Frame) -> tuple[date | None, str]:
    return frame.now(match.span().start) if frame.anchor.published else (None, "publication date unknown")


def in_future(match: Match) -> bool:
    """Whether a length after "in" counts from publication: it will open in two weeks."""
    before = match.scan.word(match.first - 1).lower() if match.first else ""
    return (
        before == "in"
        and count_of(match) is not None
        and not match.has("stretch")
        and tense_of(match) is Tense.FUTURE
    )


def lasting(match: Match, frame: Frame) -> list[Timex]:
    return ahead(match, frame) if in_future(match) else duration(match, frame)


def later(match: Match, frame: Frame) -> list[Timex]:
    """Two days earlier; a week later: counted from the time last told of."""
    return counted(match, frame, frame.then(match.span().start), way_of(match.words("way")))


def way_of(words: list[str]) -> int:
    return -1 if BACK.intersection(words) else 1


def counted(match: Match, frame: Frame, start: tuple[date | None, str], way: int) -> list[Timex]:
    day, basis = start
    if match.value("unit", "UNITS") is not None and not match.has("count"):
        return unknown(match, OPEN.get(unit_of(match), "XXXX"), f"{basis}; no number of units")
    parts = lengths_of(match) if match.has("count") else [Length(1.0, unit_of(match), match.span())]
    if parts[0].number is None:
        return unknown(match, "PAST_REF" if way < 0 else "FUTURE_REF", f"{basis}; no number of units")
    return of_parts(match, shifted(day, parts[:-1], way), parts[-1], way=way, basis=basis)


def of_parts(match: Match, day: date | None, last: Length, *, way: int, basis: str) -> list[Timex]:
    """So many units from a day, as precise as the unit."""
    count, unit = last.number or 0.0, last.unit
    if unit == "TH" and count % 24 == 0:
        count, unit = count / 24, "D"
    if unit.startswith("T"):
        return hours(match, day, count * way, basis=basis)
    if count % 1 and unit in HALVES and unit != "W":
        return halves(match, day, count * way, unit=unit, basis=basis)
    if unit in WHOLE:
        count, unit = count * WHOLE[unit][0], WHOLE[unit][1]
    period = periods.step(unit, day, int(count) * way) if day else None
    return timex(match, period, basis) if period else unknown(match, OPEN.get(unit, "XXXX"), basis)


def halves(match: Match, day: date | None, count: float, *, unit: str, basis: str) -> list[Timex]:
    """Two and a half years ago: the month; six and a half months ago: the month that the days lead to."""
    times, smaller = HALVES[unit]
    other = periods.step(smaller, day, int(count * times)) if day else None
    period = periods.months_on(other.since, 0) if other and other.since else None
    return timex(match, period, basis) if period else unknown(match, OPEN.get(unit, "XXXX"), basis)


def hours(match: Match, day: date | None, count: float, *, basis: str) -> list[Timex]:
    """Hours from a day whose own hour is unknown: that day or the one that the hours can move it to."""
    if day is None or abs(count) > 48:
        return unknown(match, "XXXX-XX-XXTXX", basis, "part of day")
    moved = periods.shifted(day, -1 if count < 0 else 1) or day
    period = Period(f"{day.isoformat()}TXX", min(day, moved), max(day, moved), "part of day")
    return timex(match, period, basis, TimexType.TIME)


# -- counted from a time that is named after it


def counts_from(match: Match, after: Match) -> bool:
    """Whether a length stands right before a time that it counts from: two days after 12 January."""
    one = match.has("way") and match.value("unit", "UNIT")
    if not (match.has("count") or one) or match.has("stretch") or not is_one(lengths_of(match)):
        return False
    between = [match.scan.word(index).lower() for index in range(match.last, after.first)]
    if match.has("way"):
        return between == [] and bool(FROM.intersection(match.words("way")))
    before = match.scan.word(match.first - 1).lower() if match.first else ""
    lasts = before == "within" or (between == ["from"] and before in ("for", "lasted", "of"))
    return len(between) == 1 and between[0] in FROM and not lasts


def from_named(match: Match, named: Timex, text: str, frame: Frame) -> list[Timex]:
    """One time out of both, where the named one is as precise as the unit; nothing where it is not."""
    if named.since is None or named.type is not TimexType.DATE or not fine_enough(match, named):
        return []
    words = text[match.span().end : named.span.start].split() or match.words("way")
    basis = f"counted from '{named.span.of(text)}', {named.value}"
    made = counted(match, frame, (named.since, basis), way_of([word.lower() for word in words]))
    whole = Span(match.span().start, named.span.end)
    return [replace(timex, span=whole) for timex in made if timex.since is not None]


def fine_enough(match: Match, named: Timex) -> bool:
    units = {"day": None, "week": ("W", "F"), "month": ("M",), "year": ("Y", "DE", "CE")}
    allowed = units.get(named.precision, ())
    return allowed is None or unit_of(match) in allowed
