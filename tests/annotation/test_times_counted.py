"""Lengths of several parts, and times counted from others."""

from __future__ import annotations

from datetime import date

import pytest

from tests.annotation.dated import found, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It took 2 years, 1 month and 21 days.", "2 years, 1 month and 21 days", "P2Y1M21D"),
        ("It took an hour and 20 minutes.", "an hour and 20 minutes", "PT1H20M"),
        ("It took an hour and a half.", "an hour and a half", "PT1.5H"),
        ("It took ten or fifteen years.", "ten or fifteen years", "P15Y"),
        ("It rained all week.", "all week", "P1W"),
        ("It will take another month.", "another month", "P1M"),
        ("A 30-second pause followed.", "30-second", "PT30S"),
        ("Sales fell for three consecutive quarters.", "three consecutive quarters", "P3Q"),
        ("Sales fell in the last two quarters.", "the last two quarters", "P2Q"),
        ("Sales grew over the past year.", "the past year", "P1Y"),
        ("Sales grew in the first three months of 2016.", "the first three months of 2016", "P3M"),
    ],
)
def test_lengths(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


def test_lengths_that_are_not_one_stay_apart() -> None:
    assert values("It took two days, ten weeks and more.") == [("two days", "P2D"), ("ten weeks", "P10W")]


def test_the_edge_of_a_year_has_its_days() -> None:
    (timex,) = found("Sales grew in the last two months of 2016.")
    assert (timex.since, timex.until) == (date(2016, 11, 1), date(2016, 12, 31))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He left two days before Christmas.", "two days before Christmas", "2017-12-23"),
        ("He left the day after Christmas.", "the day after Christmas", "2017-12-26"),
        ("He left three days after 12 May 2015.", "three days after 12 May 2015", "2015-05-15"),
        ("He left five years before 1990.", "five years before 1990", "1985"),
        ("He will leave two days from tomorrow.", "two days from tomorrow", "2018-01-08"),
        ("He left a year and a half ago.", "a year and a half ago", "2016-07"),
        ("He left 2 years and 3 days ago.", "2 years and 3 days ago", "2016-01-02"),
        ("He left 48 hours ago.", "48 hours ago", "2018-01-03"),
        ("He will leave in three months' time.", "three months' time", "2018-04"),
    ],
)
def test_times_counted_from_others(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


def test_the_basis_names_the_time_that_is_counted_from() -> None:
    (timex,) = found("He left two days before 12 May 2015.")
    assert timex.basis == "counted from '12 May 2015', 2015-05-12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank two days after the storm.", [("two days", "P2D")]),
        ("It must open within two days after Monday.", [("two days", "P2D"), ("Monday", "2018-01-01")]),
        ("He stayed for three days from Monday.", [("three days", "P3D"), ("Monday", "2018-01-01")]),
    ],
)
def test_lengths_that_count_from_nothing_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


def test_a_day_counted_from_an_unknown_day_is_unknown() -> None:
    assert [value for _, value in values("He left two days before Christmas.", None)] == [
        "XXXX-XX-XX",
        "XXXX-12-25",
    ]
