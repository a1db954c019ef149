"""Stretches of the calendar at its edges."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herodotus.annotation import periods
from herodotus.annotation.numerals import number

NAMES = {
    "one": 1,
    "two": 2,
    "three": 3,
    "five": 5,
    "twenty": 20,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "dozen": 12,
}


@pytest.mark.parametrize(
    ("unit", "day", "count", "value"),
    [
        ("D", date(2024, 2, 28), 1, "2024-02-29"),
        ("W", date(2024, 1, 1), -1, "2023-W52"),
        ("WE", date(2024, 1, 3), 0, "2024-W01-WE"),
        ("M", date(2024, 1, 31), -1, "2023-12"),
        ("S", date(2024, 1, 5), 0, "2023-WI"),
        ("S", date(2024, 1, 5), 1, "2024-SP"),
        ("Q", date(2024, 1, 5), -1, "2023-Q4"),
        ("Y", date(2024, 1, 5), -20, "2004"),
        ("DE", date(1987, 1, 5), 0, "198"),
        ("CE", date(1987, 1, 5), -1, "18"),
    ],
)
def test_steps(unit: str, day: date, count: int, value: str) -> None:
    period = periods.step(unit, day, count)
    assert period is not None
    assert period.value == value


def test_a_winter_ends_in_the_next_year() -> None:
    winter = periods.of_season(2023, "WI")
    assert winter is not None
    assert (winter.since, winter.until) == (date(2023, 12, 1), date(2024, 2, 29))


@settings(deadline=None)  # the first example loads the data files
@given(st.sampled_from([*periods.STEPS, "TH"]), st.dates(), st.integers())
def test_no_step_leaves_the_calendar_with_an_error(unit: str, day: date, count: int) -> None:
    period = periods.step(unit, day, count)
    assert period is None or (
        period.since is not None and period.until is not None and period.since <= period.until
    )


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two hundred and five", 205),
        ("twenty - five", 25),
        ("1.2 million", 1200000),
        ("two million five hundred thousand", 2500000),
        ("three dozen", 36),
        ("five dozen", 60),
        ("1,024", 1024),
        ("9" * 40, None),
        ("none", None),
    ],
)
def test_numerals(words: str, value: float | None) -> None:
    assert number(words.split(), NAMES) == value
