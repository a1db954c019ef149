"""How long: five years, an hour and a half, two years and three months, the past two weeks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from herodotus.annotation import numerals, periods
from herodotus.annotation.frame import Frame
from herodotus.annotation.grammar import Match
from herodotus.annotation.periods import Period
from herodotus.annotation.timeparts import timex, unit_in, unit_of, written
from herodotus.data.annotations import Timex, TimexType
from herodotus.data.documents import Span

VAGUE = frozenset({"several", "few", "couple", "many", "some", "dozens"})
BEHIND = ("last", "past")
ONWARD = ("next", "coming", "upcoming", "ahead")
SIZES = ("TS", "TM", "TH", "D", "WE", "W", "F", "M", "Q", "M6", "Y", "DE", "CE")
"""Units from short to long: the parts of one length go from long to short."""


class Length(NamedTuple):
    """`number` units, None where the words give no number; `span` are its words."""

    number: float | None
    unit: str
    span: Span


def count_of(match: Match) -> float | None:
    """How many units, None where the words give no number ("several", "a few", "a months-long").

    Of "ten or fifteen" it is the number that stands at the unit."""
    words = match.words("count")
    if not words or VAGUE.intersection(words) or (words == ["a"] and match.value("unit", "UNITS")):
        return None
    joints = [index for index, word in enumerate(words) if word in ("or", "to")]
    words = words[joints[-1] + 1 :] if joints else words
    known = numerals.number(words, match.scan.lexicon.values["NUMWORD"])
    halves = 0.5 if "half" in (*words, *match.words("half")) else 0.0
    if known is None:
        return (0.5 if "half" in words else 1.0) + (0.5 if match.has("half") else 0.0)
    return known + halves


def lengths_of(match: Match) -> list[Length]:
    """The parts of a length: 2 years, 1 month and 21 days."""
    single = 1.0 if match.value("unit", "UNIT") and not match.has("more") else None
    count = count_of(match) if match.has("count") else single
    parts = [Length(count, unit_of(match), match.span())]
    first, last = match.extent("more")
    number = first
    for index in range(first, last):
        unit = unit_in(match.scan, index)
        if unit is None:
            continue
        words = [match.scan.word(i).lower() for i in range(number, index)]
        known = numerals.number(words, match.scan.lexicon.values["NUMWORD"])
        start = next(
            (i for i in range(number, index) if match.scan.word(i).lower() not in ("and", ",")), index
        )
        parts.append(Length(known or 1.0, unit, match.span(start, index + 1)))
        number = index + 1
    return parts


def is_one(parts: list[Length]) -> bool:
    """Whether the parts make one length: each a number of shorter units than the one before."""
    sizes = [SIZES.index(part.unit) for part in parts]
    return len(parts) == 1 or (
        sizes == sorted(set(sizes), reverse=True) and None not in [p.number for p in parts]
    )


def compound(parts: list[Length]) -> str:
    """The value of a length of several parts: P2Y1M21D, PT1H30M."""
    values = [written(part.number, part.unit).removeprefix("P") for part in parts]
    above = "".join(value for value in values if not value.startswith("T"))
    below = "".join(value[1:] for value in values if value.startswith("T"))
    return f"P{above}" + (f"T{below}" if below else "")


def duration(match: Match, frame: Frame) -> list[Timex]:
    """Five years; a ten-day visit; the past two weeks, which end with publication."""
    parts = lengths_of(match)
    if not is_one(parts):
        return apart(match, parts)
    since, until, basis = placed(match, frame, parts)
    return timex(match, Period(compound(parts), since, until, "unknown"), basis, TimexType.DURATION)


def apart(match: Match, parts: list[Length]) -> list[Timex]:
    """Lengths next to each other that are not one: two days, ten weeks."""
    (made,) = timex(match, Period("", None, None, "unknown"), "a length of time", TimexType.DURATION)
    first = Span(match.span().start, match.group_span("unit").end)
    spans = [first, *(part.span for part in parts[1:])]
    return [
        replace(made, span=span, value=written(part.number, part.unit))
        for span, part in zip(spans, parts, strict=True)
    ]


def placed(match: Match, frame: Frame, parts: list[Length]) -> tuple[date | None, date | None, str]:
    """The days of a length that ends or begins with publication; one end where no number is given. "The last five
    months of" something is not counted from publication."""
    now, stretch = frame.anchor.published, "".join(match.words("stretch"))
    if now is None or stretch not in (*BEHIND, *ONWARD) or match.after() == "of":
        return None, None, "a length of time"
    onward = stretch in ONWARD
    other = shifted(now, parts, 1 if onward else -1)
    basis = f"a length of time {'after' if onward else 'before'} {frame.anchor.words}"
    return (now, other, basis) if onward else (other, now, basis)


def shifted(day: date | None, parts: list[Length], way: int) -> date | None:
    """The day so long after (before) another, to the day; None where a number is open or the calendar ends."""
    for part in parts:
        if day is None or part.number is None:
            return None
        day = periods.away(day, part.number * way, part.unit)
    return day
