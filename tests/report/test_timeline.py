"""Dates on a scale."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herodotus.data.claims import TimelineEntry
from herodotus.report import timeline


def entry(since: str, until: str = "", precision: str = "day") -> TimelineEntry:
    first, last = date.fromisoformat(since), date.fromisoformat(until or since)
    return TimelineEntry(first, last, precision, "", (), ())


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        ("2031-03-04", "2031-03-04", "4 Mar 2031"),
        ("2031-03-03", "2031-03-09", "3 – 9 Mar 2031"),
        ("2030-12-30", "2031-01-02", "30 Dec 2030 – 2 Jan 2031"),
        ("2031-02-27", "2031-03-02", "27 Feb – 2 Mar 2031"),
        ("2031-02-01", "2031-02-28", "Feb 2031"),
        ("2030-06-01", "2030-08-31", "Jun – Aug 2030"),
        ("2030-12-01", "2031-02-28", "Dec 2030 – Feb 2031"),
        ("2030-01-01", "2030-12-31", "2030"),
        ("2020-01-01", "2029-12-31", "2020 – 2029"),
    ],
)
def test_days_in_words(since: str, until: str, told: str) -> None:
    assert timeline.days(entry(since, until)).replace("\xa0", " ") == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2031-03-03TNI", "3 Mar 2031, night"),
        ("2031-03", "Mar 2031"),
        ("2031", "2031"),
        ("2031-W09", "week 9 of 2031"),
        ("2031-SP", "spring 2031"),
        ("P3D", "P3D"),
        ("PAST_REF", "PAST_REF"),
        ("2031-13", "2031-13"),
    ],
)
def test_values_in_words(value: str, told: str) -> None:
    assert timeline.spoken(value).replace("\xa0", " ") == told


def test_a_week_is_seven_times_a_day() -> None:
    entries = [entry("2031-03-03"), entry("2031-03-03", "2031-03-09", "week")]
    day, week = (timeline.bar(e, timeline.scale(entries)) for e in entries)
    assert week.width == pytest.approx(7 * day.width)


def test_a_long_empty_time_is_broken_and_the_scale_stays() -> None:
    entries = [entry("2030-06-01"), entry("2031-03-03"), entry("2031-03-04")]
    scale = timeline.scale(entries)
    assert len(scale.breaks) == 1
    assert {round(timeline.bar(e, scale).width, 6) for e in entries} == {round((100 - 6) / 7, 6)}


def test_what_is_coarser_goes_on_outside() -> None:
    entries = [entry("2031-03-03"), entry("2030-01-01", "2039-12-31", "decade")]
    decade = timeline.bar(entries[1], timeline.scale(entries))
    assert (decade.before, decade.after, decade.start, decade.end) == (True, True, 0, 100)


def test_ticks_are_mondays_in_a_month() -> None:
    found = timeline.ticks(timeline.scale([entry("2031-03-03"), entry("2031-03-24")]))
    assert [t.label.replace("\xa0", " ") for t in found if t.label][:2] == ["3 Mar 2031", "10 Mar"]


@given(st.lists(st.dates(), min_size=1, max_size=12))
def test_any_dates_stay_in_order_inside_the_drawing(found: list[date]) -> None:
    entries = [TimelineEntry(d, d, "day", "", (), ()) for d in sorted(found)]
    scale = timeline.scale(entries)
    bars = [timeline.bar(e, scale) for e in entries]
    assert all(0 <= b.start < b.end <= 100 + 1e-6 for b in bars)
    assert [b.start for b in bars] == sorted(b.start for b in bars)
    labelled = [t.at for t in timeline.ticks(scale) if t.label]
    assert all(b - a >= 20 for a, b in itertools.pairwise(labelled))
