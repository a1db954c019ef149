"""Articles are made undated or late as the script says, and the regression finds what sets pairs apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from herodotus.data.statements import Reading
from scripts.learn_stories import late, regression, undated
from tests.builders import Said, reading, time_of


def told() -> Reading:
    """Published on 5 March 2024, with a day in full, one without year and one relative to publication."""
    made = reading("alpha", Said("On 3 May 2023, on 4 March and on Monday"))
    text = made.annotated.document.text
    full = replace(time_of(text, "3 May 2023", "2023-05-03"), basis="stated in full")
    year = replace(time_of(text, "4 March", "2024-03-04"), basis="year from publication, 2024-03-05")
    monday = replace(
        time_of(text, "Monday", "2024-03-04"), basis="the last one relative to publication, 2024-03-05"
    )
    return replace(made, annotated=replace(made.annotated, times=(full, year, monday)))


def days(made: Reading) -> list[date | None]:
    return [time.since for time in made.annotated.times]


def test_without_a_date_only_what_is_written_in_full_is_left() -> None:
    made = undated(told())
    assert made.annotated.document.published is None
    assert days(made) == [date(2023, 5, 3), None, None]


def test_a_late_capture_moves_what_is_told_relative_to_it() -> None:
    made = late(told(), 10)
    assert made.annotated.document.published == "2024-03-15"
    assert days(made) == [date(2023, 5, 3), date(2024, 3, 4), date(2024, 3, 14)]


def test_the_regression_finds_the_odds_of_a_table() -> None:
    # A feature with odds 3 to 1 where it is there and 1 to 3 where not: log 3 and -log 3, so weight 2 log 3.
    rows = np.array([[1.0]] * 400 + [[0.0]] * 400)
    together = np.array([True] * 300 + [False] * 100 + [True] * 100 + [False] * 300)
    weight, bias = regression(rows, together)
    assert abs(weight - 2 * np.log(3)) < 0.02
    assert abs(bias + np.log(3)) < 0.02
