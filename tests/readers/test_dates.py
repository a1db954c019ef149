from __future__ import annotations

import pytest

from herodotus.readers.dates import in_address, iso, read_date


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Friday 07 March 2025 06:15 GMT", "2025-03-07T06:15:00+00:00"),
        ("Published: March 7, 2025", "2025-03-07"),
        ("Mar. 7, 2025, 6:15 p.m. EST", "2025-03-07T18:15:00-05:00"),
        ("7th of March 2025", "2025-03-07"),
        ("2025-03-07 10:00", "2025-03-07T10:00:00"),
        ("2025-03-07T10:00:00Z", "2025-03-07T10:00:00+00:00"),
        ("8:44AM BST 16 Sep 2025", "2025-09-16T08:44:00+01:00"),
        ("25/03/2025", "2025-03-25"),
        ("03/25/2025", "2025-03-25"),
        ("Jul.16.2025 / 8:02 AM", "2025-07-16T08:02:00"),
    ],
)
def test_dates_as_pages_write_them(written: str, value: str) -> None:
    assert read_date(written) == value


@pytest.mark.parametrize(
    "written", ["05/03/2025", "March 2025", "31 February 2025", "Tuesday", "", "7 March", "99/99/2025"]
)
def test_what_is_no_full_date_is_unknown(written: str) -> None:
    assert read_date(written) is None


def test_iso_dates_are_kept() -> None:
    assert iso("2025-03-07") == "2025-03-07"
    assert iso("2025-03-07T10:00:00Z") == "2025-03-07T10:00:00+00:00"


def test_two_equal_numbers_are_no_riddle() -> None:
    assert read_date("05/05/2025") == "2025-05-05"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://p.example/2025/03/07/ferry", "2025-03-07"),
        ("https://p.example/news/2025-03-07-ferry.html", "2025-03-07"),
        ("https://p.example/20250307/ferry", "2025-03-07"),
        ("https://p.example/2025/33/07/ferry", None),
        ("https://p.example/article/20250399123", None),
    ],
)
def test_an_address_can_hold_the_day(url: str, day: str | None) -> None:
    assert in_address(url) == day
