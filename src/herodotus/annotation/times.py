"""Time expressions: found by rules over kinds of words, resolved against publication and the text itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from herodotus.annotation import (
    timecalendar,
    timeclock,
    timecounted,
    timedeixis,
    timefeasts,
    timeranges,
    timesets,
    timeweeks,
)
from herodotus.annotation.frame import Anchor, Frame, Told
from herodotus.annotation.grammar import Grammar, Match, Scan, Words, load
from herodotus.annotation.periods import Period
from herodotus.annotation.timeparts import Family
from herodotus.data.annotations import Timex, TimexType
from herodotus.data.documents import Span

__all__ = ["FAMILIES", "Anchor", "find"]

FAMILIES: dict[str, Family] = {
    "calendar": timecalendar.calendar,
    "numeric": timecalendar.numeric,
    "baremonth": timecalendar.baremonth,
    "year": timecalendar.year,
    "bc": timecalendar.bc,
    "decade": timecalendar.decade,
    "century": timecalendar.century,
    "season": timecalendar.season,
    "quarter": timecalendar.quarter,
    "half": timecalendar.half,
    "fiscal": timecalendar.fiscal,
    "weekday": timedeixis.weekday,
    "recent": timedeixis.recent,
    "today": timedeixis.today,
    "deictic": timedeixis.deictic,
    "nthday": timedeixis.nthday,
    "dayonly": timedeixis.dayonly,
    "weekend": timedeixis.weekend,
    "reference": timedeixis.reference,
    "ago": timecounted.ago,
    "ahead": timecounted.ahead,
    "later": timecounted.later,
    "duration": timecounted.lasting,
    "set": timesets.often,
    "clock": timeclock.clock,
    "daypart": timeclock.daypart,
    "holiday": timefeasts.holiday,
    "range": timeranges.days,
    "yearrange": timeranges.years,
    "monthrange": timeranges.months,
    "dayrange": timeranges.dates,
    "weekdayrange": timeranges.weekdays,
    "hourrange": timeranges.hours,
    "weekof": timeweeks.weekof,
    "weekwith": timeweeks.weekwith,
    "remainder": timeweeks.remainder,
    "todate": timeweeks.todate,
    "afternext": timeweeks.afternext,
    "edge": timeweeks.edge,
    "dayof": timeweeks.dayof,
}
"""By the family a rule names: what makes times of its matches. A new kind is one entry and its rules."""

COUNTS = frozenset({"later", "duration"})
"""Families whose lengths may count from a time named after them."""
STATED = "stated in full"


@cache
def grammar() -> Grammar:
    return load("timegrammar.yaml")


def find(text: str, sentences: Sequence[Span], anchor: Anchor) -> tuple[Timex, ...]:
    """The time expressions of these sentences in the order of the text, disjoint.

    Without a publication date, months and days are resolved against the dated expressions of the text; what
    stays open has X in its value and no days. Today's date is never used.
    """
    return among(Words(text, sentences), anchor)


def among(cut: Words, anchor: Anchor) -> tuple[Timex, ...]:
    """The time expressions of a text that is cut into words already."""
    text, matches = cut.text, grammar().matches(Scan(cut, grammar().lexicon))
    frame = Frame(anchor, [told for told in stated(text, matches) if anchor.dates(told.period)])
    found: list[Timex] = []
    before: Match | None = None
    for match, after in zip_longest(matches, matches[1:]):
        frame.sentence = cut.opens[bisect_right(cut.opens, match.span().start) - 1]
        if after and not before and match.rule.family in COUNTS and timecounted.counts_from(match, after):
            before = match
            continue
        for timex in resolved(match, before, frame, text):
            found.append(timex)
            remember(frame, timex, text)
        before = None
    return tuple(found)


def resolved(match: Match, before: Match | None, frame: Frame, text: str) -> list[Timex]:
    """The times of a match; with the length `before` it that counts from them as one."""
    made = FAMILIES[match.rule.family](match, frame)
    if before is None:
        return made
    counted = timecounted.from_named(before, made[0], text, frame) if made else []
    return [*counted, *made[1:]] if counted else [*FAMILIES[before.rule.family](before, frame), *made]


def stated(text: str, matches: Sequence[Match]) -> list[Told]:
    """The times whose year stands in the words."""
    nowhere = Frame(Anchor())
    made = (
        t
        for match in matches
        if match.has("year") or match.has("date")
        for t in FAMILIES[match.rule.family](match, nowhere)
    )
    return [told for timex in made if timex.basis.startswith(STATED) and (told := as_told(timex, text))]


def as_told(timex: Timex, text: str) -> Told | None:
    if timex.since is None or timex.type not in (TimexType.DATE, TimexType.TIME):
        return None
    period = Period(timex.value, timex.since, timex.until, timex.precision)
    return Told(timex.span.start, period, timex.span.of(text))


def remember(frame: Frame, timex: Timex, text: str) -> None:
    """What later words such as "the next day" count from."""
    told = as_told(timex, text)
    if told is not None and timex.precision not in ("decade", "unknown") and frame.anchor.dates(told.period):
        frame.told = told
