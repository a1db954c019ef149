"""Weeks by their place, ranges of days, weekdays, months and hours, sets, fiscal years."""

from __future__ import annotations

from datetime import date

import pytest

from herodotus.data.annotations import TimexType
from tests.annotation.dated import FRIDAY, found, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell in the first week of October 2016.", "the first week of October 2016", "2016-W40"),
        ("It fell in the last week of 2016.", "the last week of 2016", "2016-W52"),
        ("It fell in the third week of last month.", "the third week of last month", "2017-W51"),
        ("It fell in the third month of 2016.", "the third month of 2016", "2016-03"),
        ("It opens the week of March 12.", "the week of March 12", "2018-W11"),
        ("It opens the week after next.", "the week after next", "2018-W03"),
        ("It opens on the 20th of next month.", "the 20th of next month", "2018-02-20"),
        ("It fell in the latter half of 2016.", "the latter half of 2016", "2016-H2"),
        ("It fell in H2 2016.", "H2 2016", "2016-H2"),
        ("It will rise by next year's first quarter.", "next year's first quarter", "2019-Q1"),
        ("Sales fell last fiscal year.", "last fiscal year", "FY2017"),
        ("It fell in the third quarter of fiscal 2016.", "the third quarter of fiscal 2016", "FY2016-Q3"),
        ("It may start as early as spring.", "spring", "2018-SP"),
        ("Stocks fell 2 percent for the week.", "the week", "2018-W01"),
    ],
)
def test_parts_of_longer_stretches(text: str, words: str, value: str) -> None:
    assert values(text)[-1] == (words, value)


def test_the_rest_of_the_year_begins_with_publication() -> None:
    (timex,) = found("It is shut for the rest of the year.")
    assert (timex.value, timex.since, timex.until) == ("2018", FRIDAY, date(2018, 12, 31))


@pytest.mark.parametrize("text", ["The 99th week of 2016 came.", "The 0th week of May 2016 came."])
def test_weeks_that_no_calendar_has(text: str) -> None:
    (timex,) = found(text)
    assert (timex.value, timex.since) == ("XXXX-WXX", None)


def test_a_day_that_next_month_does_not_have() -> None:
    (timex,) = found("It opens on the 31st of next month.")
    assert (timex.value, timex.since, timex.basis) == ("2018-02-31", None, "no such day in the calendar")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ran from June 20 to July 3, 2015.", [("June 20", "2015-06-20"), ("July 3, 2015", "2015-07-03")]),
        ("It ran from May to September.", [("May", "2017-05"), ("September", "2017-09")]),
        ("It ran from November to March 2017.", [("November", "2016-11"), ("March 2017", "2017-03")]),
        ("It ran from Monday to Thursday.", [("Monday", "2018-01-01"), ("Thursday", "2018-01-04")]),
        ("It ran from 5 to 6 p.m.", [("5", "2018-01-05T17:00"), ("6 p.m.", "2018-01-05T18:00")]),
        ("It ran 11-1:30 p.m.", [("11", "2018-01-05T11:00"), ("1:30 p.m.", "2018-01-05T13:30")]),
    ],
)
def test_both_ends_of_a_range(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It opens each Monday at 4 p.m.", "each Monday at 4 p.m.", "XXXX-WXX-1T16:00"),
        ("It opens Sundays at 9 a.m.", "Sundays at 9 a.m.", "XXXX-WXX-7T09:00"),
        ("It opens on Friday mornings.", "Friday mornings", "XXXX-WXX-5TMO"),
        ("It opens every two weeks.", "every two weeks", "P2W"),
        ("It reports each quarter.", "each quarter", "P1Q"),
    ],
)
def test_what_happens_again_and_again(text: str, words: str, value: str) -> None:
    (timex,) = found(text)
    assert (timex.span.of(text), timex.value, timex.type) == (words, value, TimexType.SET)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It rang at 8:00:31 a.m.", "8:00:31 a.m.", "2018-01-05T08:00:31"),
        ("It rang at 11:40 p.m. Eastern time.", "11:40 p.m. Eastern time", "2018-01-05T23:40"),
        ("It rang at 5 in the morning.", "5 in the morning", "2018-01-05T05:00"),
    ],
)
def test_hours(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    "text", ["Part 99/99/2013 broke.", "It read 2017-13-12.", "Three quarters of them left."]
)
def test_numbers_that_are_no_dates(text: str) -> None:
    assert values(text) == []


def test_lengths_beyond_counting_are_open() -> None:
    (timex,) = found(f"It fell in the first {'9' * 17} weeks of 2016.")
    assert timex.value == "PXW"
    assert values(f"It fell {'9' * 40} years ago.") == []


def test_this_weekend_is_the_one_just_past_where_a_report_looks_back() -> None:
    assert values("The fair opened this weekend.", date(2018, 1, 9)) == [("this weekend", "2018-W01-WE")]
    assert values("The fair will open this weekend.", date(2018, 1, 9)) == [("this weekend", "2018-W02-WE")]
