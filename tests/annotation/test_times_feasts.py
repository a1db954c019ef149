"""Named days, of a month, of a weekday and from Easter."""

from __future__ import annotations

from datetime import date

import pytest

from herodotus.annotation.timefeasts import easter, falls
from tests.annotation.dated import values


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1943, 4, 25), (1999, 4, 4), (2000, 4, 23), (2008, 3, 23), (2024, 3, 31), (2025, 4, 20)],
)
def test_easter_falls_as_the_tables_have_it(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


def test_no_easter_before_the_calendar_that_counts_it() -> None:
    assert easter(1200) is None


@pytest.mark.parametrize(
    ("means", "day"),
    [
        ("12-25", date(2018, 12, 25)),
        ("11 w4 d4", date(2018, 11, 22)),
        ("11 w4 d4 +1", date(2018, 11, 23)),
        ("05 w-1 d1", date(2018, 5, 28)),
        ("easter -2", date(2018, 3, 30)),
    ],
)
def test_how_a_named_day_is_written_down(means: str, day: date) -> None:
    assert falls(means, 2018) == day


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The road closed on Good Friday.", "Good Friday", "2017-04-14"),
        ("The road will close on Easter Monday.", "Easter Monday", "2018-04-02"),
        ("It opened at Easter 2018.", "Easter 2018", "2018-04-01"),
        ("It has been shut since last Easter.", "last Easter", "2017-04-16"),
        ("It opened on Black Friday.", "Black Friday", "2017-11-24"),
        ("It will open on Presidents' Day.", "Presidents' Day", "2018-02-19"),
        ("It burned on Juneteenth.", "Juneteenth", "2017-06-19"),
        ("Roads filled over Labor Day weekend.", "Labor Day weekend", "2017-W35-WE"),
    ],
)
def test_the_year_is_the_nearest_that_the_tense_allows(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    "text", ["The Good Friday Agreement held.", "They rowed to Easter Island.", "The Easter Rising failed."]
)
def test_names_that_a_feast_is_part_of(text: str) -> None:
    assert values(text) == []


def test_without_any_date_the_year_of_a_feast_is_open() -> None:
    assert values("It burned on Christmas Eve.", None) == [("Christmas Eve", "XXXX-12-24")]
    assert values("It burned at Easter.", None) == [("Easter", "XXXX")]
